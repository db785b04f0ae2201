package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.BinaryOperator;
import dev.dmalint.analyzer.ir.Instruction.Binary;
import dev.dmalint.analyzer.ir.Instruction.Concat;
import dev.dmalint.analyzer.ir.Instruction.Unary;
import dev.dmalint.analyzer.ir.Literal;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.analyzer.ir.UnaryOperator;
import dev.dmalint.findings.SourceSpan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.jdt.internal.compiler.ast.ASTNode;
import org.eclipse.jdt.internal.compiler.ast.BinaryExpression;
import org.eclipse.jdt.internal.compiler.ast.CastExpression;
import org.eclipse.jdt.internal.compiler.ast.ClassLiteralAccess;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.OperatorIds;
import org.eclipse.jdt.internal.compiler.ast.UnaryExpression;
import org.eclipse.jdt.internal.compiler.lookup.IntersectionTypeBinding18;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeIds;
import org.jspecify.annotations.Nullable;

/** Operators on values: arithmetic, comparisons, string concatenation, casts, class literals. */
final class Operators {
  private final Body body;

  Operators(Body body) {
    this.body = body;
  }

  static int sign(ASTNode node) {
    return (node.bits & ASTNode.OperatorMASK) >> ASTNode.OperatorSHIFT;
  }

  static BinaryOperator operator(int sign) {
    return switch (sign) {
      case OperatorIds.PLUS -> BinaryOperator.ADD;
      case OperatorIds.MINUS -> BinaryOperator.SUBTRACT;
      case OperatorIds.MULTIPLY -> BinaryOperator.MULTIPLY;
      case OperatorIds.DIVIDE -> BinaryOperator.DIVIDE;
      case OperatorIds.REMAINDER -> BinaryOperator.REMAINDER;
      case OperatorIds.AND -> BinaryOperator.AND;
      case OperatorIds.OR -> BinaryOperator.OR;
      case OperatorIds.XOR -> BinaryOperator.XOR;
      case OperatorIds.LEFT_SHIFT -> BinaryOperator.SHIFT_LEFT;
      case OperatorIds.RIGHT_SHIFT -> BinaryOperator.SHIFT_RIGHT;
      case OperatorIds.UNSIGNED_RIGHT_SHIFT -> BinaryOperator.SHIFT_RIGHT_UNSIGNED;
      case OperatorIds.EQUAL_EQUAL -> BinaryOperator.EQUAL;
      case OperatorIds.NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
      case OperatorIds.LESS -> BinaryOperator.LESS;
      case OperatorIds.LESS_EQUAL -> BinaryOperator.LESS_EQUAL;
      case OperatorIds.GREATER -> BinaryOperator.GREATER;
      case OperatorIds.GREATER_EQUAL -> BinaryOperator.GREATER_EQUAL;
      default -> throw new IllegalStateException("no binary operator: " + sign);
    };
  }

  /** A chain of left operands is walked in a loop: it may be thousands of terms long. */
  Value binary(BinaryExpression node, @Nullable TypeBinding want) {
    if (isConcat(node)) {
      return concat(node);
    }
    Deque<BinaryExpression> chain = new ArrayDeque<>();
    Expression left = node;
    while (isPlainBinary(left)) {
      chain.push((BinaryExpression) left);
      left = ((BinaryExpression) left).left;
    }
    TypeBinding other = Erasure.of(chain.getFirst().right.resolvedType);
    Value value = body.expressions.typed(left, hint(left, other, want));
    Expression before = left;
    for (BinaryExpression step : chain) {
      value = apply(operator(sign(step)), value, before, step.right, want, body.at(step));
      before = step;
    }
    return value;
  }

  private static boolean isPlainBinary(Expression node) {
    return node instanceof BinaryExpression binary
        && Constants.of(node) == null
        && sign(node) != OperatorIds.AND_AND
        && sign(node) != OperatorIds.OR_OR
        && node.getClass() != org.eclipse.jdt.internal.compiler.ast.InstanceOfExpression.class
        && !isConcat(binary);
  }

  /**
   * {@return the type an operand should have, if it is unknown or constant: for a constant that of
   * the other operand; an unknown whole number is {@code long}, unless all around it is {@code
   * int}}
   */
  private @Nullable TypeBinding hint(
      Expression operand, @Nullable TypeBinding other, @Nullable TypeBinding want) {
    TypeBinding unboxed = body.conversions.unboxed(other);
    TypeBinding beside = unboxed == null ? null : promoted(unboxed);
    if (operand.resolvedType != null || Constants.of(operand) != null) {
      return beside;
    }
    boolean isNumber = Erasure.isPrimitive(want) && want != TypeBinding.BOOLEAN;
    if (beside == null) {
      return isNumber ? want : null;
    }
    if (beside == TypeBinding.INT) {
      return isNumber && want != null ? wider(beside, promoted(want)) : TypeBinding.LONG;
    }
    return beside;
  }

  /**
   * {@return {@code left operator right}, after both were promoted; {@code right} is evaluated
   * here}
   *
   * @param before the expression that {@code left} comes from
   */
  Value apply(
      BinaryOperator operator,
      Value left,
      Expression before,
      Expression right,
      @Nullable TypeBinding want,
      SourceSpan at) {
    Local kept = body.expressions.kept(left, body.at(before), List.of(right));
    Value first = new Value(kept, left.type());
    TypeBinding hint = operator.isShift() ? null : hint(right, first.type(), want);
    return apply(operator, first, body.expressions.typed(right, hint), at);
  }

