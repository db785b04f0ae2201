package dev.dmalint.analyzer.ir;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An annotation in the source.
 *
 * @param type its type; the name as written where it is not resolved
 * @param values written elements by name, each as the literals it holds (an array may hold
 *     several); elements that are no constants are left out
 */
public record Annotation(TypeName type, SortedMap<String, List<Literal>> values) {
  public Annotation {
    requireNonNull(type);
    TreeMap<String, List<Literal>> copy = new TreeMap<>();
    for (Map.Entry<String, List<Literal>> entry : values.entrySet()) {
      copy.put(entry.getKey(), List.copyOf(entry.getValue()));
    }
    values = Collections.unmodifiableSortedMap(copy);
  }
}
