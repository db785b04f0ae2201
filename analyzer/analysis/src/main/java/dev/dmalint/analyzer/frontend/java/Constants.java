package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.Literal;
import dev.dmalint.analyzer.ir.TypeName;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.NullLiteral;
import org.eclipse.jdt.internal.compiler.impl.Constant;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeIds;
import org.jspecify.annotations.Nullable;

/** Values that the compiler folded. */
final class Constants {
  private Constants() {}

  /** {@return the folded value of an expression, or null} */
  static @Nullable Constant of(Expression node) {
    if (node.constant == null
        && node instanceof org.eclipse.jdt.internal.compiler.ast.Literal literal
        && !(node instanceof NullLiteral)) {
      literal.computeConstant();
    }
    return node.constant == null || node.constant == Constant.NotAConstant ? null : node.constant;
  }

  /** {@return the type of a folded value} */
  static TypeBinding type(Constant constant, Expression node) {
    if (Erasure.isPrimitive(node.resolvedType)) {
      return node.resolvedType;
    }
    return switch (constant.typeID()) {
      case TypeIds.T_boolean -> TypeBinding.BOOLEAN;
      case TypeIds.T_byte -> TypeBinding.BYTE;
      case TypeIds.T_short -> TypeBinding.SHORT;
      case TypeIds.T_char -> TypeBinding.CHAR;
      case TypeIds.T_long -> TypeBinding.LONG;
      case TypeIds.T_float -> TypeBinding.FLOAT;
      case TypeIds.T_double -> TypeBinding.DOUBLE;
      case TypeIds.T_int -> TypeBinding.INT;
      default -> node.resolvedType;
    };
  }

  /** {@return whether a folded value can be written as one of another primitive type} */
  static boolean converts(TypeBinding own, @Nullable TypeBinding target) {
    return Erasure.isPrimitive(own)
        && Erasure.isPrimitive(target)
        && (own == TypeBinding.BOOLEAN) == (target == TypeBinding.BOOLEAN);
  }

  /** {@return whether that loses nothing: it is what operands of an operator undergo} */
  static boolean widens(TypeBinding own, @Nullable TypeBinding target) {
    return converts(own, target) && own.isCompatibleWith(target);
  }

  /** {@return the literal for a folded value, converted to a type} */
  static Literal literal(Constant constant, TypeName type) {
    return switch (type.text()) {
      case "boolean" -> new Literal.Whole(constant.booleanValue() ? 1 : 0);
      case "byte" -> new Literal.Whole(constant.byteValue());
      case "short" -> new Literal.Whole(constant.shortValue());
      case "char" -> new Literal.Whole(constant.charValue());
      case "int" -> new Literal.Whole(constant.intValue());
      case "long" -> new Literal.Whole(constant.longValue());
      case "float" -> new Literal.Floating(constant.floatValue());
      case "double" -> new Literal.Floating(constant.doubleValue());
      default -> new Literal.Text(constant.stringValue());
    };
  }
}
