package dev.dmalint.models.text;

import dev.dmalint.models.text.Node.Entry;
import dev.dmalint.models.text.Node.Items;
import dev.dmalint.models.text.Node.Mapping;
import dev.dmalint.models.text.Node.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The named fields of one part of a model file; any field that nobody knows is refused. */
public final class Fields {
  private final Position at;
  private final String what;
  private final Map<String, Node> values;

  private Fields(Position at, String what, Map<String, Node> values) {
    this.at = at;
    this.what = what;
    this.values = values;
  }

  /**
   * {@return the fields of a mapping}
   *
   * @param node the mapping
   * @param what how messages call it: {@code a register}
   * @param known all fields that it may have
   * @throws ModelException if it is no mapping or has other fields
   */
  public static Fields of(Node node, String what, List<String> known) {
    Map<String, Node> values = new LinkedHashMap<>();
    for (Entry entry : entries(node, what)) {
      if (!known.contains(entry.key())) {
        throw new ModelException(
            entry.at(),
            "%s has no field \"%s\"%s"
                .formatted(what, entry.key(), Nearest.hint(entry.key(), known)));
      }
      values.put(entry.key(), entry.value());
    }
    return new Fields(node.at(), what, values);
  }

  /** {@return the entries of a mapping; {@code what} is how messages call it} */
  public static List<Entry> entries(Node node, String what) {
    if (node instanceof Mapping mapping) {
      return mapping.entries();
    }
    if (node instanceof Scalar scalar && scalar.text().isEmpty()) {
      return List.of();
    }
    throw new ModelException(
        node.at(), "%s is a mapping, not %s; indent its fields".formatted(what, node.kind()));
  }

  /** {@return the parts of a list; a lone part is a list of one, and nothing an empty one} */
  public static List<Node> items(Node node) {
    if (node instanceof Items items) {
      return items.items();
    }
    return node instanceof Scalar scalar && scalar.text().isEmpty() ? List.of() : List.of(node);
  }

  /** {@return the text of a part; {@code what} is how messages call it} */
  public static String text(Node node, String what) {
    if (node instanceof Scalar scalar) {
      return scalar.text();
    }
    throw new ModelException(
        node.at(), "%s is one word or text, not %s".formatted(what, node.kind()));
  }

  /** {@return where the mapping starts} */
  public Position at() {
    return at;
  }

  /** {@return whether the field is there} */
  public boolean has(String field) {
    return values.containsKey(field);
  }

  /** {@return the part that a field names, if it is there} */
  public Optional<Node> node(String field) {
    return Optional.ofNullable(values.get(field));
  }

  /** {@return the part that a field names, which must be there} */
  public Node required(String field) {
    return node(field)
        .orElseThrow(
            () -> new ModelException(at, "%s needs the field \"%s\"".formatted(what, field)));
  }

  /** {@return the text of a field that must be there} */
  public String text(String field) {
    return text(required(field), "\"" + field + "\"");
  }

  /** {@return the text of a field, or something else where it is not there} */
  public String text(String field, String otherwise) {
    return has(field) ? text(field) : otherwise;
  }

  /** {@return the texts of a field that is a list, a lone text or not there} */
  public List<String> texts(String field) {
    List<String> result = new ArrayList<>();
    for (Node item : list(field)) {
      result.add(text(item, "an entry of \"" + field + "\""));
    }
    return result;
  }

  /** {@return the parts of a field that is a list, a lone part or not there} */
  public List<Node> list(String field) {
    return node(field).map(Fields::items).orElse(List.of());
  }

  /** {@return the number of a field that must be there, decimal or {@code 0x} hexadecimal} */
  public long number(String field) {
    return number(required(field), "\"" + field + "\"");
  }

  /** {@return the number of a field, or something else where it is not there} */
  public long number(String field, long otherwise) {
    return has(field) ? number(field) : otherwise;
  }

  private static long number(Node node, String what) {
    String text = text(node, what);
    try {
      return text.startsWith("0x") || text.startsWith("0X")
          ? Long.parseUnsignedLong(text.substring(2), 16)
          : Long.parseLong(text);
    } catch (NumberFormatException notOne) {
      throw new ModelException(
          node.at(), "%s is a number such as 12 or 0x1f, not \"%s\"".formatted(what, text));
    }
  }

  /**
   * {@return the value of an enum that a field names in small letters}
   *
   * @param field the field
   * @param type the enum
   * @param otherwise the value where the field is not there
   */
  public <E extends Enum<E>> E choice(String field, Class<E> type, E otherwise) {
    if (!has(field)) {
      return otherwise;
    }
    String text = text(field);
    List<String> known = new ArrayList<>();
    for (E value : type.getEnumConstants()) {
      String word = value.name().toLowerCase(java.util.Locale.ROOT);
      if (word.equals(text)) {
        return value;
      }
      known.add(word);
    }
    throw new ModelException(
        required(field).at(),
        "\"%s\" cannot be \"%s\"%s".formatted(field, text, Nearest.hint(text, known)));
  }
}
