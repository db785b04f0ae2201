package dev.dmalint.machine;

import dev.dmalint.machine.iommu.Numbers.Plan;

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

  private SpaceNumbers() {}

  static Plan system(boolean collisions) {
    return collisions
        ? new Plan(ARENA_BITS, 0, SYSTEM_WINDOW_BITS, FOUR_GIB)
        : new Plan(ARENA_BITS, SYSTEM_FIRST, SYSTEM_WINDOW_BITS, 1L << 36);
  }

  static Plan device(int index, boolean collisions) {
    return collisions
        ? new Plan(ARENA_BITS, 0, DEVICE_WINDOW_BITS, FOUR_GIB)
        : new Plan(ARENA_BITS, DEVICE_FIRST << index % 2, DEVICE_WINDOW_BITS, FOUR_GIB);
  }

  static Plan dart(int index, boolean collisions) {
    return new Plan(DART_BITS, collisions ? 0 : DEVICE_FIRST << index % 3, DART_BITS, 0);
  }
}
