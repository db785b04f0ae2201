package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.Instruction;
import dev.dmalint.analyzer.ir.Literal;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.internal.compiler.ast.AND_AND_Expression;
import org.eclipse.jdt.internal.compiler.ast.AllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.ArrayAllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.ArrayInitializer;
import org.eclipse.jdt.internal.compiler.ast.ArrayReference;
import org.eclipse.jdt.internal.compiler.ast.Assignment;
import org.eclipse.jdt.internal.compiler.ast.BinaryExpression;
import org.eclipse.jdt.internal.compiler.ast.CastExpression;
import org.eclipse.jdt.internal.compiler.ast.ClassLiteralAccess;
import org.eclipse.jdt.internal.compiler.ast.CombinedBinaryExpression;
import org.eclipse.jdt.internal.compiler.ast.CompoundAssignment;
import org.eclipse.jdt.internal.compiler.ast.ConditionalExpression;
import org.eclipse.jdt.internal.compiler.ast.EqualExpression;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.FieldReference;
import org.eclipse.jdt.internal.compiler.ast.InstanceOfExpression;
import org.eclipse.jdt.internal.compiler.ast.LambdaExpression;
import org.eclipse.jdt.internal.compiler.ast.MessageSend;
import org.eclipse.jdt.internal.compiler.ast.NullLiteral;
import org.eclipse.jdt.internal.compiler.ast.OR_OR_Expression;
import org.eclipse.jdt.internal.compiler.ast.PostfixExpression;
import org.eclipse.jdt.internal.compiler.ast.PrefixExpression;
import org.eclipse.jdt.internal.compiler.ast.QualifiedAllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.QualifiedNameReference;
import org.eclipse.jdt.internal.compiler.ast.QualifiedSuperReference;
import org.eclipse.jdt.internal.compiler.ast.QualifiedThisReference;
import org.eclipse.jdt.internal.compiler.ast.ReferenceExpression;
import org.eclipse.jdt.internal.compiler.ast.SingleNameReference;
import org.eclipse.jdt.internal.compiler.ast.SuperReference;
import org.eclipse.jdt.internal.compiler.ast.SwitchExpression;
import org.eclipse.jdt.internal.compiler.ast.SwitchStatement;
import org.eclipse.jdt.internal.compiler.ast.ThisReference;
import org.eclipse.jdt.internal.compiler.ast.UnaryExpression;
import org.eclipse.jdt.internal.compiler.impl.Constant;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeIds;
import org.jspecify.annotations.Nullable;

/** Hands each expression to its family. */
final class Expressions {
  private static final Map<Class<?>, Rule<Expression>> RULES =
      Map.ofEntries(
          rule(AllocationExpression.class, (b, node, want) -> b.creations.object(node)),
          rule(QualifiedAllocationExpression.class, (b, node, want) -> b.creations.object(node)),
          rule(ArrayAllocationExpression.class, (b, node, want) -> b.arrays.allocate(node)),
          rule(ArrayInitializer.class, (b, node, want) -> b.arrays.initialise(node, want)),
          rule(ArrayReference.class, (b, node, want) -> b.assignments.read(node, want)),
          rule(FieldReference.class, (b, node, want) -> b.names.field(node, want)),
          rule(SingleNameReference.class, (b, node, want) -> b.names.single(node, want)),
          rule(QualifiedNameReference.class, (b, node, want) -> b.names.qualified(node, want)),
          rule(ThisReference.class, (b, node, want) -> b.names.self(node)),
          rule(SuperReference.class, (b, node, want) -> b.names.self(node)),
          rule(QualifiedThisReference.class, (b, node, want) -> b.names.outer(node)),
          rule(QualifiedSuperReference.class, (b, node, want) -> b.names.outer(node)),
          rule(Assignment.class, (b, node, want) -> b.assignments.assign(node)),
          rule(CompoundAssignment.class, (b, node, want) -> b.assignments.compound(node)),
          rule(PostfixExpression.class, (b, node, want) -> b.assignments.postfix(node)),
          rule(PrefixExpression.class, (b, node, want) -> b.assignments.compound(node)),
          rule(BinaryExpression.class, (b, node, want) -> b.operators.binary(node, want)),
          rule(CombinedBinaryExpression.class, (b, node, want) -> b.operators.binary(node, want)),
          rule(EqualExpression.class, (b, node, want) -> b.operators.binary(node, want)),
          rule(UnaryExpression.class, (b, node, want) -> b.operators.unary(node, want)),
          rule(AND_AND_Expression.class, (b, node, want) -> b.conditions.value(node)),
          rule(OR_OR_Expression.class, (b, node, want) -> b.conditions.value(node)),
          rule(InstanceOfExpression.class, (b, node, want) -> b.conditions.value(node)),
          rule(ConditionalExpression.class, (b, node, want) -> b.conditions.choose(node, want)),
          rule(CastExpression.class, (b, node, want) -> b.operators.cast(node)),
          rule(ClassLiteralAccess.class, (b, node, want) -> b.operators.classLiteral(node)),
          rule(MessageSend.class, (b, node, want) -> b.calls.value(node, want)),
          rule(LambdaExpression.class, (b, node, want) -> b.lambdas.lambda(node)),
          rule(ReferenceExpression.class, (b, node, want) -> b.lambdas.reference(node)),
          rule(SwitchExpression.class, (b, node, want) -> b.switches.value(node, want)),
          rule(NullLiteral.class, (b, node, want) -> b.expressions.nothing(node, want)));

