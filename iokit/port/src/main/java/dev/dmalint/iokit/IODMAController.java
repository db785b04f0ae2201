package dev.dmalint.iokit;

/**
 * The driver of a DMA engine that peripherals share. Methods that the engine's driver overrides
 * have no behaviour here.
 *
 * @see "xnu: iokit/IOKit/IODMAController.h"
 */
@SuppressWarnings("DoNotCallSuggester") // Calls without behaviour will get theirs.
public abstract class IODMAController extends IOService {
  /** For subclasses. */
  protected IODMAController() {}

  /**
   * The controller of a peripheral.
   *
   * @param provider the peripheral
   * @param dmaIndex which of its channels
   * @return not retained for the caller; null if there is none
   */
  public static IODMAController getController(IOService provider, int dmaIndex) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Gives a channel to a peripheral.
   *
   * @param provider the peripheral
   * @param dmaES its event source
   * @param dmaIndex in and out, shape [1]: the channel
   * @param reqIndex the request line
   * @return {@code kIOReturnSuccess}, or the controller's code
   */
  protected int initDMAChannel(
      IOService provider, IODMAEventSource dmaES, int[] dmaIndex, int reqIndex) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Starts a transfer.
   *
   * @param dmaIndex the channel
   * @param dmaCommand prepared; its segments are this controller's bus addresses if it was made
   *     with this controller's mapper
   * @param direction {@code kIODirectionIn} or {@code kIODirectionOut}
   * @param byteCount bytes; 0 for all
   * @param byteOffset bytes from the start
   * @return {@code kIOReturnSuccess}, or the controller's code
   */
  protected int startDMACommand(
      int dmaIndex, IODMACommand dmaCommand, int direction, long byteCount, long byteOffset) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Stops a transfer.
   *
   * @param dmaIndex the channel
   * @param flush whether to let it end first
   * @param timeout absolute time to wait at most; -1 for no limit
   * @return {@code kIOReturnSuccess}, or the controller's code
   */
  protected int stopDMACommand(int dmaIndex, boolean flush, long timeout) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Where a transfer is.
   *
   * @param dmaIndex the channel
   * @param dmaCommand out, shape [1]: what is transferred
   * @param transferCount out, shape [1]: bytes so far
   * @param waitForIdle whether to wait until the channel rests
   * @return {@code kIOReturnSuccess}, or the controller's code
   */
  protected int queryDMACommand(
      int dmaIndex, IODMACommand[] dmaCommand, long[] transferCount, boolean waitForIdle) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Tells the peripheral that a transfer ended.
   *
   * @param dmaES its event source
   * @param dmaCommand what was transferred
   */
  protected void completeDMACommand(IODMAEventSource dmaES, IODMACommand dmaCommand) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Tells the peripheral that a transfer went on.
   *
   * @param dmaES its event source
   * @param dmaCommand what is transferred
   * @param status how it goes, a return code
   * @param actualByteCount bytes so far
   * @param timeStamp when, in absolute time
   */
  protected void notifyDMACommand(
      IODMAEventSource dmaES,
      IODMACommand dmaCommand,
      int status,
      long actualByteCount,
      long timeStamp) {
    throw KernelPanic.noBehaviour();
  }
}
