package dev.dmalint.analyzer.ir;

/** Operators of one operand, on the operand's type. */
public enum UnaryOperator {
  /** Arithmetic negation. */
  NEGATE("-"),
  /** Bitwise complement. */
  COMPLEMENT("~"),
  /** Logical negation of a {@code boolean}. */
  NOT("!");

  private final String sign;

  UnaryOperator(String sign) {
    this.sign = sign;
  }

  /** {@return the operator as Java writes it} */
  public String sign() {
    return sign;
  }
}
