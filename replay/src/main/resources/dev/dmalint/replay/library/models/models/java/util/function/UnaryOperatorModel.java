package models.java.util.function;

import java.util.function.UnaryOperator;

public final class UnaryOperatorModel {
  private UnaryOperatorModel() {}

  public static UnaryOperator identity() {
    return x -> x;
  }
}
