package models.java.util.function;

import java.util.function.LongConsumer;

public final class LongConsumerModel {
  private LongConsumerModel() {}

  public static LongConsumer andThen(LongConsumer self, LongConsumer next) {
    return (x) -> {
      self.accept(x);
      next.accept(x);
    };
  }
}
