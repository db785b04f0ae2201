package dev.dmalint.models;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A platform in one of its variants.
 *
 * @param index position in the universe, from 0
 * @param id such as {@code P8/bit33-off/high-ram}
 * @param platform id of the platform
 * @param attributes what expressions read as {@code world.NAME}
 */
public record World(int index, String id, String platform, SortedMap<String, String> attributes) {
  public World {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    if (index < 0 || index >= WorldSet.CAPACITY) {
      throw new IllegalArgumentException("at most %d worlds".formatted(WorldSet.CAPACITY));
    }
  }

  /** {@return the value of an attribute, empty if the world has none of that name} */
  public String attribute(String name) {
    return attributes.getOrDefault(name, "");
  }
}
