package dev.dmalint.iokit;

/**
 * Runs an action on the work loop when time is up.
 *
 * @see "xnu: iokit/IOKit/IOTimerEventSource.h"
 */
@SuppressWarnings("DoNotCallSuggester") // Calls without behaviour will get theirs.
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
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
  }

  /**
   * Runs the action once, after a time.
   *
   * @param ms milliseconds
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNoResources} if not on a work loop
   */
  public int setTimeoutMS(int ms) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Runs the action once, after a time.
   *
   * @param us microseconds
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNoResources} if not on a work loop
   */
  public int setTimeoutUS(int us) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Runs the action once, after a time.
   *
   * @param ticks scheduler ticks
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNoResources} if not on a work loop
   */
  public int setTimeoutTicks(int ticks) {
    throw KernelPanic.noBehaviour();
  }

  /** Keeps the action from running; does nothing if no time is running. */
  public void cancelTimeout() {
    throw KernelPanic.noBehaviour();
  }
}
