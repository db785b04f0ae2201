package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.Instruction.CallKind;
import dev.dmalint.analyzer.ir.Instruction.Copy;
import dev.dmalint.analyzer.ir.Instruction.InstanceOf;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.Terminator;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.internal.compiler.ast.EitherOrMultiPattern;
import org.eclipse.jdt.internal.compiler.ast.GuardedPattern;
import org.eclipse.jdt.internal.compiler.ast.InstanceOfExpression;
import org.eclipse.jdt.internal.compiler.ast.LocalDeclaration;
import org.eclipse.jdt.internal.compiler.ast.Pattern;
import org.eclipse.jdt.internal.compiler.ast.RecordPattern;
import org.eclipse.jdt.internal.compiler.ast.TypePattern;
import org.eclipse.jdt.internal.compiler.lookup.RecordComponentBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/** {@code instanceof} and patterns, as tests that lead to one of two blocks. */
final class Patterns {
  private final Body body;

  Patterns(Body body) {
    this.body = body;
  }

  void test(InstanceOfExpression node, int whenTrue, int whenFalse) {
    Value value = body.expressions.typed(node.expression);
    if (node.pattern != null) {
      Local kept = body.expressions.copy(value.local(), body.at(node.expression));
      match(node.pattern, new Value(kept, value.type()), whenTrue, whenFalse);
    } else {
      TypeName type = body.unit.names().of(node.type);
      isInstance(value, type, body.at(node), whenTrue, whenFalse);
    }
  }

  private void isInstance(Value value, TypeName type, SourceSpan at, int whenTrue, int whenFalse) {
    Local result = body.temporary(TypeName.BOOLEAN);
    body.add(new InstanceOf(at, result, value.local(), type));
    body.code.end(new Terminator.Branch(at, result, whenTrue, whenFalse));
  }

  /** Tests a value against a pattern and binds the pattern's variables where it matches. */
  void match(Pattern pattern, Value value, int whenTrue, int whenFalse) {
    match(pattern, value, false, whenTrue, whenFalse);
  }

  private void match(Pattern pattern, Value value, boolean nested, int whenTrue, int whenFalse) {
    if (pattern instanceof GuardedPattern guarded) {
      int guard = body.code.newBlock();
      match(guarded.primaryPattern, value, nested, guard, whenFalse);
      body.code.begin(guard);
      body.conditions.branch(guarded.condition, whenTrue, whenFalse);
    } else if (pattern instanceof EitherOrMultiPattern either) {
      alternatives(either, value, nested, whenTrue, whenFalse);
    } else if (pattern instanceof RecordPattern components) {
      deconstruct(components, value, whenTrue, whenFalse);
    } else if (pattern instanceof TypePattern type) {
      typeTest(type, value, nested, whenTrue, whenFalse);
    } else {
      body.unlowered(pattern, "a pattern of a new kind", List.of(value.local()), null);
      body.code.jump(body.at(pattern), whenFalse);
    }
  }

  private void alternatives(
      EitherOrMultiPattern either, Value value, boolean nested, int whenTrue, int whenFalse) {
    for (Pattern each : either.getAlternatives()) {
      int next = body.code.newBlock();
      match(each, value, nested, whenTrue, next);
      body.code.begin(next);
    }
    body.code.jump(body.at(either), whenFalse);
  }

  private void typeTest(
      TypePattern pattern, Value value, boolean nested, int whenTrue, int whenFalse) {
    SourceSpan at = body.at(pattern);
    LocalDeclaration local = pattern.local;
    TypeBinding type = type(pattern, value);
    boolean isTotal = nested && (type == null || isTotal(value.type(), type));
    if (!isTotal && !Erasure.isPrimitive(type)) {
      int bind = body.code.newBlock();
      TypeName name =
          type == null && local.type != null
              ? body.unit.names().of(local.type)
              : body.unit.names().of(type);
      isInstance(value, name, at, bind, whenFalse);
      body.code.begin(bind);
    }
    if (Erasure.isPrimitive(type) && !isSame(value.type(), type)) {
      int bind = body.code.newBlock();
      Local fits =
          body.unlowered(
                  pattern,
                  "a pattern of a primitive type",
                  List.of(value.local()),
                  TypeBinding.BOOLEAN)
              .local();
      body.code.end(new Terminator.Branch(at, fits, bind, whenFalse));
      body.code.begin(bind);
    }
    if (local.binding != null) {
      Value bound = body.conversions.to(type, value, at);
      body.add(new Copy(at, body.variables.declare(local.binding), bound.local()));
    }
    body.code.jump(at, whenTrue);
  }

  private static @Nullable TypeBinding type(TypePattern pattern, Value value) {
    if (pattern.local.binding != null) {
      return Erasure.of(pattern.local.binding.type);
    }
    TypeBinding own = Erasure.of(pattern.resolvedType);
    return own == null && pattern.local.type == null ? value.type() : own;
  }

  private static boolean isSame(@Nullable TypeBinding value, @Nullable TypeBinding pattern) {
    return value != null && pattern != null && TypeBinding.equalsEquals(value, pattern);
  }

  private static boolean isTotal(@Nullable TypeBinding value, TypeBinding pattern) {
    return value == null || Erasure.isPrimitive(value) || Conversions.isSubtype(value, pattern);
  }

  private void deconstruct(RecordPattern pattern, Value value, int whenTrue, int whenFalse) {
    SourceSpan at = body.at(pattern);
    TypeBinding type = Erasure.of(pattern.resolvedType);
    int matches = body.code.newBlock();
    TypeName name = type == null ? body.unit.names().of(pattern.type) : body.unit.names().of(type);
    isInstance(value, name, at, matches, whenFalse);
    body.code.begin(matches);
    Value whole = type == null ? value : body.conversions.to(type, value, at);
    RecordComponentBinding[] components =
        type instanceof ReferenceBinding reference ? reference.components() : null;
    List<Pattern> parts = Trees.list(pattern.patterns);
    for (int i = 0; i < parts.size(); i++) {
      int next = body.code.newBlock();
      Value part =
          components == null || i >= components.length
              ? body.unlowered(parts.get(i), "a component", List.of(whole.local()), null)
              : component(whole, name, components[i], parts.get(i));
      match(parts.get(i), part, true, next, whenFalse);
      body.code.begin(next);
    }
    body.code.jump(at, whenTrue);
  }

  private Value component(
      Value record, TypeName owner, RecordComponentBinding component, Pattern part) {
    TypeBinding type = Erasure.of(component.type);
    MethodName accessor =
        new MethodName(owner, new String(component.name), List.of(), body.unit.names().of(type));
    Local result =
        new Known(body)
            .call(
                body.at(part), CallKind.VIRTUAL, accessor, Optional.of(record.local()), List.of());
    return new Value(result, type);
  }
}
