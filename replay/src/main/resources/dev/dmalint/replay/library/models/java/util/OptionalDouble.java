package java.util;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;

public final class OptionalDouble {
  private static final OptionalDouble EMPTY = new OptionalDouble(false, 0);

  private final boolean isPresent;
  private final double value;

  private OptionalDouble(boolean isPresent, double value) {
    this.isPresent = isPresent;
    this.value = value;
  }

  public static OptionalDouble empty() {
    return EMPTY;
  }

  public static OptionalDouble of(double value) {
    return new OptionalDouble(true, value);
  }

  public boolean isPresent() {
    return isPresent;
  }

  public boolean isEmpty() {
    return !isPresent;
  }

  public double getAsDouble() {
    if (!isPresent) {
      throw new NoSuchElementException("No value present");
    }
    return value;
  }

  public double orElseThrow() {
    return getAsDouble();
  }

  public double orElse(double other) {
    return isPresent ? value : other;
  }

  public double orElseGet(DoubleSupplier other) {
    return isPresent ? value : other.getAsDouble();
  }

  public void ifPresent(DoubleConsumer action) {
    if (isPresent) {
      action.accept(value);
    }
  }

  public String toString() {
    return isPresent ? "OptionalDouble[" + value + "]" : "OptionalDouble.empty";
  }
}
