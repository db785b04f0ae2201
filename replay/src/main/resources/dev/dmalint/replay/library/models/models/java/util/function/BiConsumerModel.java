package models.java.util.function;

import java.util.function.BiConsumer;

public final class BiConsumerModel {
  private BiConsumerModel() {}

  public static BiConsumer andThen(BiConsumer self, BiConsumer next) {
    return (a, b) -> {
      self.accept(a, b);
      next.accept(a, b);
    };
  }
}
