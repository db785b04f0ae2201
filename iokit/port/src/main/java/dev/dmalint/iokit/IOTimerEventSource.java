package dev.dmalint.iokit;

/**
 * Runs an action on the work loop when time is up.
 *
 * @see "xnu: iokit/IOKit/IOTimerEventSource.h"
 */
public class IOTimerEventSource extends IOEventSource {
  /** Called on the work loop. */
  @FunctionalInterface
  public interface Action {
    /**
     * Handles a timeout.
     *
     * @param owner as given to the factory
     * @param sender the source
     */
    void timeoutOccurred(OSObject owner, IOTimerEventSource sender);
  }

  private Action action;
  private long generation;
  private boolean due;

  /** For subclasses. */
  protected IOTimerEventSource() {}

  /**
   * A timer.
   *
   * @param owner handed to the action
   * @param action what to run
   * @return the timer, or null
   */
  public static IOTimerEventSource timerEventSource(OSObject owner, Action action) {
    return timerEventSource(0, owner, action);
  }

  /**
   * A timer with options.
   *
   * @param options how
   * @param owner handed to the action
   * @param action what to run
   * @return the timer, or null
   */
  public static IOTimerEventSource timerEventSource(int options, OSObject owner, Action action) {
    Kernel.current();
    IOTimerEventSource made = new IOTimerEventSource();
    made.owner = owner;
    made.action = action;
    return made;
  }

  /**
   * Runs the action once, after a time.
   *
   * @param ms milliseconds
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNoResources} if not on a work loop
   */
  public int setTimeoutMS(int ms) {
    return setTimeoutUS(1000 * ms);
  }

  /**
   * Runs the action once, after a time.
   *
   * @param us microseconds
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNoResources} if not on a work loop
   */
  public int setTimeoutUS(int us) {
    long now = ++generation;
    Kernel.current()
        .after(
            us,
            () -> {
              due = now == generation;
              checkForWork();
            });
    return IOReturn.kIOReturnSuccess;
  }

  /**
   * Runs the action once, after a time.
   *
   * @param ticks scheduler ticks
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNoResources} if not on a work loop
   */
  public int setTimeoutTicks(int ticks) {
    return setTimeoutMS(10 * ticks);
  }

  /** Keeps the action from running; does nothing if no time is running. */
  public void cancelTimeout() {
    Kernel.current();
    generation++;
    due = false;
  }

  @Override
  void checkForWork() {
    if (due && enabled && workLoop != null && action != null) {
      due = false;
      workLoop.gated(
          () -> {
            action.timeoutOccurred(owner, this);
            return 0;
          });
    }
  }
}
