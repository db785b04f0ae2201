package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.heap.Atom;
import dev.dmalint.analyzer.heap.Atoms.Reference;
import dev.dmalint.analyzer.heap.Heap;
import dev.dmalint.analyzer.heap.Region;
import dev.dmalint.analyzer.heap.Value;
import dev.dmalint.analyzer.heap.Value.Collector;
import dev.dmalint.analyzer.ir.Flag;
import dev.dmalint.analyzer.ir.Instruction;
import dev.dmalint.analyzer.ir.Instruction.Call;
import dev.dmalint.analyzer.ir.Instruction.CallKind;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.analyzer.space.Address;
import dev.dmalint.findings.Gap;
import dev.dmalint.findings.PathStep;
import dev.dmalint.findings.SourceSpan;
import dev.dmalint.models.Row;
import dev.dmalint.models.WorldSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds and runs whatever a call may run: bodies of the source, model rows, unknown code. */
final class Calls implements Functions {
  /** How deep calls are followed. */
  private static final int DEPTH = 48;

  /** Up to how many receivers of one call a row is run for each on its own. */
  private static final int MOST_RECEIVERS = 6;

  /** How often one method is followed inside itself. */
  private static final int RECURSION = 2;

  private final Unit unit;
  private final Cells cells;
  private final Stated stated;
  private final Unmodelled unmodelled;
  private final Deque<Method> stack = new ArrayDeque<>();

  Calls(Unit unit) {
    this.unit = unit;
    this.cells = new Cells(unit);
    this.stated = new Stated(unit, cells);
    this.unmodelled = new Unmodelled(unit, this, cells);
  }

  Cells cells() {
    return cells;
  }

  Stated stated() {
    return stated;
  }

  Unit unit() {
    return unit;
  }

  /** Runs a call and leaves its result in its target. */
  void call(Point point, Call call, Context context) {
    List<Value> arguments = new ArrayList<>();
    for (Local argument : call.arguments()) {
      arguments.add(point.get(argument));
    }
    Optional<Value> receiver = call.receiver().map(point::get);
    if (receiver.isPresent() && call.kind() != CallKind.STATIC) {
      receiver =
          Optional.of(cells.dereference(point, receiver.get(), call.callee().owner(), call.at()));
    }
    if (point.isDead()) {
      return;
    }
    Optional<Value> self = receiver;
    List<Value> current = arguments.stream().map(value -> value.in(point.reach())).toList();
    stated.configured(call, current, point.reach());
    Value result = run(point, call, self, current, context);
    call.target().ifPresent(target -> point.set(target, result));
  }

  private static Value returned(Value result, Call call) {
    return result.map(
        atom ->
            atom instanceof Address address
                    && !address
                        .trail()
                        .steps()
                        .get(address.trail().length() - 1)
                        .at()
                        .equals(call.at())
                ? address.after(
                    call.at(), PathStep.Kind.CALL, "returned by '" + call.callee().name() + "'")
                : atom);
  }

  private Value run(
      Point point, Call call, Optional<Value> receiver, List<Value> arguments, Context context) {
    Map<Optional<Method>, Value> bodies = bodies(call, receiver);
    Point before = point.copy();
    WorldSet reach = point.reach();
    Collector result = new Collector();
    boolean first = true;
    for (Map.Entry<Optional<Method>, Value> body : bodies.entrySet()) {
      Point branch = before.copy();
      WorldSet where = receiver.isPresent() ? body.getValue().worlds() : reach;
      branch.narrow(where);
      Optional<Value> self = receiver.isPresent() ? Optional.of(body.getValue()) : Optional.empty();
      List<Value> given = arguments.stream().map(value -> value.in(where)).toList();
      result.add(one(branch, call, body.getKey(), self, given, context));
      if (first) {
        point.resume(branch.heap(), branch.reach());
        first = false;
      } else {
        point.join(branch, unit::untouched);
      }
    }
    return result.value();
  }

  /** Which receivers run which body; no body means the row of the call, or unknown code. */
  private Map<Optional<Method>, Value> bodies(Call call, Optional<Value> receiver) {
    Map<Optional<Method>, Value> result = new LinkedHashMap<>();
    if (receiver.isEmpty() || call.kind() != CallKind.VIRTUAL) {
      result.put(exact(call), receiver.orElse(Value.NEVER));
      return result;
    }
    receiver
        .get()
        .forEach(
            (atom, worlds) -> {
              for (Optional<Method> body : bodies(call.callee(), atom)) {
                result.merge(body, Value.of(atom, worlds), Value::join);
              }
            });
    return result;
  }

  private Optional<Method> exact(Call call) {
    Optional<Method> declared = unit.hierarchy().declared(call.callee());
    Optional<Method> body =
        declared.isPresent()
            ? declared.filter(Method::hasBody)
            : call.callee().isConstructor()
                ? Optional.empty()
                : unit.hierarchy().dispatch(call.callee().owner(), call.callee().signature());
    return body.filter(method -> !isModelled(call.callee(), method));
  }

