package java.util;

import java.util.function.IntConsumer;
import java.util.function.IntSupplier;

public final class OptionalInt {
  private static final OptionalInt EMPTY = new OptionalInt(false, 0);

  private final boolean isPresent;
  private final int value;

  private OptionalInt(boolean isPresent, int value) {
    this.isPresent = isPresent;
    this.value = value;
  }

  public static OptionalInt empty() {
    return EMPTY;
  }

  public static OptionalInt of(int value) {
    return new OptionalInt(true, value);
  }

  public boolean isPresent() {
    return isPresent;
  }

  public boolean isEmpty() {
    return !isPresent;
  }

  public int getAsInt() {
    if (!isPresent) {
      throw new NoSuchElementException("No value present");
    }
    return value;
  }

  public int orElseThrow() {
    return getAsInt();
  }

  public int orElse(int other) {
    return isPresent ? value : other;
  }

  public int orElseGet(IntSupplier other) {
    return isPresent ? value : other.getAsInt();
  }

  public void ifPresent(IntConsumer action) {
    if (isPresent) {
      action.accept(value);
    }
  }

  public String toString() {
    return isPresent ? "OptionalInt[" + value + "]" : "OptionalInt.empty";
  }
}
