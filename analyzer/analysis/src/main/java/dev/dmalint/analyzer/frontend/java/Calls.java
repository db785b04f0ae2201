package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.frontend.java.Unresolved.Anchor;
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
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.MessageSend;
import org.eclipse.jdt.internal.compiler.ast.QualifiedSuperReference;
import org.eclipse.jdt.internal.compiler.ast.QualifiedThisReference;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/** Method calls, certain, guessed and unresolved. */
final class Calls {
  private final Body body;

  Calls(Body body) {
    this.body = body;
  }

  Value value(MessageSend node, @Nullable TypeBinding want) {
    if (!isFound(node.binding)) {
      return unresolved(node, want, true);
    }
    Optional<Value> result = resolved(node);
    return result.orElseGet(() -> body.names.nothing(body.at(node), want));
  }

  void effect(MessageSend node) {
    if (isFound(node.binding)) {
      resolved(node);
    } else {
      unresolved(node, null, false);
    }
  }

  static boolean isFound(@Nullable MethodBinding binding) {
    return binding != null && binding.isValidBinding() && binding.declaringClass != null;
  }

  private SourceSpan span(MessageSend node) {
    int start = (int) (node.nameSourcePosition >>> 32);
    return body.unit.span(start, Math.max(start, body.unit.positions().endInside(node)));
  }

  private Optional<Value> resolved(MessageSend node) {
    MethodBinding method = node.binding;
    List<Expression> arguments = Trees.list(node.arguments);
    Optional<Local> receiver = receiver(node, method, arguments);
    List<Local> values = new Arguments(body).of(method, arguments, span(node));
    boolean isSuper = node.receiver.isSuper() || isQualifiedSuper(node);
    return emit(span(node), kind(method, isSuper), method, receiver, values, certainty(node));
  }

  private static boolean isQualifiedSuper(MessageSend node) {
    return node.receiver instanceof QualifiedSuperReference;
  }

  static CallKind kind(MethodBinding method, boolean isSuper) {
    if (method.isStatic()) {
      return CallKind.STATIC;
    }
    return isSuper || method.isPrivate() || method.isConstructor()
        ? CallKind.SPECIAL
        : CallKind.VIRTUAL;
  }

  private Certainty certainty(MessageSend node) {
    int name = (int) (node.nameSourcePosition >>> 32);
    boolean isSure =
        !node.argumentsHaveErrors
            && node.resolvedType != null
            && !body.unit.errors().atMethod(name);
    return isSure ? Certainty.RESOLVED : Certainty.GUESSED;
  }

  private Optional<Local> receiver(
      MessageSend node, MethodBinding method, List<Expression> arguments) {
    SourceSpan at = span(node);
    if (method.isStatic()) {
      if (!Names.isType(node.receiver) && !node.receiver.isImplicitThis()) {
        body.expressions.effect(node.receiver);
      }
      return Optional.empty();
    }
    if (node.receiver.isImplicitThis() && !(node.receiver instanceof QualifiedThisReference)) {
      return body.variables.around(node, method.declaringClass, at).map(Value::local);
    }
    if (Names.isType(node.receiver)) {
      return Optional.empty();
    }
    Value value = body.expressions.typed(node.receiver);
    Value holder = body.conversions.to(method.original().declaringClass, value, at);
    return Optional.of(body.expressions.kept(holder, body.at(node.receiver), arguments));
  }

  /** {@return the result of a call; empty if the method is {@code void}} */
  Optional<Value> emit(
      SourceSpan at,
      CallKind kind,
      MethodBinding method,
      Optional<Local> receiver,
      List<Local> arguments,
      Certainty certainty) {
    MethodName callee = body.unit.members().method(method);
    CallKind possible = receiver.isEmpty() ? CallKind.STATIC : kind;
    Optional<Local> target =
        callee.result().equals(TypeName.VOID)
            ? Optional.empty()
            : Optional.of(body.temporary(callee.result()));
    body.add(new Call(at, target, possible, callee, receiver, arguments, certainty, List.of()));
    return target.map(local -> new Value(local, Erasure.of(method.original().returnType)));
  }

  private Value unresolved(MessageSend node, @Nullable TypeBinding want, boolean needed) {
    Anchor base = base(node);
    String name = new String(node.selector);
    int count = Trees.list(node.arguments).size();
    MethodBinding only = MethodLookup.only(base.type(), node.selector, count);
    if (only != null && base.object().isPresent() && !only.isStatic()) {
      List<Local> given = new Arguments(body).of(only, Trees.list(node.arguments), span(node));
      return emit(span(node), kind(only, false), only, base.object(), given, Certainty.GUESSED)
          .orElseGet(() -> body.names.nothing(span(node), want));
    }
    List<Local> arguments = new Arguments(body).unknown(Trees.list(node.arguments));
    TypeBinding type = Erasure.isVoid(want) || Erasure.isNull(want) ? null : Erasure.of(want);
    TypeName result = body.unit.names().of(type);
    MethodName callee =
        new MethodName(base.owner(), name, arguments.stream().map(Local::type).toList(), result);
    Optional<Local> target = needed ? Optional.of(body.temporary(result)) : Optional.empty();
    List<TypeName> candidates =
        base.written().map(body.unit.imports()::candidates).orElse(List.of());
    CallKind kind = base.object().isPresent() ? CallKind.VIRTUAL : CallKind.STATIC;
    body.add(
        new Call(
            span(node),
            target,
            kind,
            callee,
            base.object(),
            arguments,
            Certainty.UNRESOLVED,
            candidates));
    return new Value(target.orElseGet(() -> body.temporary(result)), type);
  }

  private Anchor base(MessageSend node) {
    int start = (int) (node.nameSourcePosition >>> 32);
    String name = new String(node.selector);
    Unresolved unresolved = new Unresolved(body);
    if (node.receiver.isImplicitThis()) {
      Anchor home = unresolved.home(name, start);
      boolean isOwn = home.written().isEmpty() && body.variables.hasSelf();
      return isOwn
          ? new Anchor(
              home.owner(), Optional.of(body.variables.self().local()), Optional.empty(), null)
          : home;
    }
    if (node.receiver.isSuper()) {
      return unresolved.home(name, start);
    }
    Anchor base = unresolved.base(node.receiver);
    boolean isKnown = base.written().isEmpty() && !base.owner().equals(TypeName.OBJECT);
    if (isKnown && !MethodLookup.has(base.type(), node.selector)) {
      body.unit.gaps().missingMember(base.owner().text(), name, start);
    }
    if (base.object().isPresent()) {
      List<Expression> arguments = new ArrayList<>(Trees.list(node.arguments));
      Value value = new Value(base.object().get(), null);
      Local kept = body.expressions.kept(value, body.at(node.receiver), arguments);
      return new Anchor(base.owner(), Optional.of(kept), base.written(), base.type());
    }
    return base;
  }
}
