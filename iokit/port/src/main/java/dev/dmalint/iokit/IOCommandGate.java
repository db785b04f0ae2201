package dev.dmalint.iokit;

/**
 * Runs actions on the caller's thread with the work loop's gate closed.
 *
 * @see "xnu: iokit/IOKit/IOCommandGate.h"
 */
public class IOCommandGate extends IOEventSource {
  /** Runs with the gate closed. */
  @FunctionalInterface
  public interface Action {
    /**
     * Runs.
     *
     * @param owner as given to the factory
     * @param arg0 as given to the call
     * @param arg1 likewise
     * @param arg2 likewise
     * @param arg3 likewise
     * @return what the call returns
     */
    int run(OSObject owner, Object arg0, Object arg1, Object arg2, Object arg3);
  }

  private static final int THREAD_AWAKENED = 0;
  private static final int THREAD_TIMED_OUT = 1;
  private static final int PATIENCE = 1000;
  private static final long MILLISECOND = 1000;

  private Action action;
  private final java.util.Set<Object> sleeping =
      java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());

  /** For subclasses. */
  protected IOCommandGate() {}

  /**
   * A gate without an action of its own.
   *
   * @param owner as in the full form
   * @return as there
   */
  public static IOCommandGate commandGate(OSObject owner) {
    return commandGate(owner, null);
  }

  /**
   * A gate.
   *
   * @param owner handed to actions
   * @param action what {@code runCommand} runs; null for none
   * @return the gate, or null
   */
  public static IOCommandGate commandGate(OSObject owner, Action action) {
    Kernel.current();
    IOCommandGate gate = new IOCommandGate();
    gate.owner = owner;
    gate.action = action;
    return gate;
  }

  /**
   * As the full form; arguments left out are null.
   *
   * @param action as there
   * @return as there
   */
  public int runAction(Action action) {
    return runAction(action, null, null, null, null);
  }

  /**
   * As the full form; arguments left out are null.
   *
   * @param action as there
   * @param arg0 as there
   * @return as there
   */
  public int runAction(Action action, Object arg0) {
    return runAction(action, arg0, null, null, null);
  }

  /**
   * As the full form; arguments left out are null.
   *
   * @param action as there
   * @param arg0 as there
   * @param arg1 as there
   * @return as there
   */
  public int runAction(Action action, Object arg0, Object arg1) {
    return runAction(action, arg0, arg1, null, null);
  }

  /**
   * As the full form; arguments left out are null.
   *
   * @param action as there
   * @param arg0 as there
   * @param arg1 as there
   * @param arg2 as there
   * @return as there
   */
  public int runAction(Action action, Object arg0, Object arg1, Object arg2) {
    return runAction(action, arg0, arg1, arg2, null);
  }

  /**
   * Runs an action with the gate closed; waits for the gate.
   *
   * @param action what to run
   * @param arg0 handed to it
   * @param arg1 handed to it
   * @param arg2 handed to it
   * @param arg3 handed to it
   * @return what the action returned; {@code kIOReturnNotPermitted} while disabled; {@code
   *     kIOReturnNotReady} if not on a work loop; {@code kIOReturnAborted} if interrupted while
   *     waiting
   */
  public int runAction(Action action, Object arg0, Object arg1, Object arg2, Object arg3) {
    Kernel.current();
    if (workLoop == null) {
      return IOReturn.kIOReturnNotReady;
    }
    if (!enabled) {
      return IOReturn.kIOReturnNotPermitted;
    }
    return workLoop.gated(() -> action.run(owner, arg0, arg1, arg2, arg3));
  }

  /**
   * As the full form; arguments left out are null.
   *
   * @return as there
   */
  public int runCommand() {
    return runCommand(null, null, null, null);
  }

  /**
   * As the full form; arguments left out are null.
   *
   * @param arg0 as there
   * @return as there
   */
  public int runCommand(Object arg0) {
    return runCommand(arg0, null, null, null);
  }

  /**
   * As the full form; arguments left out are null.
   *
   * @param arg0 as there
   * @param arg1 as there
   * @return as there
   */
  public int runCommand(Object arg0, Object arg1) {
    return runCommand(arg0, arg1, null, null);
  }

  /**
   * As the full form; arguments left out are null.
   *
   * @param arg0 as there
   * @param arg1 as there
   * @param arg2 as there
   * @return as there
   */
  public int runCommand(Object arg0, Object arg1, Object arg2) {
    return runCommand(arg0, arg1, arg2, null);
  }

  /**
   * Runs the gate's own action with the gate closed; waits for the gate.
   *
   * @param arg0 handed to it
   * @param arg1 handed to it
   * @param arg2 handed to it
   * @param arg3 handed to it
   * @return what the action returned; {@code kIOReturnNotPermitted} while disabled; {@code
   *     kIOReturnNotReady} if not on a work loop; {@code kIOReturnAborted} if interrupted while
   *     waiting
   */
  public int runCommand(Object arg0, Object arg1, Object arg2, Object arg3) {
    return runAction(action, arg0, arg1, arg2, arg3);
  }

  /**
   * Runs an action if the gate is free; else {@code kIOReturnCannotLock}.
   *
   * @param action what to run
   * @param arg0 handed to it
   * @param arg1 handed to it
   * @param arg2 handed to it
   * @param arg3 handed to it
   * @return what the action returned; {@code kIOReturnNotPermitted} while disabled; {@code
   *     kIOReturnNotReady} if not on a work loop; {@code kIOReturnAborted} if interrupted while
   *     waiting
   */
  public int attemptAction(Action action, Object arg0, Object arg1, Object arg2, Object arg3) {
    return runAction(action, arg0, arg1, arg2, arg3);
  }

  /**
   * Runs the gate's own action if the gate is free; else {@code kIOReturnCannotLock}.
   *
   * @param arg0 handed to it
   * @param arg1 handed to it
   * @param arg2 handed to it
   * @param arg3 handed to it
   * @return what the action returned; {@code kIOReturnNotPermitted} while disabled; {@code
   *     kIOReturnNotReady} if not on a work loop; {@code kIOReturnAborted} if interrupted while
   *     waiting
   */
  public int attemptCommand(Object arg0, Object arg1, Object arg2, Object arg3) {
    return runAction(action, arg0, arg1, arg2, arg3);
  }

  /**
   * Waits for an event.
   *
   * @param event as in the full form
   * @return as there
   */
  public int commandSleep(Object event) {
    return commandSleep(event, 2);
  }

  /**
   * Waits for an event with the gate open; called with the gate closed, and returns so.
   *
   * @param event what to wait for, compared by identity
   * @param interruptible 0 no, 1 by any signal, 2 by an abort
   * @return 0 awakened, 1 timed out, 2 interrupted
   */
  public int commandSleep(Object event, int interruptible) {
    if (!sleep(event)) {
      throw new KernelPanic("commandSleep: nothing is left that could wake the driver: it hangs");
    }
    return THREAD_AWAKENED;
  }

  /**
   * Waits for an event until a time, otherwise as {@link #commandSleep(Object, int)}.
   *
   * @param event what to wait for, compared by identity
   * @param deadline absolute time
   * @param interruptible 0 no, 1 by any signal, 2 by an abort
   * @return 0 awakened, 1 timed out, 2 interrupted
   */
  public int commandSleep(Object event, long deadline, int interruptible) {
    return sleep(event) ? THREAD_AWAKENED : THREAD_TIMED_OUT;
  }

  /**
   * Wakes all who wait for an event.
   *
   * @param event what they wait for
   */
  public void commandWakeup(Object event) {
    commandWakeup(event, false);
  }

  /**
   * Wakes who waits for an event.
   *
   * @param event what they wait for
   * @param oneThread whether to wake one only
   */
  public void commandWakeup(Object event, boolean oneThread) {
    Kernel.current();
    sleeping.remove(event);
  }

  /** Lets time pass until somebody wakes the event; one thread runs, so devices run meanwhile. */
  private boolean sleep(Object event) {
    Kernel kernel = Kernel.current();
    sleeping.add(event);
    for (int i = 0; i < PATIENCE && sleeping.contains(event); i++) {
      kernel.delay(MILLISECOND);
    }
    return !sleeping.remove(event);
  }
}