  /** A row beats the body of the method it names; an override of that method beats the row. */
  private boolean isModelled(MethodName callee, Method method) {
    return unit.setting()
        .rows()
        .call(callee)
        .map(row -> ((Row.Target.Call) row.target()).owner())
        .filter(owner -> owner.equals(method.name().owner().text()))
        .isPresent();
  }

  private List<Optional<Method>> bodies(MethodName callee, Atom receiver) {
    TypeName type =
        receiver instanceof Reference reference ? reference.region().type() : callee.owner();
    boolean made =
        receiver instanceof Reference reference && reference.region().kind() == Region.Kind.MADE;
    if (!made && unit.hierarchy().isSubtype(callee.owner(), type)) {
      type = callee.owner();
    }
    List<Method> found =
        made
            ? unit.hierarchy().dispatch(type, callee.signature()).stream().toList()
            : unit.hierarchy().type(type).isPresent()
                ? unit.hierarchy().possible(type, callee.signature())
                : List.of();
    List<Optional<Method>> bodies = new ArrayList<>();
    for (Method method : found) {
      Optional<Method> body = isModelled(callee, method) ? Optional.empty() : Optional.of(method);
      if (!bodies.contains(body)) {
        bodies.add(body);
      }
    }
    return bodies.isEmpty() ? List.of(Optional.empty()) : bodies;
  }

  private Value one(
      Point point,
      Call call,
      Optional<Method> body,
      Optional<Value> receiver,
      List<Value> arguments,
      Context context) {
    Optional<Value> closed =
        receiver.flatMap(value -> closures(point, call, value, arguments, context));
    if (closed.isPresent()) {
      return closed.get();
    }
    Optional<Method> declared = body.isPresent() ? body : unit.hierarchy().declared(call.callee());
    declared.ifPresent(method -> stated.annotated(method, arguments, point.reach(), call.at()));
    if (body.isPresent()) {
      List<Value> all = new ArrayList<>();
      receiver.ifPresent(all::add);
      all.addAll(passed(body.get(), arguments, call.at()));
      return returned(invoke(point, body.get(), all, context.enter(call.at()), call.at()), call);
    }
    Optional<Row> row = unit.setting().rows().call(call.callee());
    Object key = new Result(context, call.at());
    Value unknown = unit.unknown(call.callee().result(), key, call.callee().name());
    if (row.isPresent()) {
      return modelled(point, call, row.get(), receiver, arguments, unknown, context);
    }
    return unmodelled.call(point, call, receiver, arguments, unknown, context);
  }

  /** Runs a row, for each receiver on its own: what one remembers says nothing of the other. */
  private Value modelled(
      Point point,
      Call call,
      Row row,
      Optional<Value> receiver,
      List<Value> arguments,
      Value unknown,
      Context context) {
    Row.Target.Call target = (Row.Target.Call) row.target();
    List<Atom> receivers = receiver.map(Value::atoms).orElse(List.of());
    if (receivers.size() < 2 || receivers.size() > MOST_RECEIVERS) {
      Map<String, Value> roots = RowRunner.roots(target, receiver, arguments, unit);
      return new RowRunner(unit, this, point, context, call.at(), roots, unknown).run(row);
    }
    Point before = point.copy();
    Collector result = new Collector();
    boolean first = true;
    for (Atom atom : receivers) {
      WorldSet where = receiver.orElseThrow().worldsWith(atom::equals);
      Point branch = before.copy();
      branch.narrow(where);
      Optional<Value> self = Optional.of(Value.of(atom, where));
      List<Value> given = arguments.stream().map(value -> value.in(where)).toList();
      Map<String, Value> roots = RowRunner.roots(target, self, given, unit);
      result.add(
          new RowRunner(unit, this, branch, context, call.at(), roots, unknown.in(where)).run(row));
      if (first) {
        point.resume(branch.heap(), branch.reach());
        first = false;
      } else {
        point.join(branch, unit::untouched);
      }
    }
    return result.value();
  }

