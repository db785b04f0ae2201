package dev.dmalint.analyzer.frontend.java;

import static java.util.Objects.requireNonNull;

import dev.dmalint.analyzer.ir.Instruction.FieldLoad;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.findings.SourceSpan;
import java.util.IdentityHashMap;
import java.util.Optional;
import org.eclipse.jdt.internal.compiler.ast.ASTNode;
import org.eclipse.jdt.internal.compiler.lookup.LocalVariableBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/** Where variables, {@code this} and the instances around it are found. */
final class Variables {
  private final Body body;
  private final IdentityHashMap<LocalVariableBinding, Local> locals = new IdentityHashMap<>();
  private @Nullable Local self;

  Variables(Body body) {
    this.body = body;
  }

  void self(Local self) {
    this.self = self;
  }

  /** {@return whether there is a {@code this}} */
  boolean hasSelf() {
    return self != null;
  }

  /** Binds a variable to a local made before. */
  void bind(LocalVariableBinding variable, Local local) {
    locals.put(variable, local);
  }

  /** {@return the local of a variable of this body, made at its first use} */
  Local declare(LocalVariableBinding variable) {
    Local local = locals.get(variable);
    if (local == null) {
      local = body.code.local(new String(variable.name), body.unit.names().of(variable.type));
      locals.put(variable, local);
    }
    return local;
  }

  /** {@return the value of a variable, read from the object that captured it if need be} */
  Value read(LocalVariableBinding variable, SourceSpan at) {
    TypeBinding type = Erasure.of(variable.type);
    if (locals.containsKey(variable) || self == null) {
      return new Value(declare(variable), type);
    }
    Value holder = new Value(self, body.owner.binding());
    while (holder.type() instanceof ReferenceBinding around) {
      if (body.unit.outline().captured(around).contains(variable)) {
        Local target = body.temporary(variable.type);
        body.add(
            new FieldLoad(
                at,
                target,
                Optional.of(holder.local()),
                body.unit.members().captured(around, variable)));
        return new Value(target, type);
      }
      if (!body.unit.outline().hasOuter(around)) {
        break;
      }
      holder = outward(holder, around, at);
    }
    return new Value(declare(variable), type);
  }

  /** {@return {@code this}} */
  Value self() {
    return new Value(requireNonNull(self), body.owner.binding());
  }

  private Value outward(Value instance, ReferenceBinding type, SourceSpan at) {
    ReferenceBinding around = type.enclosingType();
    Local target = body.temporary(around);
    body.add(
        new FieldLoad(at, target, Optional.of(instance.local()), body.unit.members().outer(type)));
    return new Value(target, around.erasure());
  }

  /**
   * {@return the innermost instance around here whose type is {@code wanted} or a subtype of it;
   * empty if there is none}
   */
  Optional<Value> instance(TypeBinding wanted, SourceSpan at) {
    return self == null ? Optional.empty() : from(self(), wanted, at);
  }

  /** {@return the same, without {@code this} itself} */
  Optional<Value> outside(TypeBinding wanted, SourceSpan at) {
    if (self == null || !body.unit.outline().hasOuter(body.owner.binding())) {
      return Optional.empty();
    }
    return from(outward(self(), body.owner.binding(), at), wanted, at);
  }

  /**
   * {@return the instance that an unqualified member belongs to: as many types outward as the
   * compiler counted}
   */
  Optional<Value> around(ASTNode member, TypeBinding declaring, SourceSpan at) {
    int depth = (member.bits & ASTNode.DepthMASK) >> ASTNode.DepthSHIFT;
    if (self == null) {
      return Optional.empty();
    }
    Value instance = self();
    for (int i = 0; i < depth; i++) {
      if (!(instance.type() instanceof ReferenceBinding type)
          || !body.unit.outline().hasOuter(type)) {
        return from(self(), declaring, at);
      }
      instance = outward(instance, type, at);
    }
    return Optional.of(instance);
  }

  private Optional<Value> from(Value start, TypeBinding wanted, SourceSpan at) {
    Value instance = start;
    while (instance.type() instanceof ReferenceBinding type) {
      if (isSubtype(type, wanted)) {
        return Optional.of(instance);
      }
      if (!body.unit.outline().hasOuter(type)) {
        return Optional.empty();
      }
      instance = outward(instance, type, at);
    }
    return Optional.empty();
  }

  /** {@return the instance around here whose class is {@code wanted} itself} */
  Optional<Value> exactly(TypeBinding wanted, SourceSpan at) {
    if (self == null) {
      return Optional.empty();
    }
    Value instance = self();
    while (instance.type() instanceof ReferenceBinding type) {
      if (TypeBinding.equalsEquals(type.erasure(), wanted.erasure())) {
        return Optional.of(instance);
      }
      if (!body.unit.outline().hasOuter(type)) {
        return Optional.empty();
      }
      instance = outward(instance, type, at);
    }
    return Optional.empty();
  }

  private static boolean isSubtype(ReferenceBinding type, TypeBinding wanted) {
    TypeBinding erased = wanted.erasure();
    return TypeBinding.equalsEquals(type.erasure(), erased)
        || type.findSuperTypeOriginatingFrom(erased) != null;
  }
}
