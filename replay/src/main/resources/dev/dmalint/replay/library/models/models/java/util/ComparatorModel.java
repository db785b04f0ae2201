package models.java.util;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

public final class ComparatorModel {
  private ComparatorModel() {}

  public static Comparator reversed(Comparator self) {
    return (a, b) -> self.compare(b, a);
  }

  public static Comparator thenComparing(Comparator self, Comparator other) {
    return (a, b) -> {
      int first = self.compare(a, b);
      return first != 0 ? first : other.compare(a, b);
    };
  }

  public static Comparator thenComparing(Comparator self, Function key) {
    return thenComparing(self, comparing(key));
  }

  public static Comparator thenComparing(Comparator self, Function key, Comparator order) {
    return thenComparing(self, comparing(key, order));
  }

  public static Comparator thenComparingInt(Comparator self, ToIntFunction key) {
    return thenComparing(self, comparingInt(key));
  }

  public static Comparator thenComparingLong(Comparator self, ToLongFunction key) {
    return thenComparing(self, comparingLong(key));
  }

  public static Comparator comparing(Function key) {
    return (a, b) -> ((Comparable) key.apply(a)).compareTo(key.apply(b));
  }

  public static Comparator comparing(Function key, Comparator order) {
    return (a, b) -> order.compare(key.apply(a), key.apply(b));
  }

  public static Comparator comparingInt(ToIntFunction key) {
    return (a, b) -> Integer.compare(key.applyAsInt(a), key.applyAsInt(b));
  }

  public static Comparator comparingLong(ToLongFunction key) {
    return (a, b) -> Long.compare(key.applyAsLong(a), key.applyAsLong(b));
  }

  public static Comparator comparingDouble(ToDoubleFunction key) {
    return (a, b) -> Double.compare(key.applyAsDouble(a), key.applyAsDouble(b));
  }

  public static Comparator naturalOrder() {
    return (a, b) -> ((Comparable) a).compareTo(b);
  }

  public static Comparator reverseOrder() {
    return (a, b) -> ((Comparable) b).compareTo(a);
  }

  public static Comparator nullsFirst(Comparator order) {
    return (a, b) ->
        a == null ? (b == null ? 0 : -1) : b == null ? 1 : order == null ? 0 : order.compare(a, b);
  }

  public static Comparator nullsLast(Comparator order) {
    return (a, b) ->
        a == null ? (b == null ? 0 : 1) : b == null ? -1 : order == null ? 0 : order.compare(a, b);
  }
}
