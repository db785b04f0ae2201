package dev.dmalint.iokit;

/** Called at primary interrupt level for {@link IOService#registerInterrupt}. */
@FunctionalInterface
public interface IOInterruptAction {
  /**
   * Handles an interrupt.
   *
   * @param target as registered
   * @param refCon as registered
   * @param nub whose interrupt
   * @param source index of the interrupt
   */
  void interruptOccurred(OSObject target, Object refCon, IOService nub, int source);
}
