package models.java.util.function;

import java.util.function.LongPredicate;

public final class LongPredicateModel {
  private LongPredicateModel() {}

  public static LongPredicate and(LongPredicate self, LongPredicate other) {
    return (x) -> self.test(x) && other.test(x);
  }

  public static LongPredicate or(LongPredicate self, LongPredicate other) {
    return (x) -> self.test(x) || other.test(x);
  }

  public static LongPredicate negate(LongPredicate self) {
    return (x) -> !self.test(x);
  }
}
