package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.heap.Atom;
import dev.dmalint.analyzer.heap.Atoms;
import dev.dmalint.analyzer.heap.Atoms.Pointer;
import dev.dmalint.analyzer.heap.Atoms.Reference;
import dev.dmalint.analyzer.heap.Region;
import dev.dmalint.analyzer.heap.Value;
import dev.dmalint.analyzer.heap.Whole;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.analyzer.space.Address;
import dev.dmalint.analyzer.space.Failure;
import dev.dmalint.analyzer.space.MapperIdentity;
import dev.dmalint.analyzer.space.Tag;
import dev.dmalint.analyzer.space.Trail;
import dev.dmalint.findings.PathStep;
import dev.dmalint.findings.SourceSpan;
import dev.dmalint.models.Action;
import dev.dmalint.models.Expression;
import dev.dmalint.models.Place;
import dev.dmalint.models.Row;
import dev.dmalint.models.WorldSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the actions of one model row for one call. */
final class RowRunner {
  private final Unit unit;
  private final Cells cells;
  private final Sinks sinks;
  private final Functions functions;
  private final Point point;
  private final Context context;
  private final SourceSpan at;
  private final RowPlaces places;
  private final Evaluator evaluator;

  RowRunner(
      Unit unit,
      Functions functions,
      Point point,
      Context context,
      SourceSpan at,
      Map<String, Value> roots,
      Value result) {
    this.unit = unit;
    this.cells = new Cells(unit);
    this.sinks = new Sinks(unit, cells);
    this.functions = functions;
    this.point = point;
    this.context = context;
    this.at = at;
    this.places = new RowPlaces(unit, cells, point, at, roots, result);
    this.evaluator = new Evaluator(unit.setting().universe(), unit.hierarchy(), places::read, at);
  }

  /** {@return the roots of a call of that row: its receiver and its named arguments} */
  static Map<String, Value> roots(
      Row.Target.Call target, Optional<Value> receiver, List<Value> arguments, Unit unit) {
    Map<String, Value> roots = new LinkedHashMap<>();
    receiver.ifPresent(value -> roots.put("receiver", value));
    for (int i = 0; i < target.parameters().size(); i++) {
      Row.Parameter parameter = target.parameters().get(i);
      if (i < arguments.size()) {
        roots.put(parameter.name(), arguments.get(i));
      } else if (parameter.byDefault().isPresent()) {
        Evaluator constants =
            new Evaluator(
                unit.setting().universe(),
                unit.hierarchy(),
                place -> roots.getOrDefault(place.root(), Value.NEVER),
                new SourceSpan("", 1, 1, 1, 1));
        roots.put(parameter.name(), constants.value(parameter.byDefault().get(), unit.all()));
      }
    }
    return roots;
  }

  /** {@return what the call results in} */
  Value run(Row row) {
    int index = 0;
    for (Action action : row.actions()) {
      if (point.isDead()) {
        break;
      }
      run(action, index++);
    }
    return places.result().in(point.reach());
  }

  private void run(Action action, int index) {
    if (action instanceof Action.Make make) {
      make(make, index);
    } else if (action instanceof Action.MakeAddress address) {
      makeAddress(address);
    } else if (action instanceof Action.MakePointer pointer) {
      makePointer(pointer);
    } else if (action instanceof Action.Assign assign) {
      assign(assign);
    } else if (action instanceof Action.Invoke invoke) {
      invoke(invoke);
    } else if (action instanceof Action.Demanding demanding) {
      demand(demanding);
    } else if (action instanceof Action.AccessRegister access) {
      access(access);
    } else if (action instanceof Action.AccessMemory access) {
      access(access);
    }
  }

  private Value value(Expression expression) {
    return evaluator.value(expression, point.reach());
  }

