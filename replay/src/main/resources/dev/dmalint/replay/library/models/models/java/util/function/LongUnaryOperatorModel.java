package models.java.util.function;

import java.util.function.LongUnaryOperator;

public final class LongUnaryOperatorModel {
  private LongUnaryOperatorModel() {}

  public static LongUnaryOperator andThen(LongUnaryOperator self, LongUnaryOperator next) {
    return x -> next.applyAsLong(self.applyAsLong(x));
  }

  public static LongUnaryOperator compose(LongUnaryOperator self, LongUnaryOperator before) {
    return x -> self.applyAsLong(before.applyAsLong(x));
  }

  public static LongUnaryOperator identity() {
    return x -> x;
  }
}
