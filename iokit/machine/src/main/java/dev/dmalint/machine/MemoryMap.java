package dev.dmalint.machine;

import dev.dmalint.machine.memory.PhysicalMemory.Bank;
import java.util.List;

/**
 * Where a machine has RAM, and which of it the kernel hands out.
 *
 * @param banks all RAM
 * @param allocatable what is handed out
 * @param preferred what is handed out to those who name no bound
 */
record MemoryMap(List<Bank> banks, List<Bank> allocatable, List<Bank> preferred) {
  private static final long MIB = 1L << 20;
  private static final long GIB = 1L << 30;

  /**
   * The map of a world. Intel: 3 GiB below the hole for devices; where RAM lies above 4 GiB, 13 GiB
   * more from there. Low numbers are the kernel's own, as IOVAs live there, unless they are to
   * collide. Apple silicon: 8 GiB from 32 GiB; a small guest there has 2 GiB from 1 GiB.
   */
  static MemoryMap of(WorldFacts facts, boolean collisions) {
    if (facts.arm() && !facts.highRam()) {
      Bank ram = new Bank(GIB, 2 * GIB);
      return new MemoryMap(List.of(ram), List.of(ram), List.of(ram));
    }
    if (facts.arm()) {
      Bank ram = new Bank(32 * GIB, 8 * GIB);
      return new MemoryMap(List.of(ram), List.of(ram), List.of(ram));
    }
    Bank low = new Bank(0, 3 * GIB);
    Bank lowPages = collisions ? new Bank(MIB, 63 * MIB) : new Bank(2 * GIB, GIB);
    if (!facts.highRam()) {
      return new MemoryMap(List.of(low), List.of(lowPages), List.of(lowPages));
    }
    Bank high = new Bank(4 * GIB, 13 * GIB);
    Bank highPages = new Bank(8 * GIB, 9 * GIB);
    List<Bank> all = List.of(lowPages, highPages);
    return new MemoryMap(
        List.of(low, high), all, collisions ? List.of(lowPages) : List.of(highPages));
  }
}
