package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.FieldName;
import dev.dmalint.analyzer.ir.Instruction.Copy;
import dev.dmalint.analyzer.ir.Instruction.FieldLoad;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.Terminator;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.internal.compiler.ast.AssertStatement;
import org.eclipse.jdt.internal.compiler.ast.Block;
import org.eclipse.jdt.internal.compiler.ast.BreakStatement;
import org.eclipse.jdt.internal.compiler.ast.ContinueStatement;
import org.eclipse.jdt.internal.compiler.ast.DoStatement;
import org.eclipse.jdt.internal.compiler.ast.EmptyStatement;
import org.eclipse.jdt.internal.compiler.ast.ExplicitConstructorCall;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.ForStatement;
import org.eclipse.jdt.internal.compiler.ast.ForeachStatement;
import org.eclipse.jdt.internal.compiler.ast.IfStatement;
import org.eclipse.jdt.internal.compiler.ast.LabeledStatement;
import org.eclipse.jdt.internal.compiler.ast.LocalDeclaration;
import org.eclipse.jdt.internal.compiler.ast.ReturnStatement;
import org.eclipse.jdt.internal.compiler.ast.Statement;
import org.eclipse.jdt.internal.compiler.ast.SwitchStatement;
import org.eclipse.jdt.internal.compiler.ast.SynchronizedStatement;
import org.eclipse.jdt.internal.compiler.ast.ThrowStatement;
import org.eclipse.jdt.internal.compiler.ast.TryStatement;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.ast.WhileStatement;
import org.eclipse.jdt.internal.compiler.ast.YieldStatement;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeIds;

/** Hands each statement to its family; lowers the simple ones itself. */
final class Statements {
  static final String ASSERTIONS_DISABLED = "$assertionsDisabled";

  private static final Map<Class<?>, Rule<Statement>> RULES =
      Map.ofEntries(
          rule(Block.class, (b, node) -> b.statements.block(node)),
          rule(LocalDeclaration.class, (b, node) -> b.statements.local(node)),
          rule(IfStatement.class, (b, node) -> b.statements.choose(node)),
          rule(WhileStatement.class, (b, node) -> b.loops.whileLoop(node)),
          rule(DoStatement.class, (b, node) -> b.loops.doLoop(node)),
          rule(ForStatement.class, (b, node) -> b.loops.forLoop(node)),
          rule(ForeachStatement.class, (b, node) -> b.loops.forEach(node)),
          rule(LabeledStatement.class, (b, node) -> b.loops.labelled(node)),
          rule(BreakStatement.class, (b, node) -> b.exits.breakOut(node)),
          rule(ContinueStatement.class, (b, node) -> b.exits.goOn(node)),
          rule(YieldStatement.class, (b, node) -> b.exits.giveUp(node)),
          rule(ReturnStatement.class, (b, node) -> b.exits.giveBack(node)),
          rule(ThrowStatement.class, (b, node) -> b.statements.raise(node)),
          rule(TryStatement.class, (b, node) -> b.tries.lower(node)),
          rule(SynchronizedStatement.class, (b, node) -> b.tries.synchronise(node)),
          rule(SwitchStatement.class, (b, node) -> b.switches.statement(node)),
          rule(AssertStatement.class, (b, node) -> b.statements.check(node)),
          rule(ExplicitConstructorCall.class, (b, node) -> b.statements.construct(node)),
          rule(TypeDeclaration.class, (b, node) -> {}),
          rule(EmptyStatement.class, (b, node) -> {}));

  private final Body body;
  private Runnable afterConstruction = () -> {};

  Statements(Body body) {
    this.body = body;
  }

  /** Lowers one kind of statement. */
  private interface Rule<S extends Statement> {
    void lower(Body body, S node);
  }

  private static <S extends Statement> Map.Entry<Class<?>, Rule<Statement>> rule(
      Class<S> kind, Rule<S> rule) {
    return Map.entry(kind, (body, node) -> rule.lower(body, kind.cast(node)));
  }

