package models.java.util.function;

import java.util.Comparator;
import java.util.function.BinaryOperator;

public final class BinaryOperatorModel {
  private BinaryOperatorModel() {}

  public static BinaryOperator minBy(Comparator order) {
    return (a, b) -> order.compare(a, b) <= 0 ? a : b;
  }

  public static BinaryOperator maxBy(Comparator order) {
    return (a, b) -> order.compare(a, b) >= 0 ? a : b;
  }
}
