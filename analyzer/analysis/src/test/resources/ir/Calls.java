package ir;

import java.util.List;
import java.util.function.Supplier;

class Calls {
  private Calls next;

  static String join(String first, Object... rest) {
    return first;
  }

  void kinds(Calls other, List<String> names) {
    hidden();
    other.hidden();
    other.open().open();
    join("a");
    join("a", "b", 2);
    join("a", (Object[]) null);
    int length = names.get(0).length();
    System.out.println(super.toString() + this.next.next.hashCode());
    Supplier<String> supplier = names.get(1)::trim;
    String[] copy = new String[0].clone();
    other.<Integer>pick(1, 2).intValue();
  }

  <T extends Comparable<T>> T pick(T a, T b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private void hidden() {}

  Calls open() {
    return new Calls();
  }
}
