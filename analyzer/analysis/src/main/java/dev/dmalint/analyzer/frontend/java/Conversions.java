package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.Instruction.Call;
import dev.dmalint.analyzer.ir.Instruction.CallKind;
import dev.dmalint.analyzer.ir.Instruction.Cast;
import dev.dmalint.analyzer.ir.Instruction.Certainty;
import dev.dmalint.analyzer.ir.Instruction.Convert;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/** Implicit conversions: widening and narrowing, boxing and unboxing, casts that erasure needs. */
final class Conversions {
  private final Body body;

  Conversions(Body body) {
    this.body = body;
  }

  /** {@return the value as one of the erased type {@code wanted}; as it is if that is unknown} */
  Value to(@Nullable TypeBinding wanted, Value value, SourceSpan at) {
    TypeBinding target = Erasure.of(wanted);
    TypeBinding source = value.type();
    if (target == null || Erasure.isVoid(target) || Erasure.isNull(target)) {
      return value;
    }
    boolean fromPrimitive = Erasure.isPrimitive(source);
    boolean toPrimitive = Erasure.isPrimitive(target);
    if (fromPrimitive && toPrimitive) {
      return convert(target, value, at);
    }
    if (fromPrimitive) {
      return box(target, value, at);
    }
    if (toPrimitive) {
      return convert(target, unbox(value, target, at), at);
    }
    return widenReference(target, value, at);
  }

  /**
   * {@return the erased type of a value that one of several expressions gives: its own, else the
   * one asked for, else that of the first whose type is known, any whole number a long}
   */
  @Nullable TypeBinding held(
      @Nullable TypeBinding own, @Nullable TypeBinding want, List<? extends Expression> results) {
    if (isKnown(own)) {
      return own;
    }
    if (isKnown(want)) {
      return Erasure.of(want);
    }
    for (Expression result : results) {
      TypeBinding type = Erasure.of(result.resolvedType);
      if (isKnown(type)) {
        return Erasure.isWhole(type) ? TypeBinding.LONG : type;
      }
    }
    return null;
  }

  private static boolean isKnown(@Nullable TypeBinding type) {
    return type != null
        && Erasure.of(type) != null
        && !Erasure.isVoid(type)
        && !Erasure.isNull(type);
  }

  private Value convert(TypeBinding target, Value value, SourceSpan at) {
    TypeName name = body.unit.names().of(target);
    if (value.local().type().equals(name)
        || name.equals(TypeName.BOOLEAN)
        || value.local().type().equals(TypeName.BOOLEAN)) {
      return value;
    }
    Local result = body.temporary(name);
    body.add(new Convert(at, result, value.local()));
    return new Value(result, target);
  }

  private Value box(TypeBinding target, Value value, SourceSpan at) {
    TypeBinding unboxed = body.unit.environment().computeBoxingType(target);
    Value primitive = Erasure.isPrimitive(unboxed) ? convert(unboxed, value, at) : value;
    TypeBinding from = primitive.type();
    TypeBinding wrapper = body.unit.environment().computeBoxingType(from);
    TypeName owner = body.unit.names().of(wrapper);
    MethodName valueOf =
        new MethodName(owner, "valueOf", List.of(body.unit.names().of(from)), owner);
    Local result = body.temporary(owner);
    body.add(
        new Call(
            at,
            Optional.of(result),
            CallKind.STATIC,
            valueOf,
            Optional.empty(),
            List.of(primitive.local()),
            Certainty.RESOLVED,
            List.of()));
    return new Value(result, wrapper);
  }

  /** {@return the primitive in a wrapper; an object of another type is first cast to one} */
  private Value unbox(Value value, TypeBinding target, SourceSpan at) {
    TypeBinding source = value.type();
    TypeBinding unboxed = source == null ? null : body.unit.environment().computeBoxingType(source);
    Value boxed = value;
    if (!Erasure.isPrimitive(unboxed)) {
      unboxed = target;
      boxed = cast(body.unit.environment().computeBoxingType(target), value, at);
    }
    TypeName primitive = body.unit.names().of(unboxed);
    TypeName owner = body.unit.names().of(boxed.type());
    MethodName getter = new MethodName(owner, primitive + "Value", List.of(), primitive);
    Local result = body.temporary(primitive);
    body.add(
        new Call(
            at,
            Optional.of(result),
            CallKind.VIRTUAL,
            getter,
            Optional.of(boxed.local()),
            List.of(),
            Certainty.RESOLVED,
            List.of()));
    return new Value(result, unboxed);
  }

  private Value widenReference(TypeBinding target, Value value, SourceSpan at) {
    TypeBinding source = value.type();
    if (source == null || Erasure.isMissing(target) || Erasure.isMissing(source)) {
      return value;
    }
    if (Erasure.isNull(source) || isSubtype(source, target)) {
      return value;
    }
    return cast(target, value, at);
  }

  /** {@return whether no check is needed to take one erased type for another} */
  static boolean isSubtype(TypeBinding source, TypeBinding target) {
    return TypeBinding.equalsEquals(source, target) || source.isCompatibleWith(target);
  }

  /** {@return the value after a checked cast between reference types} */
  Value cast(TypeBinding target, Value value, SourceSpan at) {
    TypeName name = body.unit.names().of(target);
    Local result = body.temporary(name);
    body.add(new Cast(at, result, value.local(), name));
    return new Value(result, Erasure.of(target));
  }

  /** {@return the primitive type that a type is or unboxes to; null for any other} */
  @Nullable TypeBinding unboxed(@Nullable TypeBinding type) {
    TypeBinding erased = Erasure.of(type);
    if (erased == null || Erasure.isPrimitive(erased)) {
      return erased;
    }
    if (Erasure.isNull(erased) || Erasure.isVoid(erased)) {
      return null;
    }
    TypeBinding primitive = body.unit.environment().computeBoxingType(erased);
    return Erasure.isPrimitive(primitive) ? primitive : null;
  }
}
