package dev.dmalint.models;

import dev.dmalint.models.Platform.Value;
import dev.dmalint.models.Platform.Variant;
import dev.dmalint.models.text.Fields;
import dev.dmalint.models.text.Node;
import dev.dmalint.models.text.Node.Entry;
import dev.dmalint.models.text.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads platforms. */
final class PlatformReader {
  private PlatformReader() {}

  static Platform read(Node node) {
    Fields fields =
        Fields.of(node, "a platform", List.of("id", "name", "text", "attributes", "variants"));
    SortedMap<String, Position> written = new TreeMap<>();
    note(fields.node("attributes"), written);
    List<Variant> variants = new ArrayList<>();
    for (Node item : fields.list("variants")) {
      Variant variant = variant(item, written);
      written.putIfAbsent(variant.attribute(), item.at());
      variants.add(variant);
    }
    return new Platform(
        fields.text("id"),
        fields.text("name"),
        fields.text("text", "").strip(),
        attributes(fields.node("attributes")),
        variants,
        written);
  }

  private static Variant variant(Node node, SortedMap<String, Position> written) {
    Fields fields = Fields.of(node, "a variant", List.of("attribute", "values"));
    List<Value> values = new ArrayList<>();
    for (Node item : fields.list("values")) {
      Fields value = Fields.of(item, "a value", List.of("value", "when", "also"));
      note(value.node("also"), written);
      values.add(
          new Value(value.text("value"), value.text("when"), attributes(value.node("also"))));
    }
    return new Variant(fields.text("attribute"), values);
  }

  private static void note(Optional<Node> node, SortedMap<String, Position> written) {
    node.ifPresent(
        found ->
            Fields.entries(found, "\"attributes\"")
                .forEach(entry -> written.putIfAbsent(entry.key(), entry.value().at())));
  }

  private static SortedMap<String, String> attributes(Optional<Node> node) {
    SortedMap<String, String> result = new TreeMap<>();
    if (node.isPresent()) {
      for (Entry entry : Fields.entries(node.get(), "\"attributes\"")) {
        result.put(entry.key(), Fields.text(entry.value(), "an attribute"));
      }
    }
    return result;
  }
}
