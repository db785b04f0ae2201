package models.java.util.function;

import java.util.function.IntUnaryOperator;

public final class IntUnaryOperatorModel {
  private IntUnaryOperatorModel() {}

  public static IntUnaryOperator andThen(IntUnaryOperator self, IntUnaryOperator next) {
    return x -> next.applyAsInt(self.applyAsInt(x));
  }

  public static IntUnaryOperator compose(IntUnaryOperator self, IntUnaryOperator before) {
    return x -> self.applyAsInt(before.applyAsInt(x));
  }

  public static IntUnaryOperator identity() {
    return x -> x;
  }
}
