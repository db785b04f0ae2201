package dev.dmalint.analyzer.space;

import dev.dmalint.analyzer.heap.Atom;
import dev.dmalint.analyzer.heap.Whole;
import dev.dmalint.analyzer.ir.BinaryOperator;
import dev.dmalint.findings.SourceSpan;
import java.util.Optional;

/** What operators make of an address. */
public final class AddressArithmetic {
  private AddressArithmetic() {}

  /**
   * {@return {@code address operator number}; a number where the result is no address any more}
   *
   * @param width bits of the result's type
   */
  public static Atom withNumber(
      BinaryOperator operator, Address address, Whole number, int width, SourceSpan at) {
    return switch (operator) {
      case ADD, SUBTRACT, OR, XOR -> address;
      case AND -> masked(address, number, at);
      case SHIFT_LEFT -> shifted(address, number, -1, width, at);
      case SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> shifted(address, number, 1, width, at);
      case MULTIPLY -> scaled(address, number, -1, width, at);
      case DIVIDE -> scaled(address, number, 1, width, at);
      case REMAINDER, EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> Whole.UNKNOWN;
    };
  }

  /** {@return the address cut to {@code width} bits} */
  public static Atom cut(Address address, int width, SourceSpan at) {
    Tag tag = address.tag();
    int high = Math.min(tag.high(), tag.shift() + width);
    if (high == tag.high()) {
      return address;
    }
    String message = "cut to " + width + " bits";
    return changed(address, tag.kept(tag.shift(), tag.low(), high), at, message);
  }

  /** {@return what two addresses joined by an operator are: halves put together, or a distance} */
  public static Optional<Atom> together(
      BinaryOperator operator, Address left, Address right, SourceSpan at) {
    Tag a = left.tag();
    Tag b = right.tag();
    boolean joins =
        operator == BinaryOperator.OR
            || operator == BinaryOperator.ADD
            || operator == BinaryOperator.XOR;
    if (joins && a.sameAddress(b) && a.shift() == b.shift()) {
      Optional<Tag> both =
          a.kept(a.shift(), Math.min(a.low(), b.low()), Math.max(a.high(), b.high()));
      return Optional.of(changed(left, both, at, "halves put together"));
    }
    return joins ? Optional.empty() : Optional.of(Whole.UNKNOWN);
  }

  private static Atom masked(Address address, Whole mask, SourceSpan at) {
    if (!mask.isConstant()) {
      return address;
    }
    Tag tag = address.tag();
    long bits = mask.bits();
    int first = Long.numberOfTrailingZeros(bits);
    int after = 64 - Long.numberOfLeadingZeros(bits);
    int low = Math.max(tag.low(), tag.shift() + first);
    int high = after == 64 ? tag.high() : Math.min(tag.high(), tag.shift() + after);
    if (bits == 0) {
      return Whole.of(0);
    }
    String message = "masked with 0x" + Long.toHexString(bits);
    // Page alignment keeps what the address says; only real cuts are worth a step.
    boolean aligns = low - tag.shift() <= 12 && high == tag.high();
    Optional<Tag> kept = tag.kept(tag.shift(), aligns ? tag.low() : low, high);
    return aligns ? address : changed(address, kept, at, message);
  }

  private static Atom scaled(
      Address address, Whole factor, int direction, int width, SourceSpan at) {
    if (!factor.isConstant() || Long.bitCount(factor.bits()) != 1) {
      return factor.isConstant() ? Whole.UNKNOWN : address;
    }
    Whole count = Whole.of(Long.numberOfTrailingZeros(factor.bits()));
    return shifted(address, count, direction, width, at);
  }

  private static Atom shifted(Address address, Whole by, int direction, int width, SourceSpan at) {
    if (!by.isConstant()) {
      return address;
    }
    Tag tag = address.tag();
    int count = (int) by.bits() & (width == 64 ? 63 : 31);
    if (count == 0) {
      return address;
    }
    int shift = tag.shift() + direction * count;
    int low = direction > 0 ? Math.max(tag.low(), shift) : tag.low();
    int high = direction > 0 ? tag.high() : Math.min(tag.high(), shift + width);
    String message =
        direction < 0
            ? "shifted left by " + count
            : shift == 12 ? "turned into a number of 4 KiB pages" : "shifted right by " + count;
    return changed(address, tag.kept(shift, low, high), at, message);
  }

  private static Atom changed(Address address, Optional<Tag> kept, SourceSpan at, String message) {
    return kept.isPresent() ? address.become(kept.get(), at, message) : Whole.UNKNOWN;
  }
}
