package dev.dmalint.machine;

import java.util.Optional;
import java.util.TreeMap;

/** An object as model rows see it: what they remember of it, by name; {@code [0]} for elements. */
final class RowThing {
  private final TreeMap<String, Object> attributes = new TreeMap<>();
  private Optional<Object> real = Optional.empty();

  /** The object of the port that it stands for. */
  Optional<Object> real() {
    return real;
  }

  void standsFor(Object object) {
    real = Optional.of(object);
  }

  boolean isA(String type) {
    for (Class<?> up = real.map(Object::getClass).orElse(null); up != null; up = superOf(up)) {
      if (up.getName().equals(type)) {
        return true;
      }
    }
    return false;
  }

  private static Class<?> superOf(Class<?> type) {
    return type.getSuperclass();
  }

  Object get(String name) {
    return attributes.getOrDefault(name, RowExpressions.UNKNOWN);
  }

  void put(String name, Object value) {
    attributes.put(name, value);
  }

  /** The object under a name, which is made if there is none. */
  RowThing inside(String name) {
    if (!(attributes.get(name) instanceof RowThing)) {
      attributes.put(name, new RowThing());
    }
    return (RowThing) attributes.get(name);
  }
}
