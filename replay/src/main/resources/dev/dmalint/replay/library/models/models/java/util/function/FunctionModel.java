package models.java.util.function;

import java.util.function.Function;

public final class FunctionModel {
  private FunctionModel() {}

  public static Function andThen(Function self, Function next) {
    return x -> next.apply(self.apply(x));
  }

  public static Function compose(Function self, Function before) {
    return x -> self.apply(before.apply(x));
  }

  public static Function identity() {
    return x -> x;
  }
}
