package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.heap.Atom;
import dev.dmalint.analyzer.heap.Atoms.Reference;
import dev.dmalint.analyzer.heap.Region;
import dev.dmalint.analyzer.heap.Value;
import dev.dmalint.analyzer.heap.Value.Collector;
import dev.dmalint.analyzer.ir.Instruction;
import dev.dmalint.analyzer.ir.Instruction.Call;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.analyzer.space.Address;
import dev.dmalint.findings.PathStep;
import dev.dmalint.models.WorldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call that has neither a body in the source nor a model row. Its result depends on its arguments
 * and on its receiver; functions that it is given are called with unknown arguments.
 */
final class Unmodelled {
  /** The cell that holds what unknown code may have kept of what it was given. */
  private static final String KEPT = "?kept";

  private final Unit unit;
  private final Functions functions;
  private final Cells cells;

  Unmodelled(Unit unit, Functions functions, Cells cells) {
    this.unit = unit;
    this.functions = functions;
    this.cells = cells;
  }

  Value call(
      Point point,
      Call call,
      Optional<Value> receiver,
      List<Value> arguments,
      Value unknown,
      Context context) {
    if (!call.callee().isConstructor()) {
      unit.recorder().unknownCall(call.callee().owner() + "#" + call.callee().name());
    }
    Collector given = new Collector();
    arguments.forEach(argument -> given.add(argument.only(Address.class::isInstance)));
    receiver.ifPresent(self -> given.add(kept(point, self)));
    arguments.forEach(argument -> given.add(kept(point, argument)));
    Value addresses = after(given.value(), call);
    receiver.ifPresent(self -> keep(point, self, addresses));
    callBack(point, call, arguments, context);
    TypeName type = call.callee().result();
    if (addresses.isNever() || type.text().equals("boolean")) {
      return unknown.in(point.reach());
    }
    if (type.isReference()) {
      keep(point, unknown, addresses);
      return isBoxed(type) ? unknown.join(addresses) : unknown.in(point.reach());
    }
    return type.isIntegral() ? unknown.join(addresses).in(point.reach()) : unknown;
  }

  private static boolean isBoxed(TypeName type) {
    return type.equals(TypeName.OBJECT)
        || type.text().equals("java.lang.Long")
        || type.text().equals("java.lang.Integer")
        || type.text().equals("java.lang.Number");
  }

  private static Value after(Value addresses, Call call) {
    return addresses.map(
        atom ->
            ((Address) atom)
                .after(
                    call.at(),
                    PathStep.Kind.CALL,
                    "given to '" + call.callee().name() + "', whose body is not known"));
  }

  private Value kept(Point point, Value objects) {
    Collector result = new Collector();
    objects.forEach(
        (atom, worlds) ->
            object(atom)
                .flatMap(region -> point.heap().get(region, KEPT))
                .ifPresent(value -> result.add(value.in(worlds))));
    return result.value().only(Address.class::isInstance);
  }

  private void keep(Point point, Value objects, Value addresses) {
    if (addresses.isNever()) {
      return;
    }
    objects.forEach(
        (atom, worlds) ->
            object(atom)
                .filter(region -> unit.hierarchy().type(region.type()).isEmpty())
                .ifPresent(
                    region ->
                        cells.write(
                            point,
                            region,
                            KEPT,
                            TypeName.LONG,
                            addresses.in(worlds),
                            WorldSet.NONE)));
  }

  private static Optional<Region> object(Atom atom) {
    return atom instanceof Reference reference ? Optional.of(reference.region()) : Optional.empty();
  }

  private void callBack(Point point, Call call, List<Value> arguments, Context context) {
    for (Value argument : arguments) {
      List<Atom> closures =
          argument.atoms().stream()
              .filter(atom -> object(atom).flatMap(unit::closure).isPresent())
              .toList();
      for (Atom closure : closures) {
        Instruction.Closure body = unit.closure(object(closure).orElseThrow()).orElseThrow();
        List<Value> unknown = new ArrayList<>();
        int captured = body.captured().size();
        List<TypeName> parameters = body.body().parameters();
        for (int i = captured; i < parameters.size(); i++) {
          unknown.add(
              unit.unknown(parameters.get(i), List.of(call.at(), i), "argument").in(point.reach()));
        }
        WorldSet worlds = argument.worldsWith(closure::equals);
        functions.call(point, Value.of(closure, worlds), unknown, context, call.at());
      }
    }
  }
}
