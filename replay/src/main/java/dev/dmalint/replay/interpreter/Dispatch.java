package dev.dmalint.replay.interpreter;

import dev.dmalint.analyzer.ir.Flag;
import dev.dmalint.analyzer.ir.Instruction.Call;
import dev.dmalint.analyzer.ir.Instruction.CallKind;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.replay.value.FunctionValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what a call runs (JLS 15.12.4.4): a body, a function of the host, or nothing. */
final class Dispatch {
  private final Universe universe;
  private final Natives natives;
  private final Map<Key, Target> virtual = new HashMap<>();
  private final IdentityHashMap<Call, Map<TypeName, Target>> sites = new IdentityHashMap<>();

  Dispatch(Universe universe, Natives natives) {
    this.universe = universe;
    this.natives = natives;
  }

  /** What a call runs. */
  sealed interface Target {}

  record Body(Method method) implements Target {}

  record Host(Native function, TypeName result) implements Target {}

  /** A function value's own body; the value gives the first arguments. */
  record Function() implements Target {}

  record Missing() implements Target {}

  /** A method without body where an object has nothing that implements it. */
  record Unimplemented() implements Target {}

  private record Key(TypeName type, MethodName method) {}

  /** {@return the target of a call with a receiver of some class; of any for a static call} */
  Target find(Call step, TypeName receiver) {
    Map<TypeName, Target> site = sites.computeIfAbsent(step, key -> new HashMap<>());
    Target known = site.get(receiver);
    if (known == null) {
      known =
          step.kind() == CallKind.VIRTUAL ? virtual(receiver, step.callee()) : exact(step.callee());
      site.put(receiver, known);
    }
    return known;
  }

  /** {@return what exactly the named method runs, looked for upwards from its owner} */
  Target exact(MethodName method) {
    return search(method.owner(), method);
  }

  /** {@return what a call on an object of {@code type} runs} */
  Target virtual(TypeName type, MethodName method) {
    Key key = new Key(type, method);
    Target known = virtual.get(key);
    if (known == null) {
      known = search(type, method);
      virtual.put(key, known);
    }
    return known;
  }

  private Target search(TypeName start, MethodName method) {
    TypeName from = start.isArray() ? TypeName.OBJECT : start;
    String signature = method.signature();
    List<Method> defaults = new ArrayList<>();
    boolean isAbstract = false;
    for (TypeName each : universe.lineage(from)) {
      Optional<LoadedType> loaded = universe.find(each);
      Optional<Method> declared = loaded.flatMap(type -> type.declared(signature));
      if (declared.isPresent() && declared.get().hasBody()) {
        if (!loaded.get().isInterface() || (method.owner().equals(each) && from.equals(each))) {
          return new Body(declared.get());
        }
        defaults.add(declared.get());
      } else {
        isAbstract |= declared.filter(found -> found.flags().contains(Flag.ABSTRACT)).isPresent();
        Optional<Native> host = natives.find(renamed(method, each));
        if (host.isPresent()) {
          return new Host(host.get(), method.result());
        }
      }
    }
    if (!defaults.isEmpty()) {
      return new Body(mostSpecific(defaults));
    }
    return isAbstract ? new Unimplemented() : new Missing();
  }

  private static MethodName renamed(MethodName method, TypeName owner) {
    return method.owner().equals(owner)
        ? method
        : new MethodName(owner, method.name(), method.parameters(), method.result());
  }

  private Method mostSpecific(List<Method> defaults) {
    return defaults.stream()
        .filter(
            method ->
                defaults.stream()
                    .allMatch(
                        other -> universe.isSubtype(method.name().owner(), other.name().owner())))
        .findFirst()
        .orElse(defaults.get(0));
  }

  /** {@return what a call on a function runs: its body, unless its interface has a default} */
  Target onFunction(FunctionValue function, MethodName method) {
    Target inherited = virtual(function.type(), method);
    boolean isBodyless = inherited instanceof Missing || inherited instanceof Unimplemented;
    boolean isImplemented =
        method.name().equals(function.method().name())
            && method.parameters().size() == function.method().parameters().size();
    boolean isUnknown = function.method().name().equals("<unknown>");
    return isBodyless && (isImplemented || isUnknown) ? new Function() : inherited;
  }
}
