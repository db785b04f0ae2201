package dev.dmalint.machine;

import static java.lang.reflect.Modifier.isStatic;

import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.Pmap;
import dev.dmalint.models.Action;
import dev.dmalint.models.Consumer.Kind;
import dev.dmalint.models.Consumer.MapperDemand;
import dev.dmalint.models.Consumer.Reading;
import dev.dmalint.models.Place;
import dev.dmalint.models.Row;
import dev.dmalint.models.Row.Target.Call;
import dev.dmalint.models.Universe;
import dev.dmalint.models.World;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Calls the port and reads the row of each call side by side: what the row makes, assigns and
 * claims is kept for the objects and numbers that the call really gave.
 */
final class RowPlay {
  /** An argument whose declared type has to be told. */
  record As(Class<?> type, Object value) {}

  private record Claim(Row row, String place, long number, RowAddress said, long physical) {}

  private final RowSpaces spaces;
  private final World world;
  private final Universe universe;
  private final IdentityHashMap<Object, RowThing> things = new IdentityHashMap<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<String> disagreements = new ArrayList<>();
  private final Set<String> performed = new LinkedHashSet<>();
  private long physical;

  /**
   * A play.
   *
   * @param device the nub whose mapper is the device's own
   */
  RowPlay(Bench bench, IOService device, World world, Universe universe) {
    this.spaces = new RowSpaces(bench, IOMapper.copyMapperForDevice(device));
    this.world = world;
    this.universe = universe;
  }

  /** From now on addresses are of memory that starts here. */
  void memoryAt(long start) {
    physical = start;
  }

  long memory() {
    return physical;
  }

  /** Runs a call whose result points to the memory that its claims are about. */
  void memoryAtPointer(LongSupplier call) {
    int before = claims.size();
    long start = Pmap.kvtophys(call.getAsLong());
    for (int i = before; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      claims.set(i, new Claim(claim.row(), claim.place(), claim.number(), claim.said(), start));
    }
  }

  Set<String> performed() {
    return performed;
  }

  /** Compares what rows claimed with where the numbers lead now, and says where they differ. */
  List<String> disagreements() {
    for (Claim claim : claims) {
      if (!spaces.leads(claim.said(), claim.number(), claim.physical())) {
        disagreements.add(
            "%s, %s: %s of %s is said to be %s, and 0x%x is %s"
                .formatted(
                    claim.row().origin(),
                    world.attribute("mapper"),
                    claim.place(),
                    name(claim.row()),
                    claim.said().space(),
                    claim.number(),
                    spaces.name(claim.number(), claim.physical())));
      }
    }
    return disagreements;
  }

