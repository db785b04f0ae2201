package models.java.util.function;

import java.util.function.IntConsumer;

public final class IntConsumerModel {
  private IntConsumerModel() {}

  public static IntConsumer andThen(IntConsumer self, IntConsumer next) {
    return (x) -> {
      self.accept(x);
      next.accept(x);
    };
  }
}
