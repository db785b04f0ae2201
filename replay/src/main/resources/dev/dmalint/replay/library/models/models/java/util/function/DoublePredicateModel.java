package models.java.util.function;

import java.util.function.DoublePredicate;

public final class DoublePredicateModel {
  private DoublePredicateModel() {}

  public static DoublePredicate and(DoublePredicate self, DoublePredicate other) {
    return (x) -> self.test(x) && other.test(x);
  }

  public static DoublePredicate or(DoublePredicate self, DoublePredicate other) {
    return (x) -> self.test(x) || other.test(x);
  }

  public static DoublePredicate negate(DoublePredicate self) {
    return (x) -> !self.test(x);
  }
}