  private static List<Value> passed(Method method, List<Value> arguments, SourceSpan at) {
    List<Value> result = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String name =
          i < method.parameters().size() ? method.parameters().get(i).local().name() : "?";
      String message = "passed to '" + method.name().name() + "' as '" + name + "'";
      result.add(
          arguments
              .get(i)
              .map(
                  atom ->
                      atom instanceof Address address
                          ? address.after(at, PathStep.Kind.CALL, message)
                          : atom));
    }
    return result;
  }

  /** Runs the closures among the receivers of a call of their interface's method. */
  private Optional<Value> closures(
      Point point, Call call, Value receivers, List<Value> arguments, Context context) {
    boolean all =
        !receivers.isNever()
            && receivers.atoms().stream()
                .allMatch(
                    atom ->
                        atom instanceof Reference reference
                            && unit.closure(reference.region())
                                .filter(closure -> implementsCall(closure, call))
                                .isPresent());
    return all
        ? Optional.of(call(point, receivers, arguments, context, call.at()))
        : Optional.empty();
  }

  private static boolean implementsCall(Instruction.Closure closure, Call call) {
    String name = closure.interfaceMethod().name();
    return name.equals("<unknown>") || name.equals(call.callee().name());
  }

  @Override
  public Value call(
      Point point, Value function, List<Value> arguments, Context context, SourceSpan at) {
    Collector result = new Collector();
    Point before = point.copy();
    boolean first = true;
    List<Reference> functions = new ArrayList<>();
    function.forEach(
        (atom, worlds) -> {
          if (atom instanceof Reference reference) {
            functions.add(reference);
          }
        });
    for (Reference reference : functions) {
      Point branch = before.copy();
      branch.narrow(function.worldsWith(reference::equals));
      result.add(callOne(branch, reference.region(), arguments, context, at));
      if (first) {
        WorldSet others = before.reach().minus(function.worldsWith(reference::equals));
        point.resume(branch.heap(), branch.reach());
        Point rest = before.copy();
        rest.narrow(others);
        if (!rest.isDead()) {
          point.join(rest, unit::untouched);
        }
        first = false;
      } else {
        point.join(branch, unit::untouched);
      }
    }
    return first ? unit.unknown(TypeName.OBJECT, at, "function").in(point.reach()) : result.value();
  }

  private Value callOne(
      Point point, Region function, List<Value> arguments, Context context, SourceSpan at) {
    Optional<Instruction.Closure> closure = unit.closure(function);
    if (closure.isPresent()) {
      Optional<Method> body = unit.hierarchy().declared(closure.get().body());
      List<Value> all = new ArrayList<>();
      for (int i = 0; i < closure.get().captured().size(); i++) {
        all.add(cells.read(point, function, captured(i), TypeName.OBJECT));
      }
      all.addAll(arguments);
      return body.isPresent()
          ? invoke(point, body.get(), all, context.enter(at), at)
          : unit.unknown(TypeName.OBJECT, at, "function");
    }
    Optional<Method> method = onlyMethod(function.type(), arguments.size());
    if (method.isEmpty()) {
      return unit.unknown(TypeName.OBJECT, at, "function").in(point.reach());
    }
    List<Value> all = new ArrayList<>(List.of(Value.of(new Reference(function), point.reach())));
    all.addAll(arguments);
    return invoke(point, method.get(), all, context.enter(at), at);
  }

  /** The method by which a class of the source implements a functional interface. */
  private Optional<Method> onlyMethod(TypeName type, int arity) {
    for (TypeName above : unit.hierarchy().supertypes(type)) {
      List<Method> own =
          unit.hierarchy().type(above).stream()
              .flatMap(source -> source.methods().stream())
              .filter(method -> !method.isStatic() && !method.name().isConstructor())
              .filter(method -> method.flags().contains(Flag.PUBLIC) && method.hasBody())
              .filter(method -> method.parameters().size() == arity)
              .toList();
      if (!own.isEmpty()) {
        return Optional.of(own.get(0));
      }
    }
    return Optional.empty();
  }

  static String captured(int index) {
    return "captured" + index;
  }

  /** {@return what running a body with the receiver and arguments results in} */
  Value invoke(Point point, Method method, List<Value> values, Context context, SourceSpan at) {
    long inside = stack.stream().filter(method::equals).count();
    if (inside >= RECURSION || stack.size() >= DEPTH) {
      unit.recorder()
          .gap(
              Gap.Kind.BOUND,
              method.at(),
              "calls of '%s' inside itself are followed %d times, calls %d deep; beyond that the result is unknown"
                  .formatted(method.name().name(), RECURSION, DEPTH));
      return unit.unknown(method.name().result(), at, method.name().name());
    }
    stack.push(method);
    try {
      Outcome outcome = new Activation(this, method, context).run(point, values);
      point.resume(outcome.heap(), outcome.returns());
      thrown = thrown.or(outcome.throwsIn());
      if (!outcome.throwsIn().isEmpty()) {
        thrownHeap = Optional.of(outcome.thrownHeap());
      }
      return outcome.result().in(outcome.returns());
    } finally {
      stack.pop();
    }
  }

  private WorldSet thrown = WorldSet.NONE;
  private Optional<Heap> thrownHeap = Optional.empty();

  /** {@return the worlds in which a call made since the last question may have thrown} */
  WorldSet takeThrown() {
    WorldSet result = thrown;
    thrown = WorldSet.NONE;
    return result;
  }

  /** {@return the heap that the last thrown exception left} */
  Optional<Heap> thrownHeap() {
    return thrownHeap;
  }

  private record Result(Context context, SourceSpan at) {}
}
