package dev.dmalint.models;

import dev.dmalint.models.Action.Case;
import dev.dmalint.models.Place.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Runs rows in one world with arguments that are known. Objects are maps of their attributes,
 * arrays lists; null stands for null and {@link #UNKNOWN} for what nobody knows.
 */
final class Machine {
  static final Object UNKNOWN = "(unknown)";

  private final Universe universe;
  private final World world;
  private final List<String> demands = new ArrayList<>();

  Machine(Universe universe, World world) {
    this.universe = universe;
    this.world = world;
  }

  /** An address that a row made. */
  record Address(String space, String mapper, String origin, long bits) {
    /** {@return {@code CPA}, {@code IOVA(sys)} or {@code IOVA(dev)}, as the tables say it} */
    String text() {
      return switch (space) {
        case "iova" -> mapper.equals("system") ? "IOVA(sys)" : "IOVA(dev)";
        case "cpa" -> "CPA";
        default -> space;
      };
    }
  }

  static Map<String, Object> object(String type) {
    Map<String, Object> result = new HashMap<>();
    result.put("(type)", type);
    return result;
  }

  /** {@return an array with room for one element} */
  static List<Object> one() {
    return new ArrayList<>(List.of(object("element")));
  }

  List<String> demands() {
    return demands;
  }

  /** Calls a method; {@code receiver} is null for static ones. */
  Object call(String owner, String name, Object receiver, Object... arguments) {
    Row row = row("dev.dmalint.iokit." + owner, name, arguments.length);
    Row.Target.Call target = (Row.Target.Call) row.target();
    Map<String, Object> roots = new HashMap<>();
    roots.put("receiver", receiver);
    for (int i = 0; i < target.parameters().size(); i++) {
      Row.Parameter parameter = target.parameters().get(i);
      roots.put(
          parameter.name(),
          i < arguments.length
              ? arguments[i]
              : evaluate(parameter.byDefault().orElseThrow(), roots));
    }
    return run(row, roots);
  }

  /** {@return what reading a static field of the port gives} */
  Object read(String owner, String name) {
    Row.Target wanted = new Row.Target.FieldRead("dev.dmalint.iokit." + owner, name);
    Row row =
        universe.rows().stream().filter(r -> r.target().equals(wanted)).findFirst().orElseThrow();
    return run(row, new HashMap<>());
  }

  private Row row(String owner, String name, int count) {
    return universe.rows().stream()
        .filter(
            row -> row.target() instanceof Row.Target.Call call && fits(call, owner, name, count))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row for " + owner + "." + name + "/" + count));
  }

  private static boolean fits(Row.Target.Call call, String owner, String name, int count) {
    long least = call.parameters().stream().filter(p -> p.byDefault().isEmpty()).count();
    boolean typed = call.types().stream().anyMatch(type -> !type.equals("*"));
    return call.owner().equals(owner)
        && call.name().equals(name)
        && !typed
        && least <= count
        && count <= call.parameters().size();
  }

  private Object run(Row row, Map<String, Object> roots) {
    for (Action action : row.actions()) {
      if (action instanceof Action.Make make) {
        boolean fails = make.fails().map(test -> truth(evaluate(test, roots))).orElse(false);
        Map<String, Object> made = object(make.type());
        make.attributes().forEach((key, value) -> made.put(key, evaluate(value, roots)));
        write(make.to(), fails ? null : made, roots);
      } else if (action instanceof Action.MakeAddress address) {
        write(address.to(), address(address, roots), roots);
      } else if (action instanceof Action.Assign assign) {
        write(assign.to(), evaluate(assign.value(), roots), roots);
      } else if (action instanceof Action.Demanding demanding) {
        if (truth(evaluate(demanding.when(), roots))) {
          demands.add(demanding.consumer());
        }
      }
    }
    return roots.get("result");
  }

  private Address address(Action.MakeAddress action, Map<String, Object> roots) {
    for (Case each : action.cases()) {
      if (truth(evaluate(each.when(), roots))) {
        Object bits = evaluate(each.bits(), roots);
        return new Address(
            each.space(), each.mapper(), each.origin(), bits instanceof Long known ? known : 64);
      }
    }
    throw new AssertionError("no case holds in " + world.id());
  }

  /** {@return whether a value is true; tests decide every condition} */
  static boolean truth(Object value) {
    if (value instanceof Long number) {
      return number != 0;
    }
    throw new AssertionError("undecided: " + value);
  }

  Object evaluate(Expression expression, Map<String, Object> roots) {
    if (expression instanceof Expression.Number number) {
      return number.value();
    }
    if (expression instanceof Expression.Text text) {
      return text.value();
    }
    if (expression instanceof Expression.Null) {
      return null;
    }
    if (expression instanceof Expression.WorldAttribute attribute) {
      String text = world.attribute(attribute.name());
      return text.matches("[0-9]+") ? (Object) Long.valueOf(text) : text;
    }
    if (expression instanceof Expression.At at) {
      return read(at.place(), roots);
    }
    if (expression instanceof Expression.Choice choice) {
      return truth(evaluate(choice.test(), roots))
          ? evaluate(choice.whenTrue(), roots)
          : evaluate(choice.whenFalse(), roots);
    }
    if (expression instanceof Expression.Unary unary) {
      Object operand = evaluate(unary.operand(), roots);
      return operand instanceof Long number
          ? (Object)
              switch (unary.operator()) {
                case "!" -> number == 0 ? 1L : 0L;
                case "~" -> ~number;
                default -> -number;
              }
          : UNKNOWN;
    }
    return expression instanceof Expression.Binary binary
        ? binary(binary, roots)
        : function((Expression.Function) expression, roots);
  }

  private Object binary(Expression.Binary binary, Map<String, Object> roots) {
    Object left = evaluate(binary.left(), roots);
    return switch (binary.operator()) {
      case "&&" -> truth(left) ? evaluate(binary.right(), roots) : (Object) 0L;
      case "||" -> truth(left) ? (Object) 1L : evaluate(binary.right(), roots);
      default -> binary(binary.operator(), left, evaluate(binary.right(), roots));
    };
  }

  private static Object binary(String operator, Object left, Object right) {
    if (Objects.equals(left, UNKNOWN) || Objects.equals(right, UNKNOWN)) {
      return UNKNOWN;
    }
    if (operator.equals("==") || operator.equals("!=")) {
      return Objects.equals(left, right) == operator.equals("==") ? 1L : 0L;
    }
    long a = (Long) left;
    long b = (Long) right;
    return switch (operator) {
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "/" -> a / b;
      case "&" -> a & b;
      case "|" -> a | b;
      case "<<" -> a << b;
      case ">>" -> a >>> b;
      case "<" -> a < b ? 1L : 0L;
      case "<=" -> a <= b ? 1L : 0L;
      case ">" -> a > b ? 1L : 0L;
      default -> a >= b ? 1L : 0L;
    };
  }

  private Object function(Expression.Function function, Map<String, Object> roots) {
    List<Object> values = new ArrayList<>();
    function.arguments().forEach(argument -> values.add(evaluate(argument, roots)));
    return switch (function.name()) {
      case "has" -> binary("!=", binary("&", values.get(0), values.get(1)), 0L);
      case "is" ->
          values.get(0) instanceof Map<?, ?> object && object.get("(type)").equals(values.get(1))
              ? 1L
              : 0L;
      case "isObject" -> values.get(0) == null ? 0L : 1L;
      case "known" -> values.get(0) instanceof Long ? 1L : 0L;
      case "min" ->
          values.get(0) instanceof Long a && values.get(1) instanceof Long b
              ? (Object) Math.min(a, b)
              : UNKNOWN;
      default -> UNKNOWN;
    };
  }

  private static Object read(Place place, Map<String, Object> roots) {
    Object current = roots.get(place.root());
    for (Step step : place.steps()) {
      current = step(current, step);
    }
    return current;
  }

  private static Object step(Object object, Step step) {
    if (step instanceof Step.Attribute attribute) {
      return object instanceof Map<?, ?> map && map.containsKey(attribute.name())
          ? map.get(attribute.name())
          : UNKNOWN;
    }
    return object instanceof List<?> list ? list.get(0) : UNKNOWN;
  }

  private static void write(Place place, Object value, Map<String, Object> roots) {
    if (place.steps().isEmpty()) {
      roots.put(place.root(), value);
      return;
    }
    int last = place.steps().size() - 1;
    Object holder = read(new Place(place.root(), place.steps().subList(0, last)), roots);
    if (place.steps().get(last) instanceof Step.Attribute attribute) {
      attributes(holder).ifPresent(map -> map.put(attribute.name(), value));
    } else if (holder instanceof List<?>) {
      elements(holder).set(0, value);
    }
  }

  @SuppressWarnings("unchecked") // objects are made here, as such maps
  private static Optional<Map<String, Object>> attributes(Object holder) {
    return holder instanceof Map<?, ?>
        ? Optional.of((Map<String, Object>) holder)
        : Optional.empty();
  }

  @SuppressWarnings("unchecked") // arrays are made here, as such lists
  private static List<Object> elements(Object holder) {
    return (List<Object>) holder;
  }
}
