package dev.dmalint.replay.interpreter;

/**
 * How much a run may use. Each limit ends the run as {@link Outcome.Exhausted}; none of them
 * depends on the host.
 *
 * @param steps instructions and ends of blocks
 * @param cells fields, elements and quarters of eight characters that were ever allocated
 * @param depth frames at one time
 * @param nesting calls back from host functions, one inside the other
 */
public record Budget(long steps, long cells, int depth, int nesting) {
  /** Enough for any driver's life, and done within a second or so. */
  public static final Budget USUAL = new Budget(5_000_000, 8_000_000, 2_000, 40);

  public Budget {
    if (steps < 1 || cells < 1 || depth < 1 || nesting < 1) {
      throw new IllegalArgumentException("a run needs at least one of everything");
    }
  }

  /** What ran out. */
  public enum Kind {
    STEPS,
    MEMORY,
    DEPTH,
    NESTING
  }
}
