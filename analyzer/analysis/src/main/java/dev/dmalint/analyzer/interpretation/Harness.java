package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.heap.Atoms.Reference;
import dev.dmalint.analyzer.heap.Heap;
import dev.dmalint.analyzer.heap.Region;
import dev.dmalint.analyzer.heap.Value;
import dev.dmalint.analyzer.identity.DriverIdentity;
import dev.dmalint.analyzer.ir.Flag;
import dev.dmalint.analyzer.ir.Instruction;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.Parameter;
import dev.dmalint.analyzer.ir.Type;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import dev.dmalint.models.Lifecycle;
import dev.dmalint.models.WorldSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Uses one class as its framework, or anybody, would. */
final class Harness {
  /** How often handlers and public methods are run before their effects are taken as they stand. */
  private static final int ROUNDS = 5;

  private final Unit unit;
  private final Calls calls;
  private final Type type;
  private final DriverIdentity identity;
  private final Predicate<Method> wanted;
  private final Point state;
  private Value self = Value.NEVER;
  private WorldSet refused = WorldSet.NONE;
  private WorldSet thrown = WorldSet.NONE;

  /**
   * @param wanted which public methods are worth running outside a life cycle
   */
  Harness(Unit unit, Type type, DriverIdentity identity, Predicate<Method> wanted) {
    this.unit = unit;
    this.calls = new Calls(unit);
    this.type = type;
    this.identity = identity;
    this.wanted = wanted;
    this.state = Point.start(0, Heap.empty(unit.regions()), unit.all());
  }

  /** {@return the worlds in which the class, a driver, refuses to start} */
  WorldSet refused() {
    return refused;
  }

  /** Runs the whole life of a class that a framework uses. */
  void live(Lifecycle lifecycle) {
    construct();
    Set<String> phases = new LinkedHashSet<>(lifecycle.begin());
    phases.addAll(lifecycle.end());
    for (String phase : lifecycle.begin()) {
      for (Method method : named(phase)) {
        begin(method, lifecycle);
      }
    }
    inAnyOrder(method -> !phases.contains(method.name().name()), lifecycle);
    for (String phase : lifecycle.end()) {
      named(phase).forEach(method -> run(state, method, lifecycle));
    }
  }

  /** Runs constructors and then the public methods of a class that anybody may use. */
  void use() {
    if (!type.flags().contains(Flag.ABSTRACT) && !type.flags().contains(Flag.INTERFACE)) {
      construct();
    }
    inAnyOrder(method -> true, new Lifecycle("", List.of(), List.of(), List.of()));
  }

  private void construct() {
    Instruction.Allocate made =
        new Instruction.Allocate(type.at(), new Local(0, "this", type.name()), type.name());
    Point start = Point.start(1, state.heap(), unit.all());
    made.accept(new Steps(calls, Context.NONE).at(start));
    self = start.get(made.target());
    state.resume(start.heap(), unit.all());
    List<Method> constructors =
        type.methods().stream().filter(method -> method.name().isConstructor()).toList();
    Point before = state.copy();
    boolean first = true;
    for (Method constructor : constructors) {
      Point branch = before.copy();
      run(branch, constructor, new Lifecycle("", List.of(), List.of(), List.of()));
      if (first) {
        state.resume(branch.heap(), branch.reach());
        first = false;
      } else {
        state.join(branch, unit::untouched);
      }
    }
    state.resume(state.heap(), unit.all());
  }

  /** Runs a phase; life goes on only where it returned true, an object or nothing. */
  private void begin(Method method, Lifecycle lifecycle) {
    Point branch = state.copy();
    Value result = run(branch, method, lifecycle);
    WorldSet returned = branch.reach();
    WorldSet on = returned;
    if (method.name().result().equals(TypeName.BOOLEAN)) {
      on = on.and(Operators.mayBeTrue(result));
    } else if (method.name().result().isReference()) {
      on = on.and(result.worldsWith(atom -> !Cells.isNull(atom)));
    }
    refused = refused.or(returned.or(thrown).minus(on));
    state.resume(branch.heap(), on);
  }

  private void inAnyOrder(Predicate<Method> kind, Lifecycle lifecycle) {
    List<Method> open = entries().stream().filter(kind).filter(wanted).toList();
    round(open.stream().filter(Harness::isPublic).toList(), lifecycle);
    Set<Method> visited = unit.recorder().visited();
    List<Method> rest =
        open.stream().filter(method -> !isPublic(method) && !visited.contains(method)).toList();
    if (!rest.isEmpty()) {
      round(rest, lifecycle);
    }
  }