  private void make(Action.Make make, int index) {
    Region region =
        unit.made(
            new AtCall(context, at, index),
            new TypeName(make.type()),
            new TypeName(make.type()).simple() + " of line " + at.line());
    WorldSet fails = WorldSet.NONE;
    WorldSet maybe = WorldSet.NONE;
    if (make.fails().isPresent()) {
      Value test = value(make.fails().get());
      fails = test.worldsWith(RowRunner::isSurelyTrue);
      maybe = fails.and(Operators.mayBeFalse(test));
    }
    WorldSet built = point.reach().minus(fails).or(maybe);
    Map<String, Value> attributes = new LinkedHashMap<>();
    make.attributes().forEach((name, expression) -> attributes.put(name, value(expression)));
    boolean again = point.heap().exists(region);
    point.heap(point.heap().make(region, built));
    attributes.forEach(
        (name, value) ->
            cells.write(
                point,
                region,
                name,
                TypeName.OBJECT,
                value.in(built),
                again ? WorldSet.NONE : unit.all()));
    Value made = Value.of(new Reference(region), built);
    Failure failure = new Failure(at, make.failure(), make.mistake());
    Atom none = make.mistake().isEmpty() ? Atoms.NOTHING : new Atoms.FailedObject(failure);
    places.write(make.to(), made.join(Value.of(none, fails)), fails.or(built));
  }

  private static boolean isSurelyTrue(Atom atom) {
    return atom instanceof Whole bit && bit.isConstant() && bit.bits() != 0;
  }

  private void makeAddress(Action.MakeAddress make) {
    WorldSet left = point.reach();
    Value.Collector result = new Value.Collector();
    for (Action.Case each : make.cases()) {
      Value test = evaluator.value(each.when(), left);
      WorldSet taken = Operators.mayBeTrue(test);
      left = left.and(Operators.mayBeFalse(test));
      if (!taken.isEmpty()) {
        result.add(addresses(make, each, taken));
      }
    }
    result.add(Whole.UNKNOWN, left);
    places.write(make.to(), result.value(), point.reach());
  }

  private Value addresses(Action.MakeAddress make, Action.Case each, WorldSet worlds) {
    if (each.space().isEmpty() || each.space().equals("unknown")) {
      return Value.of(Whole.UNKNOWN, worlds);
    }
    Value owners =
        make.owner().isPresent()
            ? cells.memory(point, places.read(make.owner().get()).in(worlds))
            : Value.NEVER;
    Value bits = evaluator.value(each.bits(), worlds);
    Value mappers = mapper(each.mapper(), worlds);
    Value.Collector result = new Value.Collector();
    mappers.forEach(
        (mapper, inMapper) ->
            bits.in(inMapper)
                .forEach((bound, inBound) -> owned(each, mapper, bound, owners, inBound, result)));
    return result.value();
  }

  private void owned(
      Action.Case each,
      Atom mapper,
      Atom bound,
      Value owners,
      WorldSet worlds,
      Value.Collector result) {
    WorldSet[] free = {worlds};
    owners
        .in(worlds)
        .forEach(
            (owner, where) -> {
              if (owner instanceof Reference reference) {
                result.add(address(each, mapper, bound, Optional.of(reference.region())), where);
                free[0] = free[0].minus(where);
              }
            });
    result.add(address(each, mapper, bound, Optional.empty()), free[0]);
  }

  private Address address(Action.Case each, Atom mapper, Atom bound, Optional<Region> owner) {
    MapperIdentity identity = ((Named) mapper).identity();
    int bits =
        bound instanceof Whole number && number.isConstant()
            ? (int) Math.max(1, Math.min(64, number.bits()))
            : 64;
    Tag tag =
        new Tag(each.space(), identity, each.origin(), at, each.what(), owner, 0, 0, 64, bits);
    return new Address(
        tag, Trail.start(new Trail.Step(at, PathStep.Kind.SOURCE, each.what(), "%s")));
  }

  private Value mapper(String mapper, WorldSet worlds) {
    return switch (mapper) {
      case "none", "" -> Value.of(new Named(MapperIdentity.NONE), worlds);
      case "system" -> Value.of(new Named(MapperIdentity.SYSTEM), worlds);
      case "unknown" -> Value.of(new Named(MapperIdentity.UNKNOWN), worlds);
      default -> mappersAt(Place.parse(mapper), worlds);
    };
  }

  private Value mappersAt(Place place, WorldSet worlds) {
    Value objects = places.read(place).in(worlds);
    Value.Collector result = new Value.Collector();
    result.add(new Named(MapperIdentity.UNKNOWN), worlds.minus(objects.worlds()));
    objects.forEach((atom, where) -> result.add(identity(atom, where)));
    return result.value();
  }

