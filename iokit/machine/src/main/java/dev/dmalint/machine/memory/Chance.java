package dev.dmalint.machine.memory;

/** A sequence of numbers that look like chance and are the same for the same seed (SplitMix64). */
public final class Chance {
  private long state;

  /**
   * A sequence.
   *
   * @param seed which one
   */
  public Chance(long seed) {
    state = seed;
  }

  /**
   * The next number.
   *
   * @param bound above it, at least 1
   * @return from 0 to {@code bound - 1}
   */
  public long below(long bound) {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return Long.remainderUnsigned(mixed ^ mixed >>> 31, bound);
  }
}
