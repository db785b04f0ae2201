package dev.dmalint.replay.interpreter;

import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.replay.value.ArrayValue;
import dev.dmalint.replay.value.Box;
import dev.dmalint.replay.value.Instance;
import dev.dmalint.replay.value.Nil;
import dev.dmalint.replay.value.Text;
import dev.dmalint.replay.value.TypeValue;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes objects, and keeps those of which there is one only. */
final class Heap {
  private static final int OBJECT = 2;

  private final Universe universe;
  private final Meter meter;
  private final Map<String, Text> literals = new HashMap<>();
  private final Map<TypeName, TypeValue> classes = new HashMap<>();
  private final Map<Object, Box> boxes = new HashMap<>();
  private final IdentityHashMap<Object, Integer> identities = new IdentityHashMap<>();

  Heap(Universe universe, Meter meter) {
    this.universe = universe;
    this.meter = meter;
  }

  Instance allocate(LoadedType type) {
    meter.allocate(OBJECT + (long) type.size());
    return new Instance(type.name(), type.zeros());
  }

  Text text(String value) {
    meter.allocate(OBJECT + value.length() / 8L);
    return new Text(value);
  }

  Text intern(String value) {
    Text known = literals.get(value);
    if (known == null) {
      known = text(value);
      literals.put(value, known);
    }
    return known;
  }

  TypeValue type(TypeName name) {
    return classes.computeIfAbsent(name, TypeValue::new);
  }

  /** {@return the box that {@code valueOf} gives: one only for small numbers (JLS 5.1.7)} */
  Box box(Object value) {
    if (!isCached(value)) {
      meter.allocate(OBJECT);
      return new Box(value);
    }
    return boxes.computeIfAbsent(value, Box::new);
  }

  private static boolean isCached(Object value) {
    if (value instanceof Boolean || value instanceof Byte) {
      return true;
    }
    if (value instanceof Character unit) {
      return unit < 128;
    }
    boolean isWhole = value instanceof Integer || value instanceof Long || value instanceof Short;
    return isWhole && ((Number) value).longValue() == ((Number) value).byteValue();
  }

  /** {@return the identity hash, counted in the order in which objects are first asked for it} */
  int identity(Object object) {
    Integer known = identities.get(object);
    if (known == null) {
      known = identities.size() + 1;
      identities.put(object, known);
    }
    return known;
  }

  /**
   * {@return an array whose first dimensions have {@code lengths}, none negative; the rest is null}
   */
  ArrayValue array(TypeName type, List<Integer> lengths) {
    int length = lengths.get(0);
    meter.allocate(OBJECT + (long) length);
    ArrayValue array = ArrayValue.zeros(type, length);
    if (lengths.size() > 1) {
      List<Integer> inner = lengths.subList(1, lengths.size());
      for (int i = 0; i < length; i++) {
        meter.step();
        array.put(i, array(type.element(), inner));
      }
    }
    return array;
  }

  ArrayValue array(TypeName type, Object[] elements) {
    meter.allocate(OBJECT + (long) elements.length);
    return ArrayValue.of(type, elements);
  }

  /** {@return an exception that the language itself throws} */
  GuestException failure(String type, Optional<String> message) {
    LoadedType loaded =
        universe
            .find(new TypeName(type))
            .orElseThrow(() -> Stop.missing("there is no model of '" + type + "'"));
    Instance exception = allocate(loaded);
    int place =
        loaded
            .field(Throwables.MESSAGE)
            .orElseThrow(() -> Stop.missing("'" + type + "' is no model of an exception"));
    message.ifPresent(text -> exception.put(place, text(text)));
    return new GuestException(exception);
  }

  /** {@return the detail message of an exception} */
  Optional<String> message(Instance exception) {
    return universe
        .find(exception.type())
        .flatMap(type -> type.field(Throwables.MESSAGE))
        .map(exception::get)
        .filter(value -> value != Nil.NULL)
        .map(Object::toString);
  }
}
