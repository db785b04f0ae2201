package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.BinaryOperator;
import dev.dmalint.analyzer.ir.Instruction.ArrayLength;
import dev.dmalint.analyzer.ir.Instruction.ArrayLoad;
import dev.dmalint.analyzer.ir.Instruction.Binary;
import dev.dmalint.analyzer.ir.Instruction.CallKind;
import dev.dmalint.analyzer.ir.Instruction.Copy;
import dev.dmalint.analyzer.ir.Literal;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.Terminator;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jdt.internal.compiler.ast.DoStatement;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.ForStatement;
import org.eclipse.jdt.internal.compiler.ast.ForeachStatement;
import org.eclipse.jdt.internal.compiler.ast.LabeledStatement;
import org.eclipse.jdt.internal.compiler.ast.Statement;
import org.eclipse.jdt.internal.compiler.ast.WhileStatement;
import org.eclipse.jdt.internal.compiler.lookup.ArrayBinding;
import org.eclipse.jdt.internal.compiler.lookup.ParameterizedTypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeIds;
import org.jspecify.annotations.Nullable;

/** Loops and labels. */
final class Loops {
  private static final TypeName ITERATOR = new TypeName("java.util.Iterator");
  private static final MethodName ITERATE =
      Known.method("java.lang.Iterable", "iterator", ITERATOR);
  private static final MethodName HAS_NEXT =
      Known.method("java.util.Iterator", "hasNext", TypeName.BOOLEAN);
  private static final MethodName NEXT =
      Known.method("java.util.Iterator", "next", TypeName.OBJECT);

  private final Body body;
  private String pendingLabel = "";

  Loops(Body body) {
    this.body = body;
  }

  void labelled(LabeledStatement node) {
    String label = new String(node.label);
    if (isLoop(node.statement)) {
      pendingLabel = label;
      body.statements.lower(node.statement);
      return;
    }
    int next = body.code.newBlock();
    body.exits.label(label, next, -1, () -> body.statements.lower(node.statement));
    body.code.jump(body.at(node), next);
    body.code.begin(next);
  }

  private static boolean isLoop(Statement node) {
    return node instanceof WhileStatement
        || node instanceof DoStatement
        || node instanceof ForStatement
        || node instanceof ForeachStatement;
  }

  /** Lowers a loop's action, under its label if it has one. */
  private void inside(String label, int breakTo, int continueTo, @Nullable Statement action) {
    Runnable lower =
        () -> {
          if (action != null) {
            body.statements.lower(action);
          }
        };
    Runnable loop = () -> body.exits.loop(breakTo, continueTo, lower);
    if (label.isEmpty()) {
      loop.run();
    } else {
      body.exits.label(label, breakTo, continueTo, loop);
    }
  }

  private String takeLabel() {
    String label = pendingLabel;
    pendingLabel = "";
    return label;
  }

  void whileLoop(WhileStatement node) {
    String label = takeLabel();
    SourceSpan at = body.at(node);
    int test = body.code.newBlock();
    int action = body.code.newBlock();
    int next = body.code.newBlock();
    body.code.jump(at, test);
    body.code.begin(test);
    body.conditions.branch(node.condition, action, next);
    body.code.begin(action);
    inside(label, next, test, node.action);
    body.code.jump(at, test);
    body.code.begin(next);
  }

  void doLoop(DoStatement node) {
    String label = takeLabel();
    SourceSpan at = body.at(node);
    int action = body.code.newBlock();
    int test = body.code.newBlock();
    int next = body.code.newBlock();
    body.code.jump(at, action);
    body.code.begin(action);
    inside(label, next, test, node.action);
    body.code.jump(at, test);
    body.code.begin(test);
    body.conditions.branch(node.condition, action, next);
    body.code.begin(next);
  }

  void forLoop(ForStatement node) {
    String label = takeLabel();
    SourceSpan at = body.at(node);
    body.statements.all(Trees.list(node.initializations));
    int test = body.code.newBlock();
    int action = body.code.newBlock();
    int step = body.code.newBlock();
    int next = body.code.newBlock();
    body.code.jump(at, test);
    body.code.begin(test);
    if (node.condition == null) {
      body.code.jump(at, action);
    } else {
      body.conditions.branch(node.condition, action, next);
    }
    body.code.begin(action);
    inside(label, next, step, node.action);
    body.code.jump(at, step);
    body.code.begin(step);
    body.statements.all(Trees.list(node.increments));
    body.code.jump(at, test);
    body.code.begin(next);
  }

