package ir;

import java.util.List;
import java.util.Map;

class Generics<T extends Number & Comparable<T>> {
  T value;
  T[] values;

  int use(T other, Generics<Integer> numbers, Map<String, List<long[]>> map) {
    int a = other.compareTo(value) + other.intValue();
    a += numbers.value + numbers.values[0];
    long element = map.get("x").get(0)[1];
    for (Map.Entry<String, List<long[]>> entry : map.entrySet()) {
      element += entry.getValue().size() + entry.getKey().length();
    }
    Object wide = numbers.value;
    Runnable both = (Runnable & java.io.Serializable) () -> {};
    List<?> any = (List<?>) wide;
    Object first = any.get(0);
    return a + (int) element;
  }
}
