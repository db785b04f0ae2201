package dev.dmalint.replay.value;

import dev.dmalint.analyzer.ir.BinaryOperator;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.analyzer.ir.UnaryOperator;

/**
 * Operators on primitives, as the language defines them (JLS 15.15-15.22, 5.1).
 *
 * <p>An integer division by zero throws the host's {@link ArithmeticException}.
 */
public final class Arithmetic {
  private Arithmetic() {}

  /** {@return {@code operator operand}} */
  public static Object unary(UnaryOperator operator, Object operand) {
    return switch (operator) {
      case NOT -> !((Boolean) operand);
      case COMPLEMENT -> operand instanceof Long wide ? (Object) ~wide : ~toInt(operand);
      case NEGATE -> negate(operand);
    };
  }

  private static Object negate(Object operand) {
    if (operand instanceof Long wide) {
      return -wide;
    }
    if (operand instanceof Double wide) {
      return -wide;
    }
    return operand instanceof Float single ? (Object) (-single) : -toInt(operand);
  }

  /** {@return {@code left operator right}; operands of one type, references too for equality} */
  public static Object binary(BinaryOperator operator, Object left, Object right) {
    if (operator.isShift()) {
      return shift(operator, left, ((Number) right).intValue());
    }
    if (left instanceof Integer a && right instanceof Integer b) {
      return IntegerArithmetic.apply(operator, a, b);
    }
    if (left instanceof Long a && right instanceof Long b) {
      return IntegerArithmetic.apply(operator, a, b);
    }
    if (left instanceof Double a && right instanceof Double b) {
      return FloatingArithmetic.apply(operator, a, b);
    }
    if (left instanceof Float a && right instanceof Float b) {
      return FloatingArithmetic.apply(operator, a, b);
    }
    if (left instanceof Boolean a && right instanceof Boolean b) {
      return onBooleans(operator, a, b);
    }
    return onOthers(operator, left, right);
  }

  private static boolean onBooleans(BinaryOperator operator, boolean a, boolean b) {
    return switch (operator) {
      case AND -> a && b;
      case OR -> a || b;
      case XOR, NOT_EQUAL -> a ^ b;
      case EQUAL -> a == b;
      default -> throw new IllegalArgumentException(operator + " on boolean");
    };
  }

  private static Object onOthers(BinaryOperator operator, Object left, Object right) {
    if (isPrimitive(left)) {
      return IntegerArithmetic.apply(operator, toInt(left), toInt(right));
    }
    return switch (operator) {
      case EQUAL -> left == right;
      case NOT_EQUAL -> left != right;
      default -> throw new IllegalArgumentException(operator + " on references");
    };
  }

  private static boolean isPrimitive(Object value) {
    return value instanceof Number || value instanceof Character || value instanceof Boolean;
  }

  private static Object shift(BinaryOperator operator, Object left, int count) {
    if (left instanceof Long wide) {
      return switch (operator) {
        case SHIFT_LEFT -> wide << count;
        case SHIFT_RIGHT -> wide >> count;
        default -> wide >>> count;
      };
    }
    int value = toInt(left);
    return switch (operator) {
      case SHIFT_LEFT -> value << count;
      case SHIFT_RIGHT -> value >> count;
      default -> value >>> count;
    };
  }

  /** {@return a primitive converted to another primitive type, narrowed where needed} */
  public static Object convert(Object value, TypeName type) {
    return switch (type.text()) {
      case "byte" -> (byte) toInt(value);
      case "short" -> (short) toInt(value);
      case "char" -> (char) toInt(value);
      case "int" -> toInt(value);
      case "long" -> value instanceof Character unit ? (long) unit : ((Number) value).longValue();
      case "float" ->
          value instanceof Character unit ? (float) unit : ((Number) value).floatValue();
      case "double" ->
          value instanceof Character unit ? (double) unit : ((Number) value).doubleValue();
      default -> value;
    };
  }

  /** {@return a value as {@code int}; {@code float} and {@code double} saturate} */
  static int toInt(Object value) {
    return value instanceof Character unit ? unit : ((Number) value).intValue();
  }
}
