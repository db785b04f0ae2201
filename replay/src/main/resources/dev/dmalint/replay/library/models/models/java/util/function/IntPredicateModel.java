package models.java.util.function;

import java.util.function.IntPredicate;

public final class IntPredicateModel {
  private IntPredicateModel() {}

  public static IntPredicate and(IntPredicate self, IntPredicate other) {
    return (x) -> self.test(x) && other.test(x);
  }

  public static IntPredicate or(IntPredicate self, IntPredicate other) {
    return (x) -> self.test(x) || other.test(x);
  }

  public static IntPredicate negate(IntPredicate self) {
    return (x) -> !self.test(x);
  }
}