  private final Body body;

  Expressions(Body body) {
    this.body = body;
  }

  /** Lowers one kind of expression. */
  private interface Rule<E extends Expression> {
    Value lower(Body body, E node, @Nullable TypeBinding want);
  }

  private static <E extends Expression> Map.Entry<Class<?>, Rule<Expression>> rule(
      Class<E> kind, Rule<E> rule) {
    return Map.entry(kind, (body, node, want) -> rule.lower(body, kind.cast(node), want));
  }

  /**
   * {@return the value of an expression, of whatever type it has}
   *
   * @param want the type the place around asks for, which an unknown value takes; null if any will
   *     do
   */
  Value value(Expression node, @Nullable TypeBinding want) {
    body.unit.deadline().check();
    Constant constant = Constants.of(node);
    if (constant != null) {
      return constant(node, constant, want);
    }
    Rule<Expression> rule = RULES.get(node.getClass());
    return rule == null
        ? body.unlowered(node, node.getClass().getSimpleName(), List.of(), want)
        : rule.lower(body, node, want);
  }

  /** {@return the value as one of the expression's own erased type} */
  Value typed(Expression node) {
    return typed(node, null);
  }

  Value typed(Expression node, @Nullable TypeBinding want) {
    Value value = value(node, want);
    return Constants.of(node) == null
        ? body.conversions.to(node.resolvedType, value, body.at(node))
        : value;
  }

  /** {@return the value converted to a type, as an assignment does; as it is if that is unknown} */
  Value converted(Expression node, @Nullable TypeBinding target) {
    Constant constant = Constants.of(node);
    if (constant != null && Constants.converts(Constants.type(constant, node), target)) {
      TypeName name = body.unit.names().of(target);
      Literal literal = Constants.literal(constant, name);
      return new Value(body.constant(body.at(node), name, literal), target);
    }
    Value value = value(node, target);
    boolean unboxes = Erasure.isPrimitive(target) && !Erasure.isPrimitive(value.type());
    if (unboxes) {
      value = body.conversions.to(node.resolvedType, value, body.at(node));
    }
    return body.conversions.to(target, value, body.at(node));
  }

  /** Evaluates an expression whose value is dropped. */
  void effect(Expression node) {
    if (node instanceof MessageSend call) {
      body.calls.effect(call);
    } else if (node.getClass() == PostfixExpression.class
        || node.getClass() == PrefixExpression.class) {
      body.assignments.compound((CompoundAssignment) node);
    } else if (node.getClass() == SwitchStatement.class) {
      body.switches.statement((SwitchStatement) node);
    } else {
      value(node, null);
    }
  }

  private Value constant(Expression node, Constant constant, @Nullable TypeBinding want) {
    TypeBinding own = Constants.type(constant, node);
    TypeBinding target = want != null && Constants.widens(own, want) ? want : own;
    TypeName name =
        constant.typeID() == TypeIds.T_JavaLangString
            ? TypeName.STRING
            : body.unit.names().of(target);
    Literal literal = Constants.literal(constant, name);
    return new Value(body.constant(body.at(node), name, literal), target);
  }

  private Value nothing(Expression node, @Nullable TypeBinding want) {
    TypeName type = Erasure.isReference(want) ? body.unit.names().of(want) : TypeName.OBJECT;
    return new Value(body.constant(body.at(node), type, new Literal.Null()), TypeBinding.NULL);
  }

  /**
   * {@return a local that keeps the value while later parts of the same expression are evaluated: a
   * variable is copied unless those parts cannot assign it}
   */
  Local kept(Value value, SourceSpan at, Iterable<? extends @Nullable Expression> later) {
    if (!value.local().isTemporary()) {
      for (Expression part : later) {
        if (part != null && !isLeaf(part)) {
          return copy(value.local(), at);
        }
      }
    }
    return value.local();
  }

  Local copy(Local source, SourceSpan at) {
    Local target = body.temporary(source.type());
    body.add(new Instruction.Copy(at, target, source));
    return target;
  }

  boolean isLeaf(Expression node) {
    return Constants.of(node) != null
        || node instanceof SingleNameReference
        || node instanceof QualifiedNameReference
        || node instanceof ThisReference
        || node instanceof NullLiteral
        || node instanceof LambdaExpression
        || node instanceof ClassLiteralAccess;
  }
}
