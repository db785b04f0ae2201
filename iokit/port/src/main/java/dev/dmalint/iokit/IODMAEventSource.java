package dev.dmalint.iokit;

/**
 * A channel of a DMA controller that a peripheral uses.
 *
 * <p>The consumer of the addresses is the <b>controller</b>, not the peripheral: the command has to
 * be made with the controller's mapper.
 *
 * @see "xnu: iokit/IOKit/IODMAEventSource.h"
 */
@SuppressWarnings("DoNotCallSuggester") // Calls without behaviour will get theirs.
public class IODMAEventSource extends IOEventSource {
  /** Called on the work loop. */
  @FunctionalInterface
  public interface Action {
    /**
     * Told that a transfer ended or went on.
     *
     * @param owner as given to the factory
     * @param source the channel
     * @param command what was transferred
     * @param status how it went, a return code
     * @param actualByteCount bytes transferred
     * @param timeStamp when, in absolute time
     */
    void transferred(
        OSObject owner,
        IODMAEventSource source,
        IODMACommand command,
        int status,
        long actualByteCount,
        long timeStamp);
  }

  /** For subclasses. */
  protected IODMAEventSource() {}

  /**
   * The first channel of a peripheral, without a notification.
   *
   * @param owner as in the full form
   * @param provider as there
   * @param completion as there
   * @return as there
   */
  public static IODMAEventSource dmaEventSource(
      OSObject owner, IOService provider, Action completion) {
    return dmaEventSource(owner, provider, completion, null, 0);
  }

  /**
   * The first channel of a peripheral.
   *
   * @param owner as in the full form
   * @param provider as there
   * @param completion as there
   * @param notification as there
   * @return as there
   */
  public static IODMAEventSource dmaEventSource(
      OSObject owner, IOService provider, Action completion, Action notification) {
    return dmaEventSource(owner, provider, completion, notification, 0);
  }

  /**
   * A channel of a peripheral.
   *
   * @param owner handed to the actions
   * @param provider the peripheral
   * @param completion called when a transfer ends
   * @param notification called while one goes on; null for none
   * @param dmaIndex which of the peripheral's channels
   * @return the channel, or null without a controller
   */
  public static IODMAEventSource dmaEventSource(
      OSObject owner, IOService provider, Action completion, Action notification, int dmaIndex) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Transfers all of a command.
   *
   * @param dmaCommand as in the full form
   * @param direction as there
   * @return as there
   */
  public int startDMACommand(IODMACommand dmaCommand, int direction) {
    return startDMACommand(dmaCommand, direction, 0, 0);
  }

  /**
   * Transfers the first bytes of a command.
   *
   * @param dmaCommand as in the full form
   * @param direction as there
   * @param byteCount as there
   * @return as there
   */
  public int startDMACommand(IODMACommand dmaCommand, int direction, long byteCount) {
    return startDMACommand(dmaCommand, direction, byteCount, 0);
  }

  /**
   * Hands a command to the controller.
   *
   * @param dmaCommand with a descriptor, prepared, made with the <b>controller's</b> mapper
   * @param direction {@code kIODirectionIn} or {@code kIODirectionOut}
   * @param byteCount bytes; 0 for all
   * @param byteOffset bytes from the start
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotReady} without a controller; the
   *     controller's code
   */
  public int startDMACommand(
      IODMACommand dmaCommand, int direction, long byteCount, long byteOffset) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Stops at once.
   *
   * @return as the full form
   */
  public int stopDMACommand() {
    return stopDMACommand(false, -1);
  }

  /**
   * Stops without a limit of time.
   *
   * @param flush as in the full form
   * @return as there
   */
  public int stopDMACommand(boolean flush) {
    return stopDMACommand(flush, -1);
  }

  /**
   * Stops the transfer.
   *
   * @param flush whether to let it end first
   * @param timeout absolute time to wait at most; -1 for no limit
   * @return {@code kIOReturnSuccess}; the controller's code
   */
  public int stopDMACommand(boolean flush, long timeout) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Where a transfer is, now.
   *
   * @param dmaCommand as in the full form
   * @param transferCount as there
   * @return as there
   */
  public int queryDMACommand(IODMACommand[] dmaCommand, long[] transferCount) {
    return queryDMACommand(dmaCommand, transferCount, false);
  }

  /**
   * Where a transfer is.
   *
   * @param dmaCommand out, shape [1]: what is transferred
   * @param transferCount out, shape [1]: bytes so far
   * @param waitForIdle whether to wait until the channel rests
   * @return {@code kIOReturnSuccess}; the controller's code
   */
  public int queryDMACommand(IODMACommand[] dmaCommand, long[] transferCount, boolean waitForIdle) {
    throw KernelPanic.noBehaviour();
  }
}
