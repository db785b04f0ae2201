package dev.dmalint.machine;

import dev.dmalint.models.Expression;
import dev.dmalint.models.Place;
import dev.dmalint.models.World;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Computes the expressions of a row for one call in one world. Values are a {@link Long}, a text, a
 * {@link RowThing}, a {@link RowAddress}, {@link #NULL} or {@link #UNKNOWN}.
 */
final class RowExpressions {
  static final Object UNKNOWN = new Object();
  static final Object NULL = new Object();

  private final World world;
  private final Map<String, Object> roots;

  RowExpressions(World world, Map<String, Object> roots) {
    this.world = world;
    this.roots = roots;
  }

  /** Whether it holds for certain. */
  boolean holds(Expression expression) {
    return Objects.equals(value(expression), 1L);
  }

  Object value(Expression expression) {
    if (expression instanceof Expression.Number number) {
      return number.value();
    }
    if (expression instanceof Expression.Text text) {
      return text.value();
    }
    if (expression instanceof Expression.Null) {
      return NULL;
    }
    if (expression instanceof Expression.WorldAttribute attribute) {
      String text = world.attribute(attribute.name());
      return text.matches("-?[0-9]+") ? (Object) Long.parseLong(text) : text;
    }
    if (expression instanceof Expression.At at) {
      return at(at.place());
    }
    if (expression instanceof Expression.Unary unary) {
      return unary(unary);
    }
    if (expression instanceof Expression.Binary binary) {
      return binary(binary);
    }
    if (expression instanceof Expression.Choice choice) {
      return choice(choice);
    }
    return function((Expression.Function) expression);
  }

  Object at(Place place) {
    Object value = roots.getOrDefault(place.root(), UNKNOWN);
    for (Place.Step step : place.steps()) {
      value = value instanceof RowThing thing ? thing.get(name(step)) : UNKNOWN;
    }
    return value;
  }

  void put(Place place, Object value) {
    if (place.steps().isEmpty()) {
      roots.put(place.root(), value);
      return;
    }
    if (!(roots.get(place.root()) instanceof RowThing thing)) {
      return;
    }
    int last = place.steps().size() - 1;
    for (Place.Step step : place.steps().subList(0, last)) {
      thing = thing.inside(name(step));
    }
    thing.put(name(place.steps().get(last)), value);
  }

  private static String name(Place.Step step) {
    return step instanceof Place.Step.Attribute attribute ? attribute.name() : step.toString();
  }

  private Object unary(Expression.Unary unary) {
    if (!(value(unary.operand()) instanceof Long number)) {
      return UNKNOWN;
    }
    return switch (unary.operator()) {
      case "!" -> number == 0 ? 1L : 0L;
      case "-" -> -number;
      default -> ~number;
    };
  }

  private Object choice(Expression.Choice choice) {
    Object test = value(choice.test());
    if (test instanceof Long number) {
      return value(number != 0 ? choice.whenTrue() : choice.whenFalse());
    }
    Object first = value(choice.whenTrue());
    return first instanceof RowAddress ? first : value(choice.whenFalse());
  }

  private Object binary(Expression.Binary binary) {
    String operator = binary.operator();
    Object left = value(binary.left());
    if (operator.equals("&&") || operator.equals("||")) {
      long decided = operator.equals("&&") ? 0 : 1;
      if (Objects.equals(left, decided)) {
        return decided;
      }
      Object right = value(binary.right());
      return Objects.equals(right, decided) || left instanceof Long ? right : UNKNOWN;
    }
    Object right = value(binary.right());
    if (left == UNKNOWN || right == UNKNOWN) {
      return UNKNOWN;
    }
    if (operator.equals("==") || operator.equals("!=")) {
      return Objects.equals(left, right) == operator.equals("==") ? 1L : 0L;
    }
    if (left instanceof RowAddress address && right instanceof Long bits) {
      return operator.equals(">>") ? address.shifted(bits.intValue()) : UNKNOWN;
    }
    return left instanceof Long one && right instanceof Long two
        ? arithmetic(operator, one, two)
        : UNKNOWN;
  }

  private static Object arithmetic(String operator, long left, long right) {
    return switch (operator) {
      case "<" -> left < right ? 1L : 0L;
      case "<=" -> left <= right ? 1L : 0L;
      case ">" -> left > right ? 1L : 0L;
      case ">=" -> left >= right ? 1L : 0L;
      case "&" -> left & right;
      case "|" -> left | right;
      case "<<" -> left << right;
      case ">>" -> left >>> right;
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "/" -> left / right;
      default -> throw new IllegalArgumentException("no operator " + operator);
    };
  }

  private Object function(Expression.Function function) {
    List<Object> arguments = function.arguments().stream().map(this::value).toList();
    return switch (function.name()) {
      case "has" ->
          arguments.get(0) instanceof Long number
              ? (number & (Long) arguments.get(1)) != 0 ? 1L : 0L
              : UNKNOWN;
      case "known" -> arguments.get(0) instanceof Long ? 1L : 0L;
      case "isObject" ->
          arguments.get(0) == UNKNOWN ? UNKNOWN : (Object) (arguments.get(0) == NULL ? 0L : 1L);
      case "is" ->
          arguments.get(0) instanceof RowThing thing && thing.isA((String) arguments.get(1))
              ? 1L
              : 0L;
      case "isAddress" -> arguments.get(0) instanceof RowAddress ? 1L : 0L;
      case "min" ->
          arguments.get(0) instanceof Long one && arguments.get(1) instanceof Long two
              ? (Object) Math.min(one, two)
              : UNKNOWN;
      default -> UNKNOWN;
    };
  }
}
