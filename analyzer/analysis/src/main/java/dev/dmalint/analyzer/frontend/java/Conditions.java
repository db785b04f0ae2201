package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.Instruction.Copy;
import dev.dmalint.analyzer.ir.Literal;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.Terminator;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import java.util.List;
import org.eclipse.jdt.internal.compiler.ast.BinaryExpression;
import org.eclipse.jdt.internal.compiler.ast.ConditionalExpression;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.InstanceOfExpression;
import org.eclipse.jdt.internal.compiler.ast.OperatorIds;
import org.eclipse.jdt.internal.compiler.ast.UnaryExpression;
import org.eclipse.jdt.internal.compiler.impl.Constant;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeIds;
import org.jspecify.annotations.Nullable;

/**
 * Conditions as control flow: {@code &&}, {@code ||}, {@code !}, {@code instanceof}, {@code ?:}.
 */
final class Conditions {
  private final Body body;

  Conditions(Body body) {
    this.body = body;
  }

  /** Goes on in one of two blocks by a condition. */
  void branch(Expression node, int whenTrue, int whenFalse) {
    Constant constant = Constants.of(node);
    if (constant != null && constant.typeID() == TypeIds.T_boolean) {
      body.code.jump(body.at(node), constant.booleanValue() ? whenTrue : whenFalse);
    } else if (node instanceof BinaryExpression binary && isShortCircuit(binary)) {
      shortCircuit(binary, whenTrue, whenFalse);
    } else if (node instanceof UnaryExpression unary && Operators.sign(unary) == OperatorIds.NOT) {
      branch(unary.expression, whenFalse, whenTrue);
    } else if (node instanceof InstanceOfExpression test) {
      body.patterns.test(test, whenTrue, whenFalse);
    } else {
      Value value = body.expressions.converted(node, TypeBinding.BOOLEAN);
      body.code.end(new Terminator.Branch(body.at(node), value.local(), whenTrue, whenFalse));
    }
  }

  private static boolean isShortCircuit(BinaryExpression node) {
    int sign = Operators.sign(node);
    return sign == OperatorIds.AND_AND || sign == OperatorIds.OR_OR;
  }

  private void shortCircuit(BinaryExpression node, int whenTrue, int whenFalse) {
    int next = body.code.newBlock();
    if (Operators.sign(node) == OperatorIds.AND_AND) {
      branch(node.left, next, whenFalse);
    } else {
      branch(node.left, whenTrue, next);
    }
    body.code.begin(next);
    branch(node.right, whenTrue, whenFalse);
  }

  /** {@return a condition as a {@code boolean}} */
  Value value(Expression node) {
    SourceSpan at = body.at(node);
    Local result = body.temporary(TypeName.BOOLEAN);
    int whenTrue = body.code.newBlock();
    int whenFalse = body.code.newBlock();
    int next = body.code.newBlock();
    branch(node, whenTrue, whenFalse);
    body.code.begin(whenTrue);
    body.add(constant(at, result, 1));
    body.code.jump(at, next);
    body.code.begin(whenFalse);
    body.add(constant(at, result, 0));
    body.code.jump(at, next);
    body.code.begin(next);
    return new Value(result, TypeBinding.BOOLEAN);
  }

  private static dev.dmalint.analyzer.ir.Instruction constant(
      SourceSpan at, Local target, int bit) {
    return new dev.dmalint.analyzer.ir.Instruction.Constant(at, target, new Literal.Whole(bit));
  }

  Value choose(ConditionalExpression node, @Nullable TypeBinding want) {
    TypeBinding own = Erasure.of(node.resolvedType);
    TypeBinding held =
        body.conversions.held(own, want, List.of(node.valueIfTrue, node.valueIfFalse));
    Local result = body.temporary(held);
    int whenTrue = body.code.newBlock();
    int whenFalse = body.code.newBlock();
    int next = body.code.newBlock();
    branch(node.condition, whenTrue, whenFalse);
    arm(node.valueIfTrue, whenTrue, result, held, next);
    arm(node.valueIfFalse, whenFalse, result, held, next);
    body.code.begin(next);
    return new Value(result, held);
  }

  private void arm(
      Expression value, int block, Local result, @Nullable TypeBinding type, int next) {
    body.code.begin(block);
    Value arm = body.expressions.converted(value, type);
    body.add(new Copy(body.at(value), result, arm.local()));
    body.code.jump(body.at(value), next);
  }
}
