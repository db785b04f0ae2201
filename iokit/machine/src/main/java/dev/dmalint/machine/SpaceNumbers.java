package dev.dmalint.machine;

import dev.dmalint.machine.iommu.Numbers.Plan;
import dev.dmalint.machine.iommu.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * How the spaces of a machine count. Usually each starts where no other space and no RAM that is
 * handed out has numbers, so that an address in the wrong space faults; with collisions all start
 * low.
 */
final class SpaceNumbers {
  private static final int ARENA_BITS = 31;
  private static final int SYSTEM_WINDOW_BITS = 37;
  private static final int DEVICE_WINDOW_BITS = 33;
  private static final int DART_BITS = 32;
  private static final long FOUR_GIB = 1L << 32;
  private static final long SYSTEM_FIRST = 1L << 21;
  private static final long DEVICE_FIRST = 1L << 29;

  /** On Intel a request to one of these is an interrupt and reaches neither mapper nor memory. */
  static final Range INTERRUPTS = new Range(0xFEE0_0000L, 0xFEEF_FFFFL);

  private SpaceNumbers() {}

  /** Numbers that no mapping on an Intel machine gets. */
  static List<Range> reserved(WorldFacts facts) {
    List<Range> reserved = new ArrayList<>(facts.identity());
    reserved.add(INTERRUPTS);
    if (facts.bridgesWithheld()) {
      reserved.addAll(Windows.ranges(facts.arm()));
    }
    return reserved;
  }

  static Plan system(boolean collisions, List<Range> reserved) {
    return collisions
        ? new Plan(ARENA_BITS, 0, SYSTEM_WINDOW_BITS, FOUR_GIB, reserved)
        : new Plan(ARENA_BITS, SYSTEM_FIRST, SYSTEM_WINDOW_BITS, 1L << 36, reserved);
  }

  static Plan device(int index, boolean collisions, List<Range> reserved) {
    long first = collisions ? 0 : DEVICE_FIRST << index % 2;
    return new Plan(ARENA_BITS, first, DEVICE_WINDOW_BITS, FOUR_GIB, reserved);
  }

  /** A DART has a window of its own; neither interrupts nor bridges are seen in it. */
  static Plan dart(int index, boolean collisions) {
    long first = collisions ? 0 : DEVICE_FIRST << index % 3;
    return new Plan(DART_BITS, first, DART_BITS, 0, List.of());
  }
}
