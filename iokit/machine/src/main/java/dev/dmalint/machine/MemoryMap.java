package dev.dmalint.machine;

import dev.dmalint.machine.iommu.Range;
import dev.dmalint.machine.memory.PhysicalMemory.Bank;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
   * The map of a world: the banks it names; else the usual ones. Intel: 3 GiB below the hole for
   * devices; where RAM lies above 4 GiB, 13 GiB more from there. Low numbers are the kernel's own,
   * as IOVAs live there, unless they are to collide. Apple silicon: 8 GiB from 32 GiB; a small
   * guest there has 2 GiB from 1 GiB.
   */
  static MemoryMap of(WorldFacts facts, boolean collisions) {
    if (!facts.ram().isEmpty()) {
      return named(facts, collisions);
    }
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

  /**
   * Banks that the world names. Those who name no bound get pages above 4 GiB where the world has
   * such RAM; without collisions nobody gets a number that IOVAs use as long as there are others.
   */
  private static MemoryMap named(WorldFacts facts, boolean collisions) {
    List<Bank> all = banks(facts.ram());
    List<Bank> free = banks(without(facts, new Range(0, MIB - 1)));
    List<Bank> apart = banks(without(facts, new Range(0, 2 * GIB - 1)));
    List<Bank> handedOut = collisions || apart.isEmpty() ? free : apart;
    if (handedOut.isEmpty()) {
      throw new IllegalArgumentException(
          "world %s: attribute ramBanks leaves no page above 1 MiB that the firmware does not keep"
              .formatted(facts.id()));
    }
    List<Bank> high = handedOut.stream().filter(bank -> bank.start() >= 4 * GIB).toList();
    boolean useHigh = facts.highRam() && !collisions && !high.isEmpty();
    return new MemoryMap(all, handedOut, useHigh ? high : handedOut);
  }

  private static List<Range> without(WorldFacts facts, Range kept) {
    List<Range> rest = facts.ram();
    for (Range away : Stream.concat(Stream.of(kept), facts.identity().stream()).toList()) {
      rest = rest.stream().flatMap(range -> cut(range, away)).toList();
    }
    return rest;
  }

  private static Stream<Range> cut(Range range, Range away) {
    if (!range.meets(away)) {
      return Stream.of(range);
    }
    List<Range> left = new ArrayList<>();
    if (!away.holds(range.first())) {
      left.add(new Range(range.first(), away.first() - 1));
    }
    if (!away.holds(range.last())) {
      left.add(new Range(away.last() + 1, range.last()));
    }
    return left.stream();
  }

  private static List<Bank> banks(List<Range> ranges) {
    return ranges.stream().map(range -> new Bank(range.first(), range.length())).toList();
  }
}
