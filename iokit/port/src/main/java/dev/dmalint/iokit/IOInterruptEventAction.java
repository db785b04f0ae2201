package dev.dmalint.iokit;

/** Called on the work loop after an interrupt, see {@link IOInterruptEventSource}. */
@FunctionalInterface
public interface IOInterruptEventAction {
  /**
   * Handles interrupts.
   *
   * @param owner as given to the factory
   * @param sender the source
   * @param count interrupts since the last call
   */
  void interruptOccurred(OSObject owner, IOInterruptEventSource sender, int count);
}
