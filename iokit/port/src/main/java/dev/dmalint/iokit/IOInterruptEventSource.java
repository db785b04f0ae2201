package dev.dmalint.iokit;

/**
 * Runs an action on the work loop after an interrupt.
 *
 * @see "xnu: iokit/IOKit/IOInterruptEventSource.h"
 */
@SuppressWarnings("DoNotCallSuggester") // Calls without behaviour will get theirs.
public class IOInterruptEventSource extends IOEventSource {
  /** The action by the name it has inside the class. */
  @FunctionalInterface
  public interface Action extends IOInterruptEventAction {}

  /** For subclasses. */
  protected IOInterruptEventSource() {}

  /**
   * A source that only software signals.
   *
   * @param owner as in the full form
   * @param action as there
   * @return as there
   */
  public static IOInterruptEventSource interruptEventSource(
      OSObject owner, IOInterruptEventAction action) {
    return interruptEventSource(owner, action, null, 0);
  }

  /**
   * A source for the first interrupt.
   *
   * @param owner as in the full form
   * @param action as there
   * @param provider as there
   * @return as there
   */
  public static IOInterruptEventSource interruptEventSource(
      OSObject owner, IOInterruptEventAction action, IOService provider) {
    return interruptEventSource(owner, action, provider, 0);
  }

  /**
   * A source for an interrupt of a nub.
   *
   * @param owner handed to the action
   * @param action what to run
   * @param provider whose interrupt; null for a source that software signals
   * @param intIndex index of the interrupt
   * @return the source, disabled until it is added and enabled; null if there is no such interrupt
   */
  public static IOInterruptEventSource interruptEventSource(
      OSObject owner, IOInterruptEventAction action, IOService provider, int intIndex) {
    throw KernelPanic.noBehaviour();
  }

  @Override
  public void enable() {
    throw KernelPanic.noBehaviour();
  }

  @Override
  public void disable() {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Whose interrupt.
   *
   * @return not retained for the caller; null for a source that software signals
   */
  public IOService getProvider() {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Which interrupt.
   *
   * @return its index
   */
  public int getIntIndex() {
    throw KernelPanic.noBehaviour();
  }
}
