package dev.dmalint.analyzer.heap;

/**
 * A whole number of which some bits are known. Numbers narrower than 64 bits are kept as Java keeps
 * them in a {@code long}: sign-extended.
 *
 * @param known the bits that are known
 * @param bits their values; 0 where not known
 */
public record Whole(long known, long bits) implements Atom {
  /** A number of which nothing is known. */
  public static final Whole UNKNOWN = new Whole(0, 0);

  public Whole {
    if ((bits & ~known) != 0) {
      throw new IllegalArgumentException("a value for an unknown bit");
    }
  }

  /** {@return exactly that number} */
  public static Whole of(long value) {
    return new Whole(-1, value);
  }

  /** {@return 1 or 0} */
  public static Whole of(boolean value) {
    return of(value ? 1 : 0);
  }

  /** {@return whether all bits are known} */
  public boolean isConstant() {
    return known == -1;
  }

  /** {@return what is known of both} */
  public Whole meet(Whole other) {
    long same = known & other.known & ~(bits ^ other.bits);
    return new Whole(same, bits & same);
  }

  /**
   * {@return whether this says less than the other and nothing else, so that it stands for it too;
   * a number of which nothing is known stands for none, or a known option word would be forgotten
   * where an unknown one may take its place}
   */
  public boolean covers(Whole other) {
    return known != 0
        && known != other.known
        && (known & ~other.known) == 0
        && (other.bits & known) == bits;
  }

  /** {@return how many low bits are known} */
  public int knownLowBits() {
    return Long.numberOfTrailingZeros(~known);
  }
}