  void forEach(ForeachStatement node) {
    String label = takeLabel();
    Value collection = body.expressions.typed(node.collection);
    if (collection.type() instanceof ArrayBinding array) {
      overArray(node, label, collection, array);
    } else {
      overIterable(node, label, collection);
    }
  }

  private void overArray(
      ForeachStatement node, String label, Value collection, ArrayBinding array) {
    SourceSpan at = body.at(node.collection);
    Local held = body.expressions.copy(collection.local(), at);
    Local length = body.temporary(TypeName.INT);
    body.add(new ArrayLength(at, length, held));
    Local index = body.temporary(TypeName.INT);
    body.add(new Copy(at, index, body.constant(at, TypeName.INT, new Literal.Whole(0))));
    Consumer<Integer[]> test =
        blocks -> {
          Local more = body.temporary(TypeName.BOOLEAN);
          body.add(new Binary(at, more, BinaryOperator.LESS, index, length));
          body.code.end(new Terminator.Branch(at, more, blocks[0], blocks[1]));
        };
    Runnable bind =
        () -> {
          Local element = body.temporary(array.elementsType());
          body.add(new ArrayLoad(at, element, held, index));
          bind(node, new Value(element, Erasure.of(array.elementsType())), array.elementsType());
        };
    Runnable step =
        () -> {
          Local one = body.constant(at, TypeName.INT, new Literal.Whole(1));
          Local sum = body.temporary(TypeName.INT);
          body.add(new Binary(at, sum, BinaryOperator.ADD, index, one));
          body.add(new Copy(at, index, sum));
        };
    loop(node, label, test, bind, step);
  }

  private void overIterable(ForeachStatement node, String label, Value collection) {
    SourceSpan at = body.at(node.collection);
    Known known = new Known(body);
    Local iterator = known.callOn(collection, "iterator", ITERATE, at);
    Consumer<Integer[]> test =
        blocks -> {
          Local more = known.call(at, CallKind.VIRTUAL, HAS_NEXT, Optional.of(iterator), List.of());
          body.code.end(new Terminator.Branch(at, more, blocks[0], blocks[1]));
        };
    Runnable bind =
        () -> {
          Local element = known.call(at, CallKind.VIRTUAL, NEXT, Optional.of(iterator), List.of());
          TypeBinding own = elementType(node.collection);
          TypeBinding object = body.unit.tree().scope.getJavaLangObject();
          bind(node, new Value(element, own == null ? null : object), own);
        };
    loop(node, label, test, bind, () -> {});
  }

  private static @Nullable TypeBinding elementType(Expression collection) {
    TypeBinding type = collection.resolvedType;
    if (!(type instanceof ReferenceBinding) || Erasure.isMissing(type)) {
      return null;
    }
    ReferenceBinding iterable =
        type.findSuperTypeOriginatingFrom(TypeIds.T_JavaLangIterable, false);
    if (iterable instanceof ParameterizedTypeBinding parameterized
        && parameterized.arguments != null
        && parameterized.arguments.length == 1) {
      return Erasure.of(parameterized.arguments[0]);
    }
    return iterable == null ? null : Erasure.of(iterable.superclass());
  }

  /** Gives the next element to the loop's variable, by way of the type that elements have. */
  private void bind(ForeachStatement node, Value element, @Nullable TypeBinding own) {
    SourceSpan at = body.unit.span(node.elementVariable.sourceStart, node.collection.sourceEnd);
    if (node.elementVariable.binding == null) {
      return;
    }
    TypeBinding type = Erasure.of(node.elementVariable.binding.type);
    Value value = element;
    if (Erasure.isPrimitive(type) && !Erasure.isPrimitive(value.type())) {
      value = body.conversions.to(own, value, at);
    }
    value = body.conversions.to(type, value, at);
    body.add(new Copy(at, body.variables.declare(node.elementVariable.binding), value.local()));
  }

  private void loop(
      ForeachStatement node,
      String label,
      Consumer<Integer[]> condition,
      Runnable bind,
      Runnable increment) {
    SourceSpan at = body.at(node);
    int test = body.code.newBlock();
    int action = body.code.newBlock();
    int step = body.code.newBlock();
    int next = body.code.newBlock();
    body.code.jump(at, test);
    body.code.begin(test);
    condition.accept(new Integer[] {action, next});
    body.code.begin(action);
    bind.run();
    inside(label, next, step, node.action);
    body.code.jump(at, step);
    body.code.begin(step);
    increment.run();
    body.code.jump(at, test);
    body.code.begin(next);
  }
}
