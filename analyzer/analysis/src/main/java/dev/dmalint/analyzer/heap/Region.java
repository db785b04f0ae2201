package dev.dmalint.analyzer.heap;

import static java.util.Objects.requireNonNull;

import dev.dmalint.analyzer.ir.TypeName;

/**
 * An object or array, named by where it is made. Two regions are the same if they have the same
 * number in one table.
 */
public final class Region {
  private final int number;
  private final TypeName type;
  private final Kind kind;
  private final String label;

  Region(int number, TypeName type, Kind kind, String label) {
    this.number = number;
    this.type = requireNonNull(type);
    this.kind = requireNonNull(kind);
    this.label = requireNonNull(label);
  }

  /** {@return its position in its table, from 0} */
  public int number() {
    return number;
  }

  /** {@return the type it is known to have: exact for made objects, an upper bound for others} */
  public TypeName type() {
    return type;
  }

  /** {@return where it comes from} */
  public Kind kind() {
    return kind;
  }

  /** {@return how messages of the analysis itself name it} */
  public String label() {
    return label;
  }

  @Override
  public String toString() {
    return "#" + number + ":" + type.simple();
  }

  /** Where an object comes from. */
  public enum Kind {
    /** Made by the scanned code or by a model row: all about it is known. */
    MADE,
    /** Came from outside: what it holds is made up when it is first asked for. */
    OUTSIDE,
    /** The static fields of a type, or a place of the whole program. */
    STATIC
  }
}