  /** Sets what follows a call of a super constructor: field and instance initialisers. */
  void afterConstruction(Runnable steps) {
    afterConstruction = steps;
  }

  void block(Block node) {
    all(Trees.list(node.statements));
  }

  void all(List<Statement> statements) {
    statements.forEach(this::lower);
  }

  void lower(Statement node) {
    Rule<Statement> rule = RULES.get(node.getClass());
    if (rule != null) {
      rule.lower(body, node);
    } else if (node instanceof Expression expression) {
      body.expressions.effect(expression);
    } else {
      body.unlowered(node, node.getClass().getSimpleName(), List.of(), null);
    }
  }

  private void local(LocalDeclaration node) {
    if (node.binding == null) {
      if (node.initialization != null) {
        body.expressions.effect(node.initialization);
      }
      return;
    }
    if (node.initialization == null) {
      body.variables.declare(node.binding);
      return;
    }
    Value value = body.expressions.converted(node.initialization, Erasure.of(node.binding.type));
    Local target = body.variables.declare(node.binding);
    SourceSpan at = body.unit.span(node.sourceStart, node.initialization.sourceEnd);
    body.add(new Copy(at, target, value.local()));
  }

  private void choose(IfStatement node) {
    SourceSpan at = body.at(node);
    int whenTrue = body.code.newBlock();
    int whenFalse = body.code.newBlock();
    int next = node.elseStatement == null ? whenFalse : body.code.newBlock();
    body.conditions.branch(node.condition, whenTrue, whenFalse);
    body.code.begin(whenTrue);
    if (node.thenStatement != null) {
      lower(node.thenStatement);
    }
    body.code.jump(at, next);
    if (node.elseStatement != null) {
      body.code.begin(whenFalse);
      lower(node.elseStatement);
      body.code.jump(at, next);
    }
    body.code.begin(next);
  }

  private void raise(ThrowStatement node) {
    Value exception = body.expressions.typed(node.exception);
    body.code.end(new Terminator.Throw(body.at(node), exception.local()));
  }

  private void check(AssertStatement node) {
    SourceSpan at = body.at(node);
    FieldName disabled = new FieldName(body.owner.name(), ASSERTIONS_DISABLED, TypeName.BOOLEAN);
    Local off = body.temporary(TypeName.BOOLEAN);
    body.add(new FieldLoad(at, off, Optional.empty(), disabled));
    int enabled = body.code.newBlock();
    int failed = body.code.newBlock();
    int next = body.code.newBlock();
    body.code.end(new Terminator.Branch(at, off, next, enabled));
    body.code.begin(enabled);
    body.conditions.branch(node.assertExpression, next, failed);
    body.code.begin(failed);
    body.code.end(new Terminator.Throw(at, assertionError(node, at)));
    body.code.begin(next);
  }

  private Local assertionError(AssertStatement node, SourceSpan at) {
    String owner = "java.lang.AssertionError";
    if (node.exceptionArgument == null) {
      return new Known(body).create(at, Known.method(owner, "<init>", TypeName.VOID), List.of());
    }
    Value detail = body.expressions.typed(node.exceptionArgument);
    TypeBinding type = detail.type();
    boolean isSmall = type != null && (type.id == TypeIds.T_byte || type.id == TypeIds.T_short);
    Value converted = isSmall ? body.conversions.to(TypeBinding.INT, detail, at) : detail;
    TypeName parameter = Erasure.isPrimitive(type) ? converted.local().type() : TypeName.OBJECT;
    MethodName constructor = Known.method(owner, "<init>", TypeName.VOID, parameter);
    return new Known(body).create(at, constructor, List.of(converted.local()));
  }

  /** A constructor call, first in its constructor or later. */
  void construct(ExplicitConstructorCall node) {
    new Constructors(body).call(node);
    if (node.accessMode != ExplicitConstructorCall.This) {
      afterConstruction.run();
    }
  }
}
