package dev.dmalint.machine.bus;

/** What a device reaches the machine by. */
public interface DeviceBus {
  /** {@return memory through whatever translates for this device} */
  DmaPort dma();

  /**
   * {@return memory by CPU-physical address, as a hypervisor or an untranslated unit reaches it}
   */
  DmaPort physical();

  /**
   * Raises an interrupt.
   *
   * @param source index of the interrupt
   */
  void interrupt(int source);

  /**
   * Adds a line to the trace.
   *
   * @param what a sentence
   */
  void note(String what);
}
