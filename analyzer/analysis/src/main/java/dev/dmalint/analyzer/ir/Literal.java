package dev.dmalint.analyzer.ir;

/** A value that stands in the source, or that the compiler computed from such values. */
public sealed interface Literal {
  /**
   * A {@code boolean} (0 or 1), {@code byte}, {@code short}, {@code char}, {@code int} or {@code
   * long}, sign-extended ({@code char}: zero-extended) to 64 bits.
   */
  record Whole(long value) implements Literal {}

  /** A {@code float} or {@code double}; a {@code float} is widened. */
  record Floating(double value) implements Literal {}

  /** A string. */
  record Text(String value) implements Literal {}

  /** The {@code null} reference. */
  record Null() implements Literal {}

  /** A class literal. */
  record TypeOf(TypeName type) implements Literal {}

  /** A constant of an enum; only as the label of a switch and as a value in an annotation. */
  record EnumLabel(FieldName constant) implements Literal {}
}
