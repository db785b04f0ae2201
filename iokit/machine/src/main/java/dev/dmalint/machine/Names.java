package dev.dmalint.machine;

import dev.dmalint.iokit.IOAddressRange;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.OSObject;
import dev.dmalint.iokit.Task;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How traces call objects: class and number, in the order they first appear. */
final class Names {
  private final IdentityHashMap<Object, String> known = new IdentityHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  String of(@Nullable Object object) {
    if (object == null) {
      return "null";
    }
    if (object instanceof Long number) {
      return "0x" + Long.toHexString(number);
    }
    if (object instanceof Number || object instanceof String || object instanceof Boolean) {
      return object.toString();
    }
    if (object instanceof IOAddressRange range) {
      return "0x%x/0x%x".formatted(range.address, range.length);
    }
    if (object instanceof IOMapper mapper) {
      return mapper.getName();
    }
    if (object instanceof Task) {
      return object.toString();
    }
    return object instanceof OSObject ? known.computeIfAbsent(object, this::next) : "object";
  }

  private String next(Object object) {
    Class<?> type = object.getClass();
    while (type.isAnonymousClass()) {
      type = type.getSuperclass();
    }
    String name = type.getSimpleName();
    return name + "#" + counts.merge(name, 1, Integer::sum);
  }
}
