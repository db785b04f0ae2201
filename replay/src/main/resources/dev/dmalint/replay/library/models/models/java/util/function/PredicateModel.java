package models.java.util.function;

import java.util.Objects;
import java.util.function.Predicate;

public final class PredicateModel {
  private PredicateModel() {}

  public static Predicate and(Predicate self, Predicate other) {
    return (x) -> self.test(x) && other.test(x);
  }

  public static Predicate or(Predicate self, Predicate other) {
    return (x) -> self.test(x) || other.test(x);
  }

  public static Predicate negate(Predicate self) {
    return (x) -> !self.test(x);
  }

  public static Predicate not(Predicate other) {
    return x -> !other.test(x);
  }

  public static Predicate isEqual(Object wanted) {
    return x -> Objects.equals(wanted, x);
  }
}
