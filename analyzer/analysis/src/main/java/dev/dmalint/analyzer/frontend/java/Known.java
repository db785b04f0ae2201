package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.Instruction.Allocate;
import dev.dmalint.analyzer.ir.Instruction.Call;
import dev.dmalint.analyzer.ir.Instruction.CallKind;
import dev.dmalint.analyzer.ir.Instruction.Certainty;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.internal.compiler.lookup.Binding;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/** Calls of methods that the language itself calls: iterators, {@code close}, exceptions. */
final class Known {
  private final Body body;

  Known(Body body) {
    this.body = body;
  }

  /** {@return the result of a call; a dropped temporary if it is {@code void}} */
  Local call(
      SourceSpan at,
      CallKind kind,
      MethodName callee,
      Optional<Local> receiver,
      List<Local> arguments) {
    return call(at, kind, callee, receiver, arguments, Certainty.RESOLVED);
  }

  private Local call(
      SourceSpan at,
      CallKind kind,
      MethodName callee,
      Optional<Local> receiver,
      List<Local> arguments,
      Certainty certainty) {
    boolean isVoid = callee.result().equals(TypeName.VOID);
    Local target = body.temporary(isVoid ? TypeName.OBJECT : callee.result());
    body.add(
        new Call(
            at,
            isVoid ? Optional.empty() : Optional.of(target),
            kind,
            callee,
            receiver,
            arguments,
            certainty,
            List.of()));
    return target;
  }

  /**
   * {@return the result of calling a method without parameters on an object}
   *
   * @param fallback the method that is meant if the type of the object does not say
   */
  Local callOn(Value object, String name, MethodName fallback, SourceSpan at) {
    TypeBinding type = object.type();
    MethodBinding found = find(type, name);
    if (found != null) {
      MethodName callee = body.unit.members().method(found);
      return call(at, CallKind.VIRTUAL, callee, Optional.of(object.local()), List.of());
    }
    if (Erasure.isMissing(type)) {
      MethodName callee =
          new MethodName(body.unit.names().of(type), name, List.of(), fallback.result());
      return call(
          at,
          CallKind.VIRTUAL,
          callee,
          Optional.of(object.local()),
          List.of(),
          Certainty.UNRESOLVED);
    }
    return call(at, CallKind.VIRTUAL, fallback, Optional.of(object.local()), List.of());
  }

  private @Nullable MethodBinding find(@Nullable TypeBinding type, String name) {
    if (Erasure.isMissing(type) || !(type instanceof ReferenceBinding reference)) {
      return null;
    }
    MethodBinding found =
        reference.getExactMethod(name.toCharArray(), Binding.NO_PARAMETERS, body.unit.tree().scope);
    return Calls.isFound(found) ? found : null;
  }

  static MethodName method(String owner, String name, TypeName result, TypeName... parameters) {
    return new MethodName(new TypeName(owner), name, List.of(parameters), result);
  }

  /** {@return a new object of a type of the class library} */
  Local create(SourceSpan at, MethodName constructor, List<Local> arguments) {
    Local target = body.temporary(constructor.owner());
    body.add(new Allocate(at, target, constructor.owner()));
    call(at, CallKind.SPECIAL, constructor, Optional.of(target), arguments);
    return target;
  }

  /** Throws if an object is null, as the language does without saying so. */
  void requireObject(SourceSpan at, Local object) {
    MethodName check =
        method("java.util.Objects", "requireNonNull", TypeName.OBJECT, TypeName.OBJECT);
    call(at, CallKind.STATIC, check, Optional.empty(), List.of(object));
  }
}
