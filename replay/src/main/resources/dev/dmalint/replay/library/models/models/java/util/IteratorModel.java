package models.java.util;

import java.util.Iterator;
import java.util.function.Consumer;

public final class IteratorModel {
  private IteratorModel() {}

  public static void remove(Iterator self) {
    throw new UnsupportedOperationException("remove");
  }

  public static void forEachRemaining(Iterator self, Consumer action) {
    while (self.hasNext()) {
      action.accept(self.next());
    }
  }
}
