package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.Instruction.Allocate;
import dev.dmalint.analyzer.ir.Instruction.Call;
import dev.dmalint.analyzer.ir.Instruction.CallKind;
import dev.dmalint.analyzer.ir.Instruction.Certainty;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.internal.compiler.ast.AllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.QualifiedAllocationExpression;
import org.eclipse.jdt.internal.compiler.lookup.LocalVariableBinding;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/** New objects: {@code new}, with outer instances, captured variables and anonymous bodies. */
final class Creations {
  private final Body body;

  Creations(Body body) {
    this.body = body;
  }

  Value object(AllocationExpression node) {
    SourceSpan at =
        body.unit.span(
            body.unit.positions().startInside(node), body.unit.positions().endInside(node));
    TypeBinding type = Erasure.of(created(node));
    TypeName name = type == null ? body.unit.names().of(node.type) : body.unit.names().of(type);
    Optional<Local> outer = enclosing(node);
    Local target = body.temporary(name);
    body.add(new Allocate(at, target, name));
    List<Expression> arguments = Trees.list(node.arguments);
    if (Calls.isFound(node.binding) && type instanceof ReferenceBinding reference) {
      List<Local> values = new ArrayList<>(leading(reference, outer, at));
      values.addAll(new Arguments(body).of(node.binding, arguments, at));
      values.addAll(captured(reference, at));
      construct(at, target, node.binding, values, certainty(node));
    } else {
      unresolved(at, target, node, new Arguments(body).unknown(arguments));
    }
    return new Value(target, type);
  }

  private static @Nullable TypeBinding created(AllocationExpression node) {
    if (node instanceof QualifiedAllocationExpression qualified
        && qualified.anonymousType != null
        && qualified.anonymousType.binding != null) {
      return qualified.anonymousType.binding;
    }
    return node.type == null || node.resolvedType != null
        ? node.resolvedType
        : node.type.resolvedType;
  }

  private Optional<Local> enclosing(AllocationExpression node) {
    if (node instanceof QualifiedAllocationExpression qualified
        && qualified.enclosingInstance != null) {
      Local outer = body.expressions.typed(qualified.enclosingInstance).local();
      new Known(body).requireObject(body.at(qualified.enclosingInstance), outer);
      return Optional.of(
          body.expressions.kept(new Value(outer, null), body.at(node), Trees.list(node.arguments)));
    }
    return Optional.empty();
  }

  private Certainty certainty(AllocationExpression node) {
    int start = node.type == null ? node.sourceStart : node.type.sourceStart;
    boolean isSure =
        !node.argumentsHaveErrors
            && !body.unit.errors().atMethod(node.sourceStart)
            && !body.unit.errors().atMethod(start);
    return isSure ? Certainty.RESOLVED : Certainty.GUESSED;
  }

  /** {@return what a constructor takes before its declared parameters} */
  private List<Local> leading(ReferenceBinding type, Optional<Local> outer, SourceSpan at) {
    List<Local> values = new ArrayList<>();
    boolean isAnonymous = type.isAnonymousType();
    if (body.unit.outline().hasOuter(type)) {
      values.add(isAnonymous ? outerOf(type, at) : outer.orElseGet(() -> outerOf(type, at)));
    }
    body.unit
        .members()
        .outerOfSuper(type)
        .ifPresent(around -> values.add(outer.orElseGet(() -> instance(around, at))));
    return values;
  }

  /** {@return the instance around here that an object of an inner class belongs to} */
  Local outerOf(ReferenceBinding type, SourceSpan at) {
    return instance(type.enclosingType(), at);
  }

  private Local instance(ReferenceBinding type, SourceSpan at) {
    return body.variables.instance(type, at).map(Value::local).orElseGet(() -> body.zero(at, type));
  }

  /** {@return the values of the variables that objects of a local class capture} */
  List<Local> captured(ReferenceBinding type, SourceSpan at) {
    List<Local> values = new ArrayList<>();
    for (LocalVariableBinding variable : body.unit.outline().captured(type)) {
      values.add(body.variables.read(variable, at).local());
    }
    return values;
  }

  void construct(
      SourceSpan at,
      Local object,
      MethodBinding constructor,
      List<Local> arguments,
      Certainty sure) {
    MethodName callee = body.unit.members().method(constructor);
    body.add(
        new Call(
            at,
            Optional.empty(),
            CallKind.SPECIAL,
            callee,
            Optional.of(object),
            arguments,
            sure,
            List.of()));
  }

  private void unresolved(
      SourceSpan at, Local object, AllocationExpression node, List<Local> arguments) {
    if (node instanceof QualifiedAllocationExpression qualified
        && qualified.anonymousType != null
        && qualified.anonymousType.binding != null) {
      constructLost(at, object, qualified.anonymousType.binding, arguments);
      return;
    }
    List<TypeName> candidates =
        node.type != null && Erasure.isMissing(Erasure.of(node.type.resolvedType))
            ? body.unit.imports().candidates(Trees.dotted(node.type.getTypeName()))
            : List.of();
    construct(at, object, arguments, Certainty.UNRESOLVED, candidates);
  }

  /** Calls the constructor that an anonymous class has though nothing declares its superclass. */
  private void constructLost(
      SourceSpan at, Local object, ReferenceBinding type, List<Local> arguments) {
    List<Local> values = new ArrayList<>();
    if (body.unit.outline().hasOuter(type)) {
      values.add(outerOf(type, at));
    }
    values.addAll(arguments);
    values.addAll(captured(type, at));
    construct(at, object, values, Certainty.RESOLVED, List.of());
  }

  void constructUnresolved(SourceSpan at, Local object, List<Local> arguments) {
    construct(at, object, arguments, Certainty.UNRESOLVED, List.of());
  }

  private void construct(
      SourceSpan at,
      Local object,
      List<Local> arguments,
      Certainty certainty,
      List<TypeName> candidates) {
    List<TypeName> types = arguments.stream().map(Local::type).toList();
    body.add(
        new Call(
            at,
            Optional.empty(),
            CallKind.SPECIAL,
            new MethodName(object.type(), "<init>", types, TypeName.VOID),
            Optional.of(object),
            arguments,
            certainty,
            candidates));
  }
}
