package dev.dmalint.iokit;

/**
 * A thread and a gate: actions of its event sources run one at a time.
 *
 * @see "xnu: iokit/IOKit/IOWorkLoop.h"
 */
public class IOWorkLoop extends OSObject {
  /** Runs with the gate closed. */
  @FunctionalInterface
  public interface Action {
    /**
     * Runs.
     *
     * @param target as given to {@link IOWorkLoop#runAction}
     * @param arg0 likewise
     * @param arg1 likewise
     * @param arg2 likewise
     * @param arg3 likewise
     * @return what {@code runAction} returns
     */
    int run(OSObject target, Object arg0, Object arg1, Object arg2, Object arg3);
  }

  private final java.util.List<IOEventSource> sources = new java.util.ArrayList<>();
  private int inGate;

  /** For subclasses. */
  protected IOWorkLoop() {}

  /**
   * A new work loop with a thread.
   *
   * @return the work loop, or null
   */
  public static IOWorkLoop workLoop() {
    return workLoopWithOptions(0);
  }

  /**
   * A new work loop.
   *
   * @param options how
   * @return the work loop, or null
   */
  public static IOWorkLoop workLoopWithOptions(int options) {
    Kernel.current();
    return new IOWorkLoop();
  }

  /**
   * Adds an event source, which is retained.
   *
   * @param newEvent which
   * @return {@code kIOReturnSuccess}, or why not
   */
  public int addEventSource(IOEventSource newEvent) {
    Kernel.current();
    newEvent.retain();
    sources.add(newEvent);
    newEvent.setWorkLoop(this);
    newEvent.checkForWork();
    return IOReturn.kIOReturnSuccess;
  }

  /**
   * Removes an event source.
   *
   * @param toRemove which
   * @return {@code kIOReturnSuccess}; {@code kIOReturnBadArgument} if it was not added
   */
  public int removeEventSource(IOEventSource toRemove) {
    Kernel.current();
    if (!sources.remove(toRemove)) {
      return IOReturn.kIOReturnBadArgument;
    }
    toRemove.setWorkLoop(null);
    toRemove.release();
    return IOReturn.kIOReturnSuccess;
  }

  /**
   * Runs an action without arguments.
   *
   * @param action as in the full form
   * @param target as there
   * @return as there
   */
  public int runAction(Action action, OSObject target) {
    return runAction(action, target, null, null, null, null);
  }

  /**
   * Runs an action with one argument.
   *
   * @param action as in the full form
   * @param target as there
   * @param arg0 as there
   * @return as there
   */
  public int runAction(Action action, OSObject target, Object arg0) {
    return runAction(action, target, arg0, null, null, null);
  }

  /**
   * Runs an action with two arguments.
   *
   * @param action as in the full form
   * @param target as there
   * @param arg0 as there
   * @param arg1 as there
   * @return as there
   */
  public int runAction(Action action, OSObject target, Object arg0, Object arg1) {
    return runAction(action, target, arg0, arg1, null, null);
  }

  /**
   * Runs an action with three arguments.
   *
   * @param action as in the full form
   * @param target as there
   * @param arg0 as there
   * @param arg1 as there
   * @param arg2 as there
   * @return as there
   */
  public int runAction(Action action, OSObject target, Object arg0, Object arg1, Object arg2) {
    return runAction(action, target, arg0, arg1, arg2, null);
  }

  /**
   * Closes the gate, runs an action on the caller's thread, opens the gate.
   *
   * @param action what to run
   * @param target handed to it
   * @param arg0 likewise
   * @param arg1 likewise
   * @param arg2 likewise
   * @param arg3 likewise
   * @return what it returned
   */
  public int runAction(
      Action action, OSObject target, Object arg0, Object arg1, Object arg2, Object arg3) {
    Kernel.current();
    return gated(() -> action.run(target, arg0, arg1, arg2, arg3));
  }

  /**
   * Whether the caller's thread holds the gate.
   *
   * @return whether it does
   */
  public boolean inGate() {
    return inGate > 0;
  }

  /**
   * Whether the caller's thread is the work loop's own.
   *
   * @return whether it is
   */
  public boolean onThread() {
    return inGate > 0;
  }

  /** Runs with the gate closed. */
  int gated(java.util.function.IntSupplier action) {
    inGate++;
    try {
      return action.getAsInt();
    } finally {
      inGate--;
    }
  }
}
