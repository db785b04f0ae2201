package models.java.util.function;

import java.util.function.DoubleUnaryOperator;

public final class DoubleUnaryOperatorModel {
  private DoubleUnaryOperatorModel() {}

  public static DoubleUnaryOperator andThen(DoubleUnaryOperator self, DoubleUnaryOperator next) {
    return x -> next.applyAsDouble(self.applyAsDouble(x));
  }

  public static DoubleUnaryOperator compose(DoubleUnaryOperator self, DoubleUnaryOperator before) {
    return x -> self.applyAsDouble(before.applyAsDouble(x));
  }

  public static DoubleUnaryOperator identity() {
    return x -> x;
  }
}
