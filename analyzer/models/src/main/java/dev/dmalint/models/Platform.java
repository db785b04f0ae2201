package dev.dmalint.models;

import static java.util.Objects.requireNonNull;

import dev.dmalint.models.text.Position;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A kind of machine as users name it.
 *
 * @param id such as {@code P1}
 * @param name such as {@code Intel Mac, VT-d on}
 * @param text a paragraph for {@code platforms show}
 * @param attributes what holds in all its worlds
 * @param variants the attributes in which its worlds differ, in order: the worlds are their product
 * @param written where a model file says what an attribute is; empty if no file does
 */
public record Platform(
    String id,
    String name,
    String text,
    SortedMap<String, String> attributes,
    List<Variant> variants,
    SortedMap<String, Position> written) {
  public Platform {
    requireNonNull(id);
    requireNonNull(name);
    requireNonNull(text);
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    variants = List.copyOf(variants);
    written = Collections.unmodifiableSortedMap(new TreeMap<>(written));
  }

  /** A platform that no file describes. */
  public Platform(
      String id,
      String name,
      String text,
      SortedMap<String, String> attributes,
      List<Variant> variants) {
    this(id, name, text, attributes, variants, new TreeMap<>());
  }

  /**
   * One way in which the worlds of a platform differ.
   *
   * @param attribute the attribute that takes one of several values
   * @param values its values
   */
  public record Variant(String attribute, List<Value> values) {
    public Variant {
      requireNonNull(attribute);
      values = List.copyOf(values);
    }
  }

  /**
   * One value of a variant.
   *
   * @param value the attribute's value
   * @param when how a report says it: {@code when virtio bit 33 is off}
   * @param also further attributes that hold with it
   */
  public record Value(String value, String when, SortedMap<String, String> also) {
    public Value {
      requireNonNull(value);
      requireNonNull(when);
      also = Collections.unmodifiableSortedMap(new TreeMap<>(also));
    }
  }
}
