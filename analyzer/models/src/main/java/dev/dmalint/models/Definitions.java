package dev.dmalint.models;

import dev.dmalint.models.text.Fields;
import dev.dmalint.models.text.ModelException;
import dev.dmalint.models.text.Nearest;
import dev.dmalint.models.text.Node;
import dev.dmalint.models.text.Node.Entry;
import dev.dmalint.models.text.Position;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What files define once and use in many rows: terms of expressions, lists of cases, sets of
 * attributes. A definition holds in all files that are read together.
 */
final class Definitions {
  private final Map<String, String> terms = new LinkedHashMap<>();
  private final Map<String, Node> cases = new LinkedHashMap<>();
  private final Map<String, Node> attributes = new LinkedHashMap<>();

  void add(Node section) {
    Fields fields =
        Fields.of(section, "the section \"define\"", List.of("terms", "cases", "attributes"));
    for (Entry entry : entries(fields, "terms")) {
      put(terms, entry, Fields.text(entry.value(), "a term"));
    }
    for (Entry entry : entries(fields, "cases")) {
      put(cases, entry, entry.value());
    }
    for (Entry entry : entries(fields, "attributes")) {
      put(attributes, entry, entry.value());
    }
  }

  Phrases phrases(Set<String> worldAttributes) {
    return new Phrases(terms, worldAttributes, Set.of(), "receiver", new HashMap<>());
  }

  Node cases(Position at, String name) {
    return defined(cases, "list of cases", at, name);
  }

  Node attributes(Position at, String name) {
    return defined(attributes, "set of attributes", at, name);
  }

  private static Node defined(Map<String, Node> map, String what, Position at, String name) {
    Node found = map.get(name);
    if (found == null) {
      throw new ModelException(
          at, "no %s \"%s\" is defined%s".formatted(what, name, Nearest.hint(name, map.keySet())));
    }
    return found;
  }

  private static List<Entry> entries(Fields fields, String field) {
    return fields.node(field).map(node -> Fields.entries(node, field)).orElse(List.of());
  }

  private static <T> void put(Map<String, T> map, Entry entry, T value) {
    if (map.putIfAbsent(entry.key(), value) != null) {
      throw new ModelException(
          entry.at(), "\"%s\" is defined twice; rename one".formatted(entry.key()));
    }
  }
}
