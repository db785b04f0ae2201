package dev.dmalint.analyzer.heap;

import static java.util.Objects.requireNonNull;

/** The kinds of atoms that every program has. */
public final class Atoms {
  private Atoms() {}

  /** A reference to an object. */
  public record Reference(Region region) implements Atom {
    public Reference {
      requireNonNull(region);
    }
  }

  /** The null reference. */
  public record Nothing() implements Atom {}

  /**
   * The null reference that a construction gave which fails in these worlds.
   *
   * @param failure what failed; two failures are the same if they are equal
   */
  public record FailedObject(Object failure) implements Atom {
    public FailedObject {
      requireNonNull(failure);
    }
  }

  /** A string that is known. */
  public record Text(String value) implements Atom {
    public Text {
      requireNonNull(value);
    }
  }

  /**
   * A pointer of the CPU into the memory of an object.
   *
   * @param region the object whose memory it is
   * @param offset bytes from the start of that memory
   */
  public record Pointer(Region region, Whole offset) implements Atom {
    public Pointer {
      requireNonNull(region);
      requireNonNull(offset);
    }
  }

  /** A value of which nothing is known, of any type. */
  public record Anything() implements Atom {}

  public static final Nothing NOTHING = new Nothing();
  public static final Anything ANYTHING = new Anything();
}
