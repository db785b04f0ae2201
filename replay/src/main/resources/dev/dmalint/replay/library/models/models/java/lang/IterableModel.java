package models.java.lang;

import java.util.function.Consumer;

public final class IterableModel {
  private IterableModel() {}

  public static void forEach(Iterable self, Consumer action) {
    if (action == null) {
      throw new NullPointerException();
    }
    for (Object each : self) {
      action.accept(each);
    }
  }
}
