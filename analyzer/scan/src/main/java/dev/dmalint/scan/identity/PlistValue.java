package dev.dmalint.scan.identity;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a property list. */
sealed interface PlistValue {
  /** {@return the line it begins in, from 1} */
  int line();

  /**
   * A dictionary.
   *
   * @param entries in the order of the file; of two with one key the last
   */
  record Dict(int line, Map<String, PlistValue> entries) implements PlistValue {
    public Dict {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** {@return the value of a key, spelt in any case} */
    Optional<PlistValue> get(String key) {
      return entries.entrySet().stream()
          .filter(entry -> entry.getKey().equalsIgnoreCase(key))
          .map(Map.Entry::getValue)
          .findFirst();
    }
  }

  /**
   * An array.
   *
   * @param items in order
   */
  record Array(int line, List<PlistValue> items) implements PlistValue {
    public Array {
      items = List.copyOf(items);
    }
  }

  /**
   * A string, number, date or piece of data, as written.
   *
   * @param text without the space around it
   */
  record Text(int line, String text) implements PlistValue {
    public Text {
      requireNonNull(text);
    }
  }

  /**
   * A truth value.
   *
   * @param value which
   */
  record Truth(int line, boolean value) implements PlistValue {}
}
