package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.heap.Arithmetic;
import dev.dmalint.analyzer.heap.Atom;
import dev.dmalint.analyzer.heap.Atoms;
import dev.dmalint.analyzer.heap.Atoms.Pointer;
import dev.dmalint.analyzer.heap.Atoms.Reference;
import dev.dmalint.analyzer.heap.Region;
import dev.dmalint.analyzer.heap.Value;
import dev.dmalint.analyzer.heap.Value.Collector;
import dev.dmalint.analyzer.heap.Whole;
import dev.dmalint.analyzer.ir.BinaryOperator;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.analyzer.ir.UnaryOperator;
import dev.dmalint.analyzer.space.Address;
import dev.dmalint.analyzer.space.AddressArithmetic;
import dev.dmalint.findings.SourceSpan;
import dev.dmalint.models.WorldSet;
import java.util.List;
import java.util.Optional;

/** What operators make of values: every atom of one side with every atom of the other. */
final class Operators {
  private Operators() {}

  static Value binary(
      BinaryOperator operator, Value left, Value right, TypeName result, SourceSpan at) {
    int width = operator.isComparison() ? 64 : Math.max(result.integralBits(), 1);
    Collector all = new Collector();
    left.forEach(
        (a, inA) ->
            right
                .in(inA)
                .forEach(
                    (b, both) -> pair(operator, a, b, width, at).forEach(x -> all.add(x, both))));
    return all.value();
  }

  private static List<Atom> pair(
      BinaryOperator operator, Atom a, Atom b, int width, SourceSpan at) {
    if (a instanceof Whole left && b instanceof Whole right) {
      return List.of(Arithmetic.binary(operator, left, right, width));
    }
    if (operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL) {
      return List.of(equal(operator, a, b));
    }
    if (operator.isComparison()) {
      return List.of(Whole.UNKNOWN);
    }
    if (a instanceof Address left && b instanceof Address right) {
      Optional<Atom> one = AddressArithmetic.together(operator, left, right, at);
      return one.isPresent() ? List.of(one.get()) : List.of(left, right);
    }
    if (a instanceof Address left) {
      return List.of(AddressArithmetic.withNumber(operator, left, number(b), width, at));
    }
    if (b instanceof Address right) {
      return List.of(numberFirst(operator, number(a), right, width, at));
    }
    if (a instanceof Pointer pointer) {
      return List.of(moved(operator, pointer, b));
    }
    if (b instanceof Pointer pointer && operator == BinaryOperator.ADD) {
      return List.of(moved(operator, pointer, a));
    }
    return List.of(Whole.UNKNOWN);
  }

  private static Whole number(Atom atom) {
    return atom instanceof Whole number ? number : Whole.UNKNOWN;
  }

  private static Atom numberFirst(
      BinaryOperator operator, Whole left, Address right, int width, SourceSpan at) {
    return switch (operator) {
      case ADD, OR, XOR, AND, MULTIPLY ->
          AddressArithmetic.withNumber(operator, right, left, width, at);
      default -> Whole.UNKNOWN;
    };
  }

  private static Atom moved(BinaryOperator operator, Pointer pointer, Atom by) {
    return switch (operator) {
      case ADD, SUBTRACT ->
          by instanceof Pointer
              ? Whole.UNKNOWN
              : new Pointer(
                  pointer.region(), Arithmetic.binary(operator, pointer.offset(), number(by), 64));
      case OR, AND -> new Pointer(pointer.region(), Whole.UNKNOWN);
      default -> Whole.UNKNOWN;
    };
  }

  private static Whole equal(BinaryOperator operator, Atom a, Atom b) {
    boolean wanted = operator == BinaryOperator.EQUAL;
    if (Cells.isNull(a) && Cells.isNull(b)) {
      return Whole.of(wanted);
    }
    boolean oneNull = Cells.isNull(a) || Cells.isNull(b);
    boolean oneObject = isSurelyObject(a) || isSurelyObject(b);
    if (oneNull && oneObject) {
      return Whole.of(!wanted);
    }
    if (a instanceof Reference left && b instanceof Reference right) {
      boolean different = !left.equals(right) && isMade(left) && isMade(right);
      return different ? Whole.of(!wanted) : Whole.UNKNOWN;
    }
    if (a instanceof Pointer && b instanceof Whole number && number.equals(Whole.of(0))) {
      return Whole.of(!wanted);
    }
    return Whole.UNKNOWN;
  }

  private static boolean isMade(Reference reference) {
    return reference.region().kind() == Region.Kind.MADE;
  }

  private static boolean isSurelyObject(Atom atom) {
    return atom instanceof Reference || atom instanceof Atoms.Text;
  }

  static Value unary(UnaryOperator operator, Value operand, TypeName type) {
    int width = Math.max(type.integralBits(), 1);
    return operand.map(
        atom ->
            atom instanceof Whole number
                ? Arithmetic.unary(operator, number, width)
                : type.isIntegral() ? Whole.UNKNOWN : Atoms.ANYTHING);
  }

  /** {@return the value turned from one primitive type into another} */
  static Value convert(Value value, TypeName from, TypeName to, SourceSpan at) {
    if (!to.isIntegral()) {
      return value.map(atom -> Atoms.ANYTHING);
    }
    int width = to.integralBits();
    boolean signed = !to.text().equals("char");
    return value.map(
        atom -> {
          if (atom instanceof Whole number && from.isIntegral()) {
            return Arithmetic.fit(number, width, signed);
          }
          if (atom instanceof Address address) {
            return AddressArithmetic.cut(address, width, at);
          }
          return atom instanceof Pointer && width == 64 ? atom : Whole.UNKNOWN;
        });
  }

  /** {@return the worlds in which a {@code boolean} may be true} */
  static WorldSet mayBeTrue(Value test) {
    return test.worldsWith(atom -> !(atom instanceof Whole bit && bit.equals(Whole.of(0))));
  }

  /** {@return the worlds in which a {@code boolean} may be false} */
  static WorldSet mayBeFalse(Value test) {
    return test.worldsWith(
        atom -> !(atom instanceof Whole bit && bit.isConstant() && bit.bits() != 0));
  }
}
