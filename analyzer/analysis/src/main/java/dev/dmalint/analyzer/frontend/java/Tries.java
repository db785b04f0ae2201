package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.BinaryOperator;
import dev.dmalint.analyzer.ir.Block.Handler;
import dev.dmalint.analyzer.ir.Instruction.Binary;
import dev.dmalint.analyzer.ir.Instruction.CallKind;
import dev.dmalint.analyzer.ir.Instruction.CaughtException;
import dev.dmalint.analyzer.ir.Instruction.Monitor;
import dev.dmalint.analyzer.ir.Instruction.MonitorAction;
import dev.dmalint.analyzer.ir.Literal;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.Terminator;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.internal.compiler.ast.Argument;
import org.eclipse.jdt.internal.compiler.ast.Block;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.LocalDeclaration;
import org.eclipse.jdt.internal.compiler.ast.Statement;
import org.eclipse.jdt.internal.compiler.ast.SynchronizedStatement;
import org.eclipse.jdt.internal.compiler.ast.TryStatement;
import org.eclipse.jdt.internal.compiler.ast.TypeReference;
import org.eclipse.jdt.internal.compiler.ast.UnionTypeReference;

/** {@code try} with {@code catch}, {@code finally} and resources; {@code synchronized}. */
final class Tries {
  private static final TypeName THROWABLE = new TypeName("java.lang.Throwable");
  private static final MethodName CLOSE =
      Known.method("java.lang.AutoCloseable", "close", TypeName.VOID);
  private static final MethodName SUPPRESS =
      Known.method("java.lang.Throwable", "addSuppressed", TypeName.VOID, THROWABLE);

  private final Body body;

  Tries(Body body) {
    this.body = body;
  }

  void lower(TryStatement node) {
    if (node.finallyBlock == null) {
      withCatches(node);
    } else {
      SourceSpan at = body.at(node.finallyBlock);
      guarded(at, () -> body.statements.block(node.finallyBlock), () -> withCatches(node));
    }
  }

  /** Does {@code cleanup} after {@code inside}, whichever way that is left. */
  private void guarded(SourceSpan at, Runnable cleanup, Runnable inside) {
    List<Handler> outer = body.code.handlers();
    int handler = body.code.newBlock();
    int next = body.code.newBlock();
    body.code.handlers(at, List.of(new Handler(List.of(THROWABLE), handler)));
    body.exits.cleaning(cleanup, outer, inside);
    body.code.handlers(at, outer);
    if (body.code.isOpen()) {
      cleanup.run();
      body.code.jump(at, next);
    }
    body.code.begin(handler);
    Local exception = caught(at, THROWABLE);
    cleanup.run();
    if (body.code.isOpen()) {
      body.code.end(new Terminator.Throw(at, exception));
    }
    body.code.begin(next);
  }

  private Local caught(SourceSpan at, TypeName type) {
    Local exception = body.temporary(type);
    body.add(new CaughtException(at, exception));
    return exception;
  }

  private void withCatches(TryStatement node) {
    List<Argument> arguments = Trees.list(node.catchArguments);
    if (arguments.isEmpty()) {
      resource(node, 0);
      return;
    }
    SourceSpan at = body.at(node);
    List<Handler> outer = body.code.handlers();
    List<Handler> inner = new ArrayList<>();
    for (Argument argument : arguments) {
      inner.add(new Handler(types(argument.type), body.code.newBlock()));
    }
    int next = body.code.newBlock();
    List<Handler> all = new ArrayList<>(inner);
    all.addAll(outer);
    body.code.handlers(at, all);
    resource(node, 0);
    body.code.jump(at, next);
    body.code.handlers(at, outer);
    for (int i = 0; i < inner.size(); i++) {
      body.code.begin(inner.get(i).next());
      catchBlock(arguments.get(i), inner.get(i).types(), node.catchBlocks[i]);
      body.code.jump(body.at(node.catchBlocks[i]), next);
    }
    body.code.begin(next);
  }

