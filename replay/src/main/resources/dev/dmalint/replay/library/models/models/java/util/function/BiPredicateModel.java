package models.java.util.function;

import java.util.function.BiPredicate;

public final class BiPredicateModel {
  private BiPredicateModel() {}

  public static BiPredicate and(BiPredicate self, BiPredicate other) {
    return (a, b) -> self.test(a, b) && other.test(a, b);
  }

  public static BiPredicate or(BiPredicate self, BiPredicate other) {
    return (a, b) -> self.test(a, b) || other.test(a, b);
  }

  public static BiPredicate negate(BiPredicate self) {
    return (a, b) -> !self.test(a, b);
  }
}
