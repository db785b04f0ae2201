package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.flow.Hierarchy;
import dev.dmalint.analyzer.heap.Atom;
import dev.dmalint.analyzer.heap.Atoms;
import dev.dmalint.analyzer.heap.Atoms.Reference;
import dev.dmalint.analyzer.heap.Value;
import dev.dmalint.analyzer.heap.Value.Collector;
import dev.dmalint.analyzer.heap.Whole;
import dev.dmalint.analyzer.ir.BinaryOperator;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.analyzer.space.Address;
import dev.dmalint.findings.SourceSpan;
import dev.dmalint.models.Expression;
import dev.dmalint.models.Place;
import dev.dmalint.models.Universe;
import dev.dmalint.models.World;
import dev.dmalint.models.WorldSet;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Computes expressions of model rows, for all worlds at once. */
final class Evaluator {
  private static final Map<String, BinaryOperator> OPERATORS =
      Map.ofEntries(
          Map.entry("+", BinaryOperator.ADD),
          Map.entry("-", BinaryOperator.SUBTRACT),
          Map.entry("*", BinaryOperator.MULTIPLY),
          Map.entry("/", BinaryOperator.DIVIDE),
          Map.entry("&", BinaryOperator.AND),
          Map.entry("|", BinaryOperator.OR),
          Map.entry("<<", BinaryOperator.SHIFT_LEFT),
          Map.entry(">>", BinaryOperator.SHIFT_RIGHT_UNSIGNED),
          Map.entry("<", BinaryOperator.LESS),
          Map.entry("<=", BinaryOperator.LESS_EQUAL),
          Map.entry(">", BinaryOperator.GREATER),
          Map.entry(">=", BinaryOperator.GREATER_EQUAL));

  private final Universe universe;
  private final Hierarchy hierarchy;
  private final Function<Place, Value> places;
  private final SourceSpan at;

  /**
   * @param places reads places; what it returns may hold in fewer worlds than it is asked for
   * @param at the call, for steps
   */
  Evaluator(Universe universe, Hierarchy hierarchy, Function<Place, Value> places, SourceSpan at) {
    this.universe = universe;
    this.hierarchy = hierarchy;
    this.places = places;
    this.at = at;
  }

  /** {@return what {@code expression} is in {@code worlds}} */
  Value value(Expression expression, WorldSet worlds) {
    if (worlds.isEmpty()) {
      return Value.NEVER;
    }
    if (expression instanceof Expression.Number number) {
      return Value.of(Whole.of(number.value()), worlds);
    }
    if (expression instanceof Expression.Text text) {
      return Value.of(new Atoms.Text(text.value()), worlds);
    }
    if (expression instanceof Expression.Null) {
      return Value.of(Atoms.NOTHING, worlds);
    }
    if (expression instanceof Expression.WorldAttribute attribute) {
      return attribute(attribute.name(), worlds);
    }
    if (expression instanceof Expression.At place) {
      return places.apply(place.place()).in(worlds);
    }
    if (expression instanceof Expression.Unary unary) {
      return unary(unary, worlds);
    }
    if (expression instanceof Expression.Binary binary) {
      return binary(binary, worlds);
    }
    if (expression instanceof Expression.Choice choice) {
      Value test = value(choice.test(), worlds);
      return value(choice.whenTrue(), Operators.mayBeTrue(test))
          .join(value(choice.whenFalse(), Operators.mayBeFalse(test)));
    }
    return function((Expression.Function) expression, worlds);
  }

  private Value attribute(String name, WorldSet worlds) {
    Collector result = new Collector();
    for (World world : universe.worlds()) {
      if (worlds.has(world.index())) {
        result.add(constant(world.attribute(name)), WorldSet.of(world.index()));
      }
    }
    return result.value();
  }

  private static Atom constant(String text) {
    try {
      return Whole.of(Long.decode(text));
    } catch (NumberFormatException notOne) {
      return new Atoms.Text(text);
    }
  }

  private Value unary(Expression.Unary unary, WorldSet worlds) {
    Value operand = value(unary.operand(), worlds);
    return switch (unary.operator()) {
      case "!" -> same(operand, Value.of(Whole.of(0), worlds), true);
      case "~" -> operand.map(atom -> complement(atom));
      default ->
          Operators.binary(
              BinaryOperator.SUBTRACT, Value.of(Whole.of(0), worlds), operand, TypeName.LONG, at);
    };
  }

  private static Atom complement(Atom atom) {
    return atom instanceof Whole number
        ? new Whole(number.known(), ~number.bits() & number.known())
        : Whole.UNKNOWN;
  }

  /** A {@code boolean} that may be true in some worlds and false in some. */
  private static Value truth(WorldSet mayBeTrue, WorldSet mayBeFalse) {
    WorldSet open = mayBeTrue.and(mayBeFalse);
    return Value.of(Whole.of(1), mayBeTrue.minus(open))
        .join(Value.of(Whole.of(0), mayBeFalse.minus(open)))
        .join(Value.of(Whole.UNKNOWN, open));
  }