  /** {@return {@code first operator second}, after both were promoted} */
  Value apply(BinaryOperator operator, Value first, Value second, SourceSpan at) {
    if (operator.isShift()) {
      Value value = promote(unary(first), first, at);
      Value count = promote(unary(second), second, at);
      return result(operator, value, count, value.type(), at);
    }
    TypeBinding common = common(operator, first, second);
    Value a = common == null ? first : body.conversions.to(common, first, at);
    Value b = common == null ? second : body.conversions.to(common, second, at);
    TypeBinding type = operator.isComparison() ? TypeBinding.BOOLEAN : a.type();
    return result(operator, a, b, type, at);
  }

  private Value promote(TypeBinding type, Value value, SourceSpan at) {
    return body.conversions.to(type, value, at);
  }

  private Value result(
      BinaryOperator operator, Value left, Value right, @Nullable TypeBinding type, SourceSpan at) {
    Local target = body.temporary(type);
    body.add(new Binary(at, target, operator, left.local(), right.local()));
    return new Value(target, type);
  }

  private TypeBinding unary(Value value) {
    TypeBinding type = body.conversions.unboxed(value.type());
    return type == null ? TypeBinding.LONG : promoted(type);
  }

  private static TypeBinding promoted(TypeBinding type) {
    return switch (type.id) {
      case TypeIds.T_byte, TypeIds.T_short, TypeIds.T_char -> TypeBinding.INT;
      default -> type;
    };
  }

  /** {@return the type both operands are promoted to; null to compare references} */
  private @Nullable TypeBinding common(BinaryOperator operator, Value left, Value right) {
    boolean equality = operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL;
    boolean primitive = Erasure.isPrimitive(left.type()) || Erasure.isPrimitive(right.type());
    if (equality && !primitive) {
      return null;
    }
    TypeBinding a = body.conversions.unboxed(left.type());
    TypeBinding b = body.conversions.unboxed(right.type());
    if (a == null) {
      return b == null ? TypeBinding.LONG : promoted(b);
    }
    return b == null ? promoted(a) : wider(promoted(a), promoted(b));
  }

  private static TypeBinding wider(TypeBinding a, TypeBinding b) {
    return rank(a) >= rank(b) ? a : b;
  }

  private static int rank(TypeBinding type) {
    return switch (type.id) {
      case TypeIds.T_boolean -> 0;
      case TypeIds.T_int -> 1;
      case TypeIds.T_long -> 2;
      case TypeIds.T_float -> 3;
      default -> 4;
    };
  }

  private static boolean isConcat(BinaryExpression node) {
    return sign(node) == OperatorIds.PLUS
        && (isString(node) || isString(node.left) || isString(node.right));
  }

  static boolean isString(Expression node) {
    return node.resolvedType != null && node.resolvedType.id == TypeIds.T_JavaLangString;
  }

  private Value concat(BinaryExpression node) {
    Deque<Expression> operands = new ArrayDeque<>();
    Expression left = node;
    while (left instanceof BinaryExpression sum && Constants.of(left) == null && isConcat(sum)) {
      operands.push(sum.right);
      left = sum.left;
    }
    operands.push(left);
    List<Expression> later = new ArrayList<>(operands);
    List<Local> parts = new ArrayList<>();
    boolean leaves = true;
    for (int i = later.size() - 1; i > 0; i--) {
      leaves &= body.expressions.isLeaf(later.get(i));
    }
    for (Expression operand : operands) {
      Value part = body.expressions.typed(operand);
      parts.add(leaves ? part.local() : body.expressions.kept(part, body.at(operand), later));
    }
    Local target = body.temporary(TypeName.STRING);
    body.add(new Concat(body.at(node), target, parts));
    return new Value(target, string());
  }

  TypeBinding string() {
    return body.unit.tree().scope.getJavaLangString();
  }

  Value unary(UnaryExpression node, @Nullable TypeBinding want) {
    int sign = sign(node);
    if (sign == OperatorIds.NOT) {
      return body.conditions.value(node);
    }
    Value operand = body.expressions.typed(node.expression, want);
    Value promoted = promote(unary(operand), operand, body.at(node.expression));
    if (sign == OperatorIds.PLUS) {
      return promoted;
    }
    UnaryOperator operator =
        sign == OperatorIds.MINUS ? UnaryOperator.NEGATE : UnaryOperator.COMPLEMENT;
    Local target = body.temporary(promoted.type());
    body.add(new Unary(body.at(node), target, operator, promoted.local()));
    return new Value(target, promoted.type());
  }

  Value cast(CastExpression node) {
    TypeBinding written = node.type.resolvedType;
    TypeBinding target = Erasure.of(written);
    Value value = body.expressions.typed(node.expression, target);
    if (target == null) {
      return value;
    }
    if (written instanceof IntersectionTypeBinding18 intersection) {
      Value cast = value;
      for (TypeBinding part : intersection.intersectingTypes) {
        cast = body.conversions.to(part, cast, body.at(node));
      }
      return cast;
    }
    if (Erasure.isPrimitive(target) || Erasure.isPrimitive(value.type())) {
      return body.conversions.to(target, value, body.at(node));
    }
    boolean needed = value.type() == null || !Conversions.isSubtype(value.type(), target);
    return needed || Erasure.isMissing(target)
        ? body.conversions.cast(target, value, body.at(node))
        : new Value(value.local(), target);
  }

  Value classLiteral(ClassLiteralAccess node) {
    TypeName named = body.unit.names().of(node.type);
    TypeBinding type = Erasure.of(node.resolvedType);
    TypeName name = new TypeName("java.lang.Class");
    return new Value(body.constant(body.at(node), name, new Literal.TypeOf(named)), type);
  }
}
