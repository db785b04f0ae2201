package dev.dmalint.iokit;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A channel of a DMA controller that a peripheral uses.
 *
 * <p>The consumer of the addresses is the <b>controller</b>, not the peripheral: the command has to
 * be made with the controller's mapper.
 *
 * @see "xnu: iokit/IOKit/IODMAEventSource.h"
 */
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

  private record Told(IODMACommand command, int status, long bytes, long time, boolean over) {}

  private final Deque<Told> news = new ArrayDeque<>();
  private Action completion;
  private Action notification;
  private IODMAController controller;
  private int channel;

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
    IODMAController controller = IODMAController.getController(provider, dmaIndex);
    if (controller == null) {
      return null;
    }
    IODMAEventSource made = new IODMAEventSource();
    made.owner = owner;
    made.completion = completion;
    made.notification = notification;
    made.controller = controller;
    int[] index = {dmaIndex};
    if (controller.initDMAChannel(provider, made, index, 0) != IOReturn.kIOReturnSuccess) {
      return null;
    }
    made.channel = index[0];
    return made;
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
   * @return {@code kIOReturnSuccess}; {@code kIOReturnError} without a controller; the controller's
   *     code
   */
  public int startDMACommand(
      IODMACommand dmaCommand, int direction, long byteCount, long byteOffset) {
    Kernel kernel = Kernel.current();
    if (controller == null) {
      return IOReturn.kIOReturnError;
    }
    int result = controller.startDMACommand(channel, dmaCommand, direction, byteCount, byteOffset);
    kernel.called(
        "IODMAEventSource.startDMACommand",
        this,
        IOReturn.nameOf(result),
        dmaCommand,
        direction,
        byteCount,
        byteOffset);
    return result;
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
   * @return {@code kIOReturnSuccess}; {@code kIOReturnError} without a controller; the controller's
   *     code
   */
  public int stopDMACommand(boolean flush, long timeout) {
    Kernel.current();
    return controller == null
        ? IOReturn.kIOReturnError
        : controller.stopDMACommand(channel, flush, timeout);
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
   * @return {@code kIOReturnSuccess}; {@code kIOReturnError} without a controller; the controller's
   *     code
   */
  public int queryDMACommand(IODMACommand[] dmaCommand, long[] transferCount, boolean waitForIdle) {
    Kernel.current();
    return controller == null
        ? IOReturn.kIOReturnError
        : controller.queryDMACommand(channel, dmaCommand, transferCount, waitForIdle);
  }

  void completed(IODMACommand command, int status) {
    long[] length = new long[1];
    command.getPreparedOffsetAndLength(null, length);
    tell(new Told(command, status, length[0], 0, true));
  }

  void wentOn(IODMACommand command, int status, long bytes, long time) {
    tell(new Told(command, status, bytes, time, false));
  }

  private void tell(Told one) {
    news.add(one);
    checkForWork();
  }

  @Override
  void checkForWork() {
    while (!news.isEmpty() && enabled && workLoop != null) {
      Told one = news.remove();
      Action action = one.over() ? completion : notification;
      if (action != null) {
        workLoop.gated(
            () -> {
              action.transferred(owner, this, one.command(), one.status(), one.bytes(), one.time());
              return 0;
            });
      }
    }
  }
}
