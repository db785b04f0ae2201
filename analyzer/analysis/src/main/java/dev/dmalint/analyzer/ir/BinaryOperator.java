package dev.dmalint.analyzer.ir;

/**
 * Operators of two operands of one type; only shifts may have a right operand of another type,
 * {@code int} or {@code long}. {@code AND}, {@code OR} and {@code XOR} are bitwise, or the
 * non-short-circuit operators of {@code boolean}. Comparisons have a {@code boolean} result; {@code
 * EQUAL} and {@code NOT_EQUAL} also compare references.
 */
public enum BinaryOperator {
  ADD("+"),
  SUBTRACT("-"),
  MULTIPLY("*"),
  DIVIDE("/"),
  REMAINDER("%"),
  AND("&"),
  OR("|"),
  XOR("^"),
  SHIFT_LEFT("<<"),
  SHIFT_RIGHT(">>"),
  SHIFT_RIGHT_UNSIGNED(">>>"),
  EQUAL("=="),
  NOT_EQUAL("!="),
  LESS("<"),
  LESS_EQUAL("<="),
  GREATER(">"),
  GREATER_EQUAL(">=");

  private final String sign;

  BinaryOperator(String sign) {
    this.sign = sign;
  }

  /** {@return the operator as Java writes it} */
  public String sign() {
    return sign;
  }

  /** {@return whether the result is a {@code boolean} that compares the operands} */
  public boolean isComparison() {
    return compareTo(EQUAL) >= 0;
  }

  /** {@return whether this moves bits by a count} */
  public boolean isShift() {
    return this == SHIFT_LEFT || this == SHIFT_RIGHT || this == SHIFT_RIGHT_UNSIGNED;
  }
}
