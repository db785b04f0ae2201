package dev.dmalint.replay.value;

import dev.dmalint.analyzer.ir.BinaryOperator;

/** Operators on {@code float} and {@code double}: IEEE 754, strict since Java 17. */
final class FloatingArithmetic {
  private FloatingArithmetic() {}

  static Object apply(BinaryOperator operator, double a, double b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case REMAINDER -> a % b;
      default -> compare(operator, a, b);
    };
  }

  static Object apply(BinaryOperator operator, float a, float b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case REMAINDER -> a % b;
      default -> compare(operator, a, b);
    };
  }

  private static boolean compare(BinaryOperator operator, double a, double b) {
    return switch (operator) {
      case EQUAL -> a == b;
      case NOT_EQUAL -> a != b;
      case LESS -> a < b;
      case LESS_EQUAL -> a <= b;
      case GREATER -> a > b;
      case GREATER_EQUAL -> a >= b;
      default -> throw new IllegalArgumentException(operator + " on floating numbers");
    };
  }
}
