package java.util;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

public final class OptionalLong {
  private static final OptionalLong EMPTY = new OptionalLong(false, 0);

  private final boolean isPresent;
  private final long value;

  private OptionalLong(boolean isPresent, long value) {
    this.isPresent = isPresent;
    this.value = value;
  }

  public static OptionalLong empty() {
    return EMPTY;
  }

  public static OptionalLong of(long value) {
    return new OptionalLong(true, value);
  }

  public boolean isPresent() {
    return isPresent;
  }

  public boolean isEmpty() {
    return !isPresent;
  }

  public long getAsLong() {
    if (!isPresent) {
      throw new NoSuchElementException("No value present");
    }
    return value;
  }

  public long orElseThrow() {
    return getAsLong();
  }

  public long orElse(long other) {
    return isPresent ? value : other;
  }

  public long orElseGet(LongSupplier other) {
    return isPresent ? value : other.getAsLong();
  }

  public void ifPresent(LongConsumer action) {
    if (isPresent) {
      action.accept(value);
    }
  }

  public String toString() {
    return isPresent ? "OptionalLong[" + value + "]" : "OptionalLong.empty";
  }
}
