package dev.dmalint.machine;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whose each address was that devices may no longer use, the latest owner of each; none is
 * forgotten before the address is handed out again. It holds names, not objects, and as many
 * entries as there are separate ranges.
 */
final class EndedUses {
  private record Range(long last, String owner) {}

  private final Map<Optional<Object>, NavigableMap<Long, Range>> spaces = new HashMap<>();

  private NavigableMap<Long, Range> space(@Nullable Object mapper) {
    return spaces.computeIfAbsent(
        Optional.ofNullable(mapper), key -> new TreeMap<>(Long::compareUnsigned));
  }

  void add(@Nullable Object mapper, long address, long length, String owner) {
    if (length > 0) {
      forget(mapper, address, length);
      space(mapper).put(address, new Range(address + length - 1, owner));
    }
  }

  /** The range was handed out again. */
  void forget(@Nullable Object mapper, long address, long length) {
    if (length <= 0) {
      return;
    }
    NavigableMap<Long, Range> ranges = space(mapper);
    long last = address + length - 1;
    Map.Entry<Long, Range> at = ranges.floorEntry(last);
    while (at != null && Long.compareUnsigned(at.getValue().last(), address) >= 0) {
      long start = at.getKey();
      Range range = at.getValue();
      ranges.remove(start);
      if (Long.compareUnsigned(last, range.last()) < 0) {
        ranges.put(last + 1, range);
      }
      if (Long.compareUnsigned(start, address) < 0) {
        ranges.put(start, new Range(address - 1, range.owner()));
      }
      at = ranges.lowerEntry(start);
    }
  }

  /** Whose an address was. */
  Optional<String> owner(@Nullable Object mapper, long address) {
    Map.Entry<Long, Range> at = space(mapper).floorEntry(address);
    return at == null || Long.compareUnsigned(at.getValue().last(), address) < 0
        ? Optional.empty()
        : Optional.of(at.getValue().owner());
  }
}
