package dev.dmalint.analyzer.heap;

import dev.dmalint.analyzer.ir.BinaryOperator;
import dev.dmalint.analyzer.ir.UnaryOperator;

/** Java's operators on whole numbers of which some bits are known. */
public final class Arithmetic {
  private Arithmetic() {}

  /** {@return {@code left operator right}, in a type of {@code width} bits} */
  public static Whole binary(BinaryOperator operator, Whole left, Whole right, int width) {
    Whole exact =
        switch (operator) {
          case AND -> and(left, right);
          case OR -> or(left, right);
          case XOR -> xor(left, right);
          case ADD -> add(left, right);
          case SUBTRACT -> add(left, add(complement(right), Whole.of(1)));
          case MULTIPLY -> multiply(left, right);
          case DIVIDE, REMAINDER -> divide(operator, left, right, width);
          case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> shift(operator, left, right, width);
          case EQUAL, NOT_EQUAL -> equal(operator, left, right);
          case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> compare(operator, left, right);
        };
    return operator.isComparison() ? exact : fit(exact, width, true);
  }

  /** {@return {@code operator operand}, in a type of {@code width} bits} */
  public static Whole unary(UnaryOperator operator, Whole operand, int width) {
    return switch (operator) {
      case COMPLEMENT -> complement(operand);
      case NEGATE -> fit(add(complement(operand), Whole.of(1)), width, true);
      case NOT -> xor(operand, Whole.of(1));
    };
  }

  /** {@return the number cut to {@code width} bits and extended again} */
  public static Whole fit(Whole number, int width, boolean signed) {
    if (width >= 64 || width == 1) {
      return number;
    }
    int gone = 64 - width;
    long known = number.known() << gone;
    long bits = number.bits() << gone;
    return signed
        ? new Whole(known >> gone, bits >> gone)
        : new Whole((known >>> gone) | (-1L << width), bits >>> gone);
  }

  private static Whole complement(Whole number) {
    return new Whole(number.known(), ~number.bits() & number.known());
  }

  private static Whole and(Whole left, Whole right) {
    long zeros = (left.known() & ~left.bits()) | (right.known() & ~right.bits());
    long ones = left.bits() & right.bits();
    return new Whole(zeros | ones, ones);
  }

  private static Whole or(Whole left, Whole right) {
    long ones = left.bits() | right.bits();
    long zeros = left.known() & ~left.bits() & right.known() & ~right.bits();
    return new Whole(zeros | ones, ones);
  }

  private static Whole xor(Whole left, Whole right) {
    long known = left.known() & right.known();
    return new Whole(known, (left.bits() ^ right.bits()) & known);
  }

  private static Whole add(Whole left, Whole right) {
    if (left.isConstant() && right.isConstant()) {
      return Whole.of(left.bits() + right.bits());
    }
    if (left.isConstant() && left.bits() == 0) {
      return right;
    }
    if (right.isConstant() && right.bits() == 0) {
      return left;
    }
    return low(left.bits() + right.bits(), Math.min(left.knownLowBits(), right.knownLowBits()));
  }

  private static Whole multiply(Whole left, Whole right) {
    if (left.isConstant() && right.isConstant()) {
      return Whole.of(left.bits() * right.bits());
    }
    int zeros = trailingZeros(left) + trailingZeros(right);
    return low(0, Math.min(zeros, 64));
  }

  private static int trailingZeros(Whole number) {
    return Math.min(number.knownLowBits(), Long.numberOfTrailingZeros(number.bits()));
  }

  private static Whole low(long bits, int count) {
    long known = count >= 64 ? -1 : (1L << count) - 1;
    return new Whole(known, bits & known);
  }

  private static Whole divide(BinaryOperator operator, Whole left, Whole right, int width) {
    if (!left.isConstant() || !right.isConstant() || right.bits() == 0) {
      return Whole.UNKNOWN;
    }
    boolean rest = operator == BinaryOperator.REMAINDER;
    long result = rest ? left.bits() % right.bits() : left.bits() / right.bits();
    return Whole.of(width == 32 ? (int) result : result);
  }

  private static Whole shift(BinaryOperator operator, Whole left, Whole right, int width) {
    if (!right.isConstant()) {
      return Whole.UNKNOWN;
    }
    int count = (int) right.bits() & (width == 64 ? 63 : 31);
    return switch (operator) {
      case SHIFT_LEFT ->
          new Whole((left.known() << count) | ((1L << count) - 1), left.bits() << count);
      case SHIFT_RIGHT -> new Whole(left.known() >> count, left.bits() >> count);
      default -> {
        Whole unsigned = fit(left, width, false);
        long top = count == 0 ? 0 : -1L << (64 - count);
        yield new Whole((unsigned.known() >>> count) | top, unsigned.bits() >>> count);
      }
    };
  }

  private static Whole equal(BinaryOperator operator, Whole left, Whole right) {
    boolean same = operator == BinaryOperator.EQUAL;
    if (left.isConstant() && right.isConstant()) {
      return truth(same == (left.bits() == right.bits()));
    }
    boolean differs = (left.known() & right.known() & (left.bits() ^ right.bits())) != 0;
    return differs ? truth(!same) : Whole.UNKNOWN;
  }

  private static Whole compare(BinaryOperator operator, Whole left, Whole right) {
    if (!left.isConstant() || !right.isConstant()) {
      return Whole.UNKNOWN;
    }
    int order = Long.compare(left.bits(), right.bits());
    return truth(
        switch (operator) {
          case LESS -> order < 0;
          case LESS_EQUAL -> order <= 0;
          case GREATER -> order > 0;
          default -> order >= 0;
        });
  }

  private static Whole truth(boolean value) {
    return Whole.of(value);
  }
}