  private List<TypeName> types(TypeReference written) {
    if (written instanceof UnionTypeReference union) {
      return Trees.list(union.typeReferences).stream().map(body.unit.names()::of).toList();
    }
    return List.of(body.unit.names().of(written));
  }

  private void catchBlock(Argument argument, List<TypeName> types, Block block) {
    SourceSpan at = body.at(argument);
    if (argument.binding == null) {
      caught(at, types.get(0));
    } else {
      body.add(new CaughtException(at, body.variables.declare(argument.binding)));
    }
    body.statements.block(block);
  }

  /** The resources from one on, and inside of them the block. */
  private void resource(TryStatement node, int index) {
    List<Statement> resources = Trees.list(node.resources);
    if (index == resources.size()) {
      body.statements.block(node.tryBlock);
      return;
    }
    Statement resource = resources.get(index);
    SourceSpan at = body.at(resource);
    Value value = open(resource);
    List<Handler> outer = body.code.handlers();
    int handler = body.code.newBlock();
    int next = body.code.newBlock();
    Runnable close = () -> closeUnlessNull(value, at);
    body.code.handlers(at, List.of(new Handler(List.of(THROWABLE), handler)));
    body.exits.cleaning(close, outer, () -> resource(node, index + 1));
    body.code.handlers(at, outer);
    if (body.code.isOpen()) {
      close.run();
      body.code.jump(at, next);
    }
    body.code.begin(handler);
    closeAfter(caught(at, THROWABLE), value, outer, at);
    body.code.begin(next);
  }

  private Value open(Statement resource) {
    if (resource instanceof LocalDeclaration local && local.binding != null) {
      body.statements.lower(local);
      return new Value(body.variables.declare(local.binding), Erasure.of(local.binding.type));
    }
    if (resource instanceof Expression expression) {
      Value value = body.expressions.typed(expression);
      return new Value(body.expressions.copy(value.local(), body.at(resource)), value.type());
    }
    return new Value(body.zero(body.at(resource), null), null);
  }

  private void closeUnlessNull(Value resource, SourceSpan at) {
    int close = body.code.newBlock();
    int next = body.code.newBlock();
    branchOnNull(resource.local(), at, next, close);
    body.code.begin(close);
    new Known(body).callOn(resource, "close", CLOSE, at);
    body.code.jump(at, next);
    body.code.begin(next);
  }

  private void branchOnNull(Local object, SourceSpan at, int whenNull, int otherwise) {
    Local nothing = body.constant(at, object.type(), new Literal.Null());
    Local isNull = body.temporary(TypeName.BOOLEAN);
    body.add(new Binary(at, isNull, BinaryOperator.EQUAL, object, nothing));
    body.code.end(new Terminator.Branch(at, isNull, whenNull, otherwise));
  }

  /** Closes a resource after an exception; what the closing throws is added to that. */
  private void closeAfter(Local exception, Value resource, List<Handler> outer, SourceSpan at) {
    int close = body.code.newBlock();
    int again = body.code.newBlock();
    int rethrow = body.code.newBlock();
    branchOnNull(resource.local(), at, rethrow, close);
    body.code.handlers(at, List.of(new Handler(List.of(THROWABLE), again)));
    body.code.begin(close);
    new Known(body).callOn(resource, "close", CLOSE, at);
    body.code.jump(at, rethrow);
    body.code.handlers(at, outer);
    body.code.begin(again);
    Local second = caught(at, THROWABLE);
    new Known(body).call(at, CallKind.VIRTUAL, SUPPRESS, Optional.of(exception), List.of(second));
    body.code.jump(at, rethrow);
    body.code.begin(rethrow);
    body.code.end(new Terminator.Throw(at, exception));
  }

  void synchronise(SynchronizedStatement node) {
    SourceSpan at = body.at(node.expression);
    Value value = body.expressions.typed(node.expression);
    Local monitor = body.expressions.copy(value.local(), at);
    body.add(new Monitor(at, monitor, MonitorAction.ENTER));
    guarded(
        at,
        () -> body.add(new Monitor(at, monitor, MonitorAction.EXIT)),
        () -> body.statements.block(node.block));
  }
}