  static String name(Row row) {
    Call call = (Call) row.target();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < call.parameters().size(); i++) {
      String type = i < call.types().size() ? call.types().get(i) : "*";
      String shown = type.equals("*") ? "" : type.substring(type.lastIndexOf('.') + 1) + " ";
      names.add(shown + call.parameters().get(i).name());
    }
    return call.owner() + "." + call.name() + "(" + String.join(", ", names) + ")";
  }

  /** Calls a method of an object, or of a class if that is given. */
  Object call(Object on, String name, Object... arguments) {
    Class<?> type = on instanceof Class<?> given ? given : on.getClass();
    Method method = method(type, name, arguments);
    Object[] plain =
        Arrays.stream(arguments).map(one -> one instanceof As as ? as.value() : one).toArray();
    Optional<Row> row = row(type, method);
    Map<String, Object> roots = new HashMap<>();
    row.ifPresent(found -> bind(found, on, plain, roots));
    Object result;
    try {
      method.setAccessible(true);
      result = method.invoke(isStatic(method.getModifiers()) ? null : on, plain);
    } catch (IllegalAccessException e) {
      throw new LinkageError(type.getSimpleName() + "." + name, e);
    } catch (InvocationTargetException e) {
      throw new AssertionError(type.getSimpleName() + "." + name, e.getCause());
    }
    row.ifPresent(found -> read(found, roots, plain, result));
    return result;
  }

  private static Method method(Class<?> type, String name, Object[] arguments) {
    for (Class<?> up = type; up != null; up = up.getSuperclass()) {
      for (Method method : up.getDeclaredMethods()) {
        if (method.getName().equals(name) && !method.isSynthetic() && takes(method, arguments)) {
          return method;
        }
      }
    }
    throw new AssertionError("no %s.%s%s".formatted(type, name, Arrays.toString(arguments)));
  }

  private static boolean takes(Method method, Object[] arguments) {
    Class<?>[] types = method.getParameterTypes();
    boolean fits = types.length == arguments.length;
    for (int i = 0; fits && i < types.length; i++) {
      Object argument = arguments[i];
      fits =
          argument instanceof As as
              ? types[i] == as.type()
              : types[i].isPrimitive()
                  ? argument != null && boxed(types[i]) == argument.getClass()
                  : argument == null || types[i].isInstance(argument);
    }
    return fits;
  }

  private static Class<?> boxed(Class<?> primitive) {
    return java.lang.invoke.MethodType.methodType(primitive).wrap().returnType();
  }

  /** As the engine finds it: of the nearest owner, the first whose parameters fit. */
  private Optional<Row> row(Class<?> type, Method method) {
    for (Class<?> up = type; up != null; up = up.getSuperclass()) {
      String owner = up.getName();
      Optional<Row> found =
          universe.rows().stream()
              .filter(row -> row.target() instanceof Call call && call.owner().equals(owner))
              .filter(row -> fits((Call) row.target(), method))
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean fits(Call call, Method method) {
    int given = method.getParameterCount();
    long required = call.parameters().stream().filter(one -> one.byDefault().isEmpty()).count();
    if (!call.name().equals(method.getName())
        || given < required
        || given > call.parameters().size()) {
      return false;
    }
    for (int i = 0; i < Math.min(given, call.types().size()); i++) {
      String wanted = call.types().get(i);
      if (!wanted.equals("*")
          && !wanted.equals(method.getParameterTypes()[i].getTypeName())
          && !wanted.equals(method.getParameterTypes()[i].getName())) {
        return false;
      }
    }
    return true;
  }

  private void bind(Row row, Object on, Object[] arguments, Map<String, Object> roots) {
    Call call = (Call) row.target();
    RowExpressions expressions = new RowExpressions(world, roots);
    roots.put("receiver", on instanceof Class ? RowExpressions.NULL : modelled(on));
    for (int i = 0; i < call.parameters().size(); i++) {
      Row.Parameter parameter = call.parameters().get(i);
      roots.put(
          parameter.name(),
          i < arguments.length
              ? modelled(arguments[i])
              : expressions.value(parameter.byDefault().orElseThrow()));
    }
  }

  private Object modelled(Object real) {
    if (real == null) {
      return RowExpressions.NULL;
    }
    if (real instanceof Number number) {
      return number.longValue();
    }
    if (real instanceof Boolean flag) {
      return flag ? 1L : 0L;
    }
    RowThing thing = things.computeIfAbsent(real, key -> new RowThing());
    thing.standsFor(real);
    if (real == IOMapper.gSystem) {
      thing.put("system", 1L);
    }
    return thing;
  }

  private void read(Row row, Map<String, Object> roots, Object[] arguments, Object result) {
    RowExpressions values = new RowExpressions(world, roots);
    Set<Place> written = new LinkedHashSet<>();
    Set<Place> mayFail = new LinkedHashSet<>();
    for (Action action : row.actions()) {
      if (action instanceof Action.Make make) {
        if (make.fails().isPresent() && isReal(make.to())) {
          mayFail.add(make.to());
        }
        boolean fails = make.fails().isPresent() && values.holds(make.fails().get());
        values.put(make.to(), fails ? RowExpressions.NULL : made(make, values));
        written.add(make.to());
      } else if (action instanceof Action.MakeAddress address) {
        values.put(address.to(), address(row, address, values));
        written.add(address.to());
      } else if (action instanceof Action.Assign assign) {
        Object value = values.value(assign.value());
        boolean swaps = assign.change().equals("bytes swapped");
        values.put(
            assign.to(),
            swaps && value instanceof RowAddress address ? address.swappedBytes() : value);
        written.add(assign.to());
      }
    }
    Call call = (Call) row.target();
    for (Place place : written) {
      Object real = real(call, place, arguments, result);
      compare(row, place, values.at(place), real);
      if (mayFail.contains(place)) {
        compareRefusal(row, place, values.at(place), real);
      }
    }
  }

  private static RowThing made(Action.Make make, RowExpressions values) {
    RowThing thing = new RowThing();
    make.attributes().forEach((name, value) -> thing.put(name, values.value(value)));
    return thing;
  }

  private Object address(Row row, Action.MakeAddress action, RowExpressions values) {
    for (Action.Case one : action.cases()) {
      Object holds = values.value(one.when());
      if (holds == RowExpressions.UNKNOWN) {
        throw new AssertionError(row.origin() + ": nobody can tell whether " + one.what());
      }
      if (!holds.equals(0L)) {
        Object mapper =
            List.of("system", "none").contains(one.mapper())
                ? one.mapper()
                : values.at(Place.parse(one.mapper()));
        performed.add(name(row));
        return new RowAddress(one.space(), mapper);
      }
    }
    return RowExpressions.UNKNOWN;
  }

  private static boolean isReal(Place place) {
    return place.steps().stream().noneMatch(Place.Step.Attribute.class::isInstance);
  }

  private static Object real(Call call, Place place, Object[] arguments, Object result) {
    Object real = result;
    if (!place.root().equals("result")) {
      List<String> names = call.parameters().stream().map(Row.Parameter::name).toList();
      int index = names.indexOf(place.root());
      boolean given = index >= 0 && index < arguments.length && !place.steps().isEmpty();
      real = given ? arguments[index] : null;
    }
    for (Place.Step step : place.steps()) {
      real = RowSpaces.inside(real, step);
    }
    return real;
  }

  private void compare(Row row, Place place, Object said, Object real) {
    if (said instanceof RowThing thing && real != null) {
      things.put(real, thing);
      thing.standsFor(real);
    }
    if (said instanceof RowAddress address && real instanceof Number number) {
      long plain = RowSpaces.plain(number, address);
      claims.add(new Claim(row, place.toString(), plain, address, physical));
    }
  }

  /** Rows say which objects are refused for good, not that memory may run out. */
  private void compareRefusal(Row row, Place place, Object said, Object real) {
    if ((real == null) != (said == RowExpressions.NULL)) {
      disagreements.add(
          "%s, %s: %s of %s is %s"
              .formatted(row.origin(), world.attribute("mapper"), place, name(row), real));
    }
  }

  /** What the row of a static call wants its number to be in this world; nothing for no claim. */
  Optional<RowAddress> wanted(Class<?> type, String name, Object... arguments) {
    Method method = method(type, name, arguments);
    Row row = row(type, method).orElseThrow();
    Map<String, Object> roots = new HashMap<>();
    Object[] plain =
        Arrays.stream(arguments).map(one -> one instanceof As as ? as.value() : one).toArray();
    bind(row, type, plain, roots);
    return demand(row, new RowExpressions(world, roots));
  }

  private Optional<RowAddress> demand(Row row, RowExpressions values) {
    for (Action action : row.actions()) {
      if (action instanceof Action.Demanding demanding && values.holds(demanding.when())) {
        performed.add(name(row));
        for (Reading reading : universe.consumer(demanding.consumer()).orElseThrow().reads()) {
          if (values.holds(reading.when())) {
            Object mapper = reading.mapper() == MapperDemand.SYSTEM ? "system" : "none";
            return reading.kind() == Kind.SPACE
                ? Optional.of(
                    new RowAddress(reading.space(), mapper, demanding.field().shift(), false))
                : Optional.empty();
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The effect of a demanded number was not what the row says. */
  void disagrees(Class<?> type, String name, Object[] arguments, String what) {
    Row row = row(type, method(type, name, arguments)).orElseThrow();
    disagreements.add(
        "%s, %s: %s: %s".formatted(row.origin(), world.attribute("mapper"), name(row), what));
  }
}
