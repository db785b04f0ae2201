package dev.dmalint.iokit;

/**
 * The driver of a DMA engine that peripherals share. Methods that the engine's driver overrides
 * have no behaviour here.
 *
 * @see "xnu: iokit/IOKit/IODMAController.h"
 */
@SuppressWarnings("DoNotCallSuggester") // Calls without behaviour will get theirs.
public abstract class IODMAController extends IOService {
  private static final String DMA_PARENT = "dma-parent";

  /** For subclasses. */
  protected IODMAController() {}

  /**
   * Publishes the controller, so that peripherals whose property {@code dma-parent} has the number
   * find it.
   *
   * @param number which controller
   */
  protected void registerDMAController(int number) {
    setName(nameOf(number));
    registerService();
  }

  private static String nameOf(int number) {
    return "IODMAController%08X".formatted(number);
  }

  /**
   * The controller of a peripheral, which its property {@code dma-parent} names: the object, the
   * number it was registered with, or an array of these, one a channel.
   *
   * @param provider the peripheral
   * @param dmaIndex which of its channels
   * @return not retained for the caller; null if there is none
   */
  public static IODMAController getController(IOService provider, int dmaIndex) {
    Kernel kernel = Kernel.current();
    Object parent = provider == null ? null : provider.getProperty(DMA_PARENT);
    if (parent instanceof OSArray list) {
      parent = list.getObject(dmaIndex);
    }
    if (parent instanceof IODMAController controller) {
      return controller;
    }
    if (!(parent instanceof OSNumber number)) {
      return null;
    }
    OSDictionary named = nameMatching(nameOf(number.unsigned32BitValue()));
    IOService found = kernel.find(named);
    named.release();
    return found instanceof IODMAController controller ? controller : null;
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
    Kernel.current();
    dmaES.completed(dmaCommand, IOReturn.kIOReturnSuccess);
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
    Kernel.current();
    dmaES.wentOn(dmaCommand, status, actualByteCount, timeStamp);
  }
}