  private Value binary(Expression.Binary binary, WorldSet worlds) {
    Value left = value(binary.left(), worlds);
    return switch (binary.operator()) {
      case "&&" -> both(left, value(binary.right(), Operators.mayBeTrue(left)));
      case "||" -> either(left, value(binary.right(), Operators.mayBeFalse(left)));
      case "==" -> same(left, value(binary.right(), worlds), true);
      case "!=" -> same(left, value(binary.right(), worlds), false);
      default -> {
        BinaryOperator operator = Objects.requireNonNull(OPERATORS.get(binary.operator()));
        Value right = value(binary.right(), worlds);
        yield Operators.binary(operator, left, right, TypeName.LONG, at);
      }
    };
  }

  private static Value both(Value left, Value second) {
    return truth(
        Operators.mayBeTrue(second), Operators.mayBeFalse(left).or(Operators.mayBeFalse(second)));
  }

  private static Value either(Value left, Value second) {
    return truth(
        Operators.mayBeTrue(left).or(Operators.mayBeTrue(second)), Operators.mayBeFalse(second));
  }

  private static Value same(Value left, Value right, boolean wanted) {
    Collector result = new Collector();
    left.forEach(
        (a, inA) -> right.in(inA).forEach((b, both) -> result.add(same(a, b, wanted), both)));
    return result.value();
  }

  private static Whole same(Atom a, Atom b, boolean wanted) {
    if (a instanceof Atoms.Text left && b instanceof Atoms.Text right) {
      return Whole.of(wanted == left.equals(right));
    }
    if ((a instanceof Atoms.Text && b instanceof Whole)
        || (a instanceof Whole && b instanceof Atoms.Text)) {
      return Whole.of(!wanted);
    }
    Value one =
        Operators.binary(
            wanted ? BinaryOperator.EQUAL : BinaryOperator.NOT_EQUAL,
            Value.of(a, WorldSet.of(0)),
            Value.of(b, WorldSet.of(0)),
            TypeName.BOOLEAN,
            NOWHERE);
    return (Whole) one.atoms().get(0);
  }

  private static final SourceSpan NOWHERE = new SourceSpan("", 1, 1, 1, 1);

  private Value function(Expression.Function function, WorldSet worlds) {
    Value first =
        function.arguments().isEmpty() ? Value.NEVER : value(function.arguments().get(0), worlds);
    return switch (function.name()) {
      case "has" -> {
        Value masked =
            Operators.binary(
                BinaryOperator.AND,
                first,
                value(function.arguments().get(1), worlds),
                TypeName.LONG,
                at);
        yield same(masked, Value.of(Whole.of(0), worlds), false);
      }
      case "is" -> {
        Expression.Text type = (Expression.Text) function.arguments().get(1);
        yield first.map(atom -> isOf(atom, new TypeName(type.value())));
      }
      case "isObject" -> first.map(Evaluator::isObject);
      case "known" ->
          first.map(atom -> Whole.of(atom instanceof Whole number && number.isConstant()));
      case "min" -> smaller(first, value(function.arguments().get(1), worlds));
      case "unknown" -> Value.of(Whole.UNKNOWN, worlds);
      case "anything" -> Value.of(Atoms.ANYTHING, worlds);
      case "isAddress" -> first.map(atom -> Whole.of(atom instanceof Address));
      default -> throw new IllegalStateException("unknown function " + function.name());
    };
  }

  private Whole isOf(Atom atom, TypeName type) {
    if (atom instanceof Reference reference) {
      TypeName is = reference.region().type();
      boolean below = hierarchy.isSubtype(is, type);
      boolean open = !below && hierarchy.isSubtype(type, is);
      return open ? Whole.UNKNOWN : Whole.of(below);
    }
    return Cells.isNull(atom) ? Whole.of(false) : Whole.UNKNOWN;
  }

  private static Whole isObject(Atom atom) {
    if (Cells.isNull(atom)) {
      return Whole.of(false);
    }
    return atom instanceof Reference || atom instanceof Atoms.Text ? Whole.of(true) : Whole.UNKNOWN;
  }

  private static Value smaller(Value left, Value right) {
    Collector result = new Collector();
    left.forEach((a, inA) -> right.in(inA).forEach((b, both) -> result.add(smaller(a, b), both)));
    return result.value();
  }

  private static Atom smaller(Atom a, Atom b) {
    if (a instanceof Whole left && b instanceof Whole right) {
      boolean known = left.isConstant() && right.isConstant();
      return known
          ? Whole.of(Math.min(left.bits(), right.bits()))
          : left.isConstant() ? left : right;
    }
    return Whole.UNKNOWN;
  }
}
