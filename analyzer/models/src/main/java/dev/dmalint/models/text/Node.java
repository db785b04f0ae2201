package dev.dmalint.models.text;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A part of a model file. */
public sealed interface Node {
  /** {@return where it starts} */
  Position at();

  /** {@return what kind of part this is, for messages} */
  String kind();

  /** Named parts, in the order of the file. */
  record Mapping(Position at, List<Entry> entries) implements Node {
    public Mapping {
      requireNonNull(at);
      entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /** Parts without names. */
  record Items(Position at, List<Node> items) implements Node {
    public Items {
      requireNonNull(at);
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A word, a number, a text; empty where the file says nothing. */
  record Scalar(Position at, String text) implements Node {
    public Scalar {
      requireNonNull(at);
      requireNonNull(text);
    }

    @Override
    public String kind() {
      return "\"" + text + "\"";
    }
  }

  /**
   * A named part.
   *
   * @param at where the name stands
   * @param key the name
   * @param value what it names
   */
  record Entry(Position at, String key, Node value) {
    public Entry {
      requireNonNull(at);
      requireNonNull(key);
      requireNonNull(value);
    }
  }
}
