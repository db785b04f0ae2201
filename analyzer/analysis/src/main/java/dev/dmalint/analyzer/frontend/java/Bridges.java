package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.Flag;
import dev.dmalint.analyzer.ir.Instruction.CallKind;
import dev.dmalint.analyzer.ir.Instruction.Certainty;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.Terminator;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/**
 * Methods that override a generic one are called by its erased signature, which is not theirs: a
 * method of that signature hands the call on, so that dispatch needs signatures alone.
 */
final class Bridges {
  private final Unit unit;
  private final Owner owner;
  private final ReferenceBinding type;
  private final Set<String> taken;
  private final List<Method> made = new ArrayList<>();

  /**
   * @param declared the methods that the type has without bridges
   */
  Bridges(Unit unit, Owner owner, List<Method> declared) {
    this.unit = unit;
    this.owner = owner;
    this.type = owner.binding();
    this.taken =
        declared.stream()
            .map(method -> method.name().signature())
            .collect(Collectors.toCollection(HashSet::new));
  }

  List<Method> all() {
    Set<ReferenceBinding> above = new LinkedHashSet<>();
    supertypes(type, above);
    for (ReferenceBinding supertype : above) {
      if (!Erasure.isMissing(supertype)) {
        for (MethodBinding overridden : supertype.methods()) {
          bridge(overridden, supertype);
        }
      }
    }
    return made;
  }

  private static void supertypes(ReferenceBinding type, Set<ReferenceBinding> found) {
    List<ReferenceBinding> direct = new ArrayList<>();
    if (type.superclass() != null) {
      direct.add(type.superclass());
    }
    direct.addAll(Trees.list(type.superInterfaces()));
    for (ReferenceBinding each : direct) {
      if (found.add(each)) {
        supertypes(each, found);
      }
    }
  }

  private void bridge(MethodBinding overridden, ReferenceBinding supertype) {
    if (!isInherited(overridden)) {
      return;
    }
    MethodBinding target = override(overridden, supertype);
    if (target == null || !Calls.isFound(target)) {
      return;
    }
    MethodName name = unit.members().method(overridden);
    MethodName other = unit.members().method(target);
    if (!name.signature().equals(other.signature()) && taken.add(name.signature())) {
      made.add(handOn(name, target, overridden));
    }
  }

  private static boolean isInherited(MethodBinding method) {
    return !method.isStatic()
        && !method.isPrivate()
        && !method.isConstructor()
        && method.parameters != null
        && method.parameters.length > 0;
  }

  /** {@return the method of this type that overrides another, inherited from a class or its own} */
  private @Nullable MethodBinding override(MethodBinding overridden, ReferenceBinding supertype) {
    MethodBinding own = matching(type, overridden);
    if (own != null || !supertype.isInterface() || type.isInterface()) {
      return own;
    }
    ReferenceBinding above = type.superclass();
    if (above == null || above.findSuperTypeOriginatingFrom(supertype) != null) {
      return null;
    }
    for (ReferenceBinding at = above; at != null; at = at.superclass()) {
      MethodBinding inherited = Erasure.isMissing(at) ? null : matching(at, overridden);
      if (inherited != null) {
        return inherited.isPublic() ? inherited : null;
      }
    }
    return null;
  }

  private static @Nullable MethodBinding matching(ReferenceBinding in, MethodBinding overridden) {
    for (MethodBinding method : in.getMethods(overridden.selector)) {
      if (isInherited(method) && sameParameters(method, overridden)) {
        return method;
      }
    }
    return null;
  }

  private static boolean sameParameters(MethodBinding method, MethodBinding overridden) {
    if (method.parameters.length != overridden.parameters.length) {
      return false;
    }
    for (int i = 0; i < method.parameters.length; i++) {
      TypeBinding own = Erasure.of(method.parameters[i]);
      TypeBinding other = Erasure.of(overridden.parameters[i]);
      if (own == null || other == null || !TypeBinding.equalsEquals(own, other)) {
        return false;
      }
    }
    return true;
  }

  private Method handOn(MethodName name, MethodBinding target, MethodBinding overridden) {
    SourceSpan at = at(target);
    MethodLowering lowering = new MethodLowering(unit, owner, false);
    Body body = lowering.body();
    List<Local> given = new ArrayList<>();
    for (int i = 0; i < name.parameters().size(); i++) {
      given.add(lowering.parameter(parameter(target, i), name.parameters().get(i), List.of()));
    }
    List<Local> arguments = new ArrayList<>();
    TypeBinding[] wanted = target.original().parameters;
    for (int i = 0; i < given.size(); i++) {
      Value value = new Value(given.get(i), Erasure.of(overridden.original().parameters[i]));
      arguments.add(body.conversions.to(wanted[i], value, at).local());
    }
    Optional<Local> self = Optional.of(body.variables.self().local());
    Optional<Value> result =
        body.calls.emit(at, CallKind.VIRTUAL, target, self, arguments, Certainty.RESOLVED);
    body.code.end(new Terminator.Return(at, result.map(Value::local)));
    Set<Flag> flags = EnumSet.of(Flag.SYNTHETIC);
    if (target.isPublic()) {
      flags.add(Flag.PUBLIC);
    } else if (target.isProtected()) {
      flags.add(Flag.PROTECTED);
    }
    TypeName back = result.map(value -> value.local().type()).orElse(TypeName.VOID);
    return lowering.method(name.name(), back, flags, List.of(), at);
  }

  private SourceSpan at(MethodBinding target) {
    var source = target.original().sourceMethod();
    return source == null || !TypeBinding.equalsEquals(target.declaringClass, type)
        ? unit.positions().of(owner.plan().declaration())
        : MethodLowering.nameOf(unit, source);
  }

  private static String parameter(MethodBinding target, int index) {
    var source = target.original().sourceMethod();
    return source == null || source.arguments == null || index >= source.arguments.length
        ? "p" + index
        : new String(source.arguments[index].name);
  }
}
