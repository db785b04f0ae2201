package dev.dmalint.models;

import dev.dmalint.models.text.Position;
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
 * @param written where a model file says what an attribute is; empty if no file does
 */
public record World(
    int index,
    String id,
    String platform,
    SortedMap<String, String> attributes,
    SortedMap<String, Position> written) {
  public World {
    written = Collections.unmodifiableSortedMap(new TreeMap<>(written));
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    if (index < 0 || index >= WorldSet.CAPACITY) {
      throw new IllegalArgumentException("at most %d worlds".formatted(WorldSet.CAPACITY));
    }
  }

  /** A world of a platform that no file describes. */
  public World(int index, String id, String platform, SortedMap<String, String> attributes) {
    this(index, id, platform, attributes, new TreeMap<>());
  }

  /** {@return the value of an attribute, empty if the world has none of that name} */
  public String attribute(String name) {
    return attributes.getOrDefault(name, "");
  }
}