  private Value identity(Atom atom, WorldSet worlds) {
    if (Cells.isNull(atom)) {
      return Value.of(new Named(MapperIdentity.SYSTEM), worlds);
    }
    if (!(atom instanceof Reference reference)) {
      return Value.of(new Named(MapperIdentity.UNKNOWN), worlds);
    }
    Optional<Value> device = point.heap().get(reference.region(), "device");
    if (device.isEmpty()) {
      boolean system = point.heap().get(reference.region(), "system").isPresent();
      return Value.of(new Named(system ? MapperIdentity.SYSTEM : MapperIdentity.UNKNOWN), worlds);
    }
    Value.Collector result = new Value.Collector();
    device
        .get()
        .in(worlds)
        .forEach(
            (owner, where) ->
                result.add(
                    new Named(
                        owner instanceof Reference nub
                            ? new MapperIdentity.Of(nub.region())
                            : MapperIdentity.UNKNOWN),
                    where));
    return result.value();
  }

  private void makePointer(Action.MakePointer make) {
    Value offset = value(make.offset());
    Value objects = cells.memory(point, places.read(make.region()));
    Value.Collector result = new Value.Collector();
    objects.forEach(
        (atom, worlds) -> {
          if (atom instanceof Reference reference) {
            offset
                .in(worlds)
                .forEach(
                    (from, where) ->
                        result.add(
                            new Pointer(
                                reference.region(),
                                from instanceof Whole number ? number : Whole.UNKNOWN),
                            where));
          } else {
            result.add(Whole.UNKNOWN, worlds);
          }
        });
    places.write(make.to(), result.value(), point.reach());
  }

  private void assign(Action.Assign assign) {
    Value value = value(assign.value());
    if (!assign.change().isEmpty()) {
      value =
          value.map(
              atom ->
                  atom instanceof Address address
                      ? address.after(at, PathStep.Kind.CHANGE, assign.change())
                      : atom);
    }
    places.write(assign.to(), value, point.reach());
  }

  private void invoke(Action.Invoke invoke) {
    Value function = places.read(invoke.function());
    List<Value> arguments = new ArrayList<>();
    invoke.arguments().forEach(argument -> arguments.add(value(argument)));
    if (invoke.time() == Action.Time.LATER) {
      unit.recorder().later(new LaterCall(function, arguments));
      return;
    }
    Value result = functions.call(point, function, arguments, context, at);
    invoke.result().ifPresent(to -> places.write(to, result, point.reach()));
  }

  private void demand(Action.Demanding demanding) {
    WorldSet when = Operators.mayBeTrue(value(demanding.when()));
    Optional<Region> device = demanding.device().flatMap(place -> onlyObject(places.read(place)));
    sinks.demand(
        value(demanding.value()), when, demanding.consumer(), demanding.field(), device, at);
  }

  private static Optional<Region> onlyObject(Value value) {
    List<Atom> atoms = value.atoms();
    return atoms.size() == 1 && atoms.get(0) instanceof Reference reference
        ? Optional.of(reference.region())
        : Optional.empty();
  }

  private void access(Action.AccessRegister access) {
    if (access.value().isPresent()) {
      sinks.writeRegister(
          point,
          places.read(access.device()),
          value(access.window()),
          value(access.offset()),
          value(access.value().get()),
          at);
    }
    if (access.result().isPresent()) {
      Value read =
          sinks
              .registers()
              .read(
                  point,
                  places.read(access.device()),
                  value(access.window()),
                  value(access.offset()));
      places.write(access.result().get(), read, point.reach());
    }
  }

  private void access(Action.AccessMemory access) {
    Value base = value(access.base());
    Value offset = value(access.offset());
    if (access.value().isPresent()) {
      sinks.writeMemory(point, base, offset, value(access.value().get()), access.width(), at);
    }
    access
        .result()
        .ifPresent(
            to ->
                places.write(
                    to,
                    sinks.readMemory(point, base, offset, access.width(), point.reach()),
                    point.reach()));
  }

  /** Which mapper, as an atom, so that it can differ from world to world. */
  private record Named(MapperIdentity identity) implements Atom {}

  /** What makes an object of a row the same object: the call, its context and the action. */
  private record AtCall(Context context, SourceSpan at, int action) {}
}