  private static boolean isPublic(Method method) {
    return method.flags().contains(Flag.PUBLIC);
  }

  private void round(List<Method> methods, Lifecycle lifecycle) {
    int laterSeen = 0;
    List<LaterCall> later = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      Point before = state.copy();
      for (Method method : methods) {
        Point branch = state.copy();
        run(branch, method, lifecycle);
        if (!branch.isDead()) {
          state.join(branch, unit::untouched);
        }
      }
      List<LaterCall> fresh = unit.recorder().later(laterSeen);
      laterSeen += fresh.size();
      later.addAll(distinct(later, fresh));
      for (LaterCall call : List.copyOf(later)) {
        handler(call);
      }
      if (!before.join(state, unit::untouched)) {
        return;
      }
    }
  }

  private static List<LaterCall> distinct(List<LaterCall> known, List<LaterCall> fresh) {
    List<LaterCall> result = new ArrayList<>();
    for (LaterCall call : fresh) {
      boolean seen =
          known.stream().anyMatch(old -> same(old, call))
              || result.stream().anyMatch(old -> same(old, call));
      if (!seen) {
        result.add(call);
      }
    }
    return result;
  }

  private static boolean same(LaterCall one, LaterCall other) {
    return one.function().sameContent(other.function());
  }

  private void handler(LaterCall call) {
    Point branch = state.copy();
    branch.narrow(call.function().worlds());
    if (!branch.isDead()) {
      calls.call(branch, call.function(), call.arguments(), Context.NONE, type.at());
      calls.takeThrown();
      if (!branch.isDead()) {
        state.join(branch, unit::untouched);
      }
    }
  }

  /** The methods that others may call: public ones of the class and of what it extends. */
  private List<Method> entries() {
    Map<String, Method> found = new TreeMap<>();
    for (TypeName above : unit.hierarchy().supertypes(type.name())) {
      for (Method method : unit.hierarchy().type(above).map(Type::methods).orElse(List.of())) {
        boolean open =
            !method.flags().contains(Flag.PRIVATE)
                && !method.flags().contains(Flag.SYNTHETIC)
                && !method.name().name().startsWith("<");
        boolean mine = above.equals(type.name()) || !method.isStatic();
        if (open && mine && method.hasBody()) {
          found.putIfAbsent(method.name().signature(), method);
        }
      }
    }
    return List.copyOf(found.values());
  }

  private List<Method> named(String name) {
    return entries().stream()
        .filter(method -> method.name().name().equals(name) && !method.isStatic())
        .toList();
  }

  private Value run(Point at, Method method, Lifecycle lifecycle) {
    List<Value> values = new ArrayList<>();
    if (!method.isStatic()) {
      values.add(self.isNever() ? outside() : self);
    }
    int position = 0;
    for (Parameter parameter : method.parameters()) {
      values.add(argument(at, method, parameter, position++, lifecycle));
    }
    SourceSpan span = method.at();
    Value result = calls.invoke(at, method, values, Context.NONE, span);
    thrown = calls.takeThrown();
    return result;
  }

  private Value outside() {
    return unit.unknown(type.name(), "this", "this");
  }

  private Value argument(
      Point at, Method method, Parameter parameter, int position, Lifecycle lifecycle) {
    TypeName declared = parameter.local().type();
    String key = method.name().name() + "#" + position;
    if (lifecycle.provider().contains(key)) {
      Region nub = provider(declared);
      self.forEach(
          (atom, worlds) -> {
            if (atom instanceof Reference reference) {
              calls
                  .cells()
                  .write(
                      at,
                      reference.region(),
                      "provider",
                      TypeName.OBJECT,
                      Value.of(new Reference(nub), unit.all()),
                      unit.all());
            }
          });
      return Value.of(new Reference(nub), unit.all());
    }
    return unit.unknown(declared, method.name() + "#" + position, parameter.local().name());
  }

  /** The nub that the driver drives: one object, whatever method is handed it. */
  private Region provider(TypeName declared) {
    String simple = identity.providerType();
    TypeName nubType = declared;
    if (!simple.isEmpty() && !declared.simple().equals(simple)) {
      String text = declared.text();
      int dot = text.lastIndexOf('.');
      nubType = new TypeName(dot < 0 ? simple : text.substring(0, dot + 1) + simple);
    }
    Object key = "provider";
    Region nub = unit.regions().region(key, nubType, Region.Kind.OUTSIDE, "provider");
    DriverIdentity known = identity.device().isPresent() ? identity : unit.identity(nub);
    unit.identify(nub, known);
    return nub;
  }
}
