package java.util;

import java.util.function.Supplier;

public final class Objects {
  private Objects() {}

  public static boolean equals(Object a, Object b) {
    return a == b || a != null && a.equals(b);
  }

  public static int hashCode(Object value) {
    return value == null ? 0 : value.hashCode();
  }

  public static int hash(Object... values) {
    return Arrays.hashCode(values);
  }

  public static String toString(Object value) {
    return String.valueOf(value);
  }

  public static String toString(Object value, String otherwise) {
    return value == null ? otherwise : value.toString();
  }

  public static <T> int compare(T a, T b, Comparator<? super T> order) {
    return a == b ? 0 : order.compare(a, b);
  }

  public static <T> T requireNonNull(T value) {
    if (value == null) {
      throw new NullPointerException();
    }
    return value;
  }

  public static <T> T requireNonNull(T value, String message) {
    if (value == null) {
      throw new NullPointerException(message);
    }
    return value;
  }

  public static <T> T requireNonNull(T value, Supplier<String> message) {
    if (value == null) {
      throw new NullPointerException(message == null ? null : message.get());
    }
    return value;
  }

  public static <T> T requireNonNullElse(T value, T otherwise) {
    return value != null ? value : requireNonNull(otherwise, "defaultObj");
  }

  public static <T> T requireNonNullElseGet(T value, Supplier<? extends T> otherwise) {
    return value != null ? value : requireNonNull(otherwise.get(), "supplier.get()");
  }

  public static boolean isNull(Object value) {
    return value == null;
  }

  public static boolean nonNull(Object value) {
    return value != null;
  }

  public static int checkIndex(int index, int length) {
    if (index < 0 || index >= length) {
      throw new IndexOutOfBoundsException("Index " + index + " out of bounds for length " + length);
    }
    return index;
  }
}
