package models.java.util.function;

import java.util.function.Consumer;

public final class ConsumerModel {
  private ConsumerModel() {}

  public static Consumer andThen(Consumer self, Consumer next) {
    return (x) -> {
      self.accept(x);
      next.accept(x);
    };
  }
}
