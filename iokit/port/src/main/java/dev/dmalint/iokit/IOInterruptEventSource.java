package dev.dmalint.iokit;

/**
 * Runs an action on the work loop after an interrupt.
 *
 * @see "xnu: iokit/IOKit/IOInterruptEventSource.h"
 */
public class IOInterruptEventSource extends IOEventSource {
  /** The action by the name it has inside the class. */
  @FunctionalInterface
  public interface Action extends IOInterruptEventAction {}

  private IOInterruptEventAction action;
  private IOService provider;
  private int index;
  private int pending;

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
    IOInterruptEventSource made = new IOInterruptEventSource();
    return made.listen(owner, action, provider, intIndex) ? made : null;
  }

  @Override
  public void enable() {
    super.enable();
    if (provider != null) {
      provider.enableInterrupt(index);
    }
    checkForWork();
  }

  @Override
  public void disable() {
    super.disable();
    if (provider != null) {
      provider.disableInterrupt(index);
    }
  }

  /**
   * Whose interrupt.
   *
   * @return not retained for the caller; null for a source that software signals
   */
  public IOService getProvider() {
    return provider;
  }

  /**
   * Which interrupt.
   *
   * @return its index
   */
  public int getIntIndex() {
    return index;
  }

  final boolean listen(
      OSObject owner, IOInterruptEventAction action, IOService provider, int index) {
    Kernel.current();
    this.owner = owner;
    this.action = action;
    this.provider = provider;
    this.index = index;
    enabled = false;
    return provider == null
        || provider.registerInterrupt(index, this, (target, refCon, nub, source) -> occurred())
            == IOReturn.kIOReturnSuccess;
  }

  /** At primary interrupt level. */
  void occurred() {
    schedule();
  }

  final void schedule() {
    pending++;
    checkForWork();
  }

  @Override
  void checkForWork() {
    if (pending > 0 && enabled && workLoop != null && action != null) {
      int count = pending;
      pending = 0;
      workLoop.gated(
          () -> {
            action.interruptOccurred(owner, this, count);
            return 0;
          });
    }
  }

  @Override
  protected void free() {
    if (provider != null) {
      provider.unregisterInterrupt(index);
    }
    super.free();
  }
}
