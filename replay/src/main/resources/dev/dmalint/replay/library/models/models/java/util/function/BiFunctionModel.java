package models.java.util.function;

import java.util.function.BiFunction;
import java.util.function.Function;

public final class BiFunctionModel {
  private BiFunctionModel() {}

  public static BiFunction andThen(BiFunction self, Function next) {
    return (a, b) -> next.apply(self.apply(a, b));
  }
}
