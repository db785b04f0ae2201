package dev.dmalint.models;

import dev.dmalint.models.Platform.Value;
import dev.dmalint.models.Platform.Variant;
import dev.dmalint.models.text.Fields;
import dev.dmalint.models.text.Node;
import dev.dmalint.models.text.Node.Entry;
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
    List<Variant> variants = new ArrayList<>();
    for (Node item : fields.list("variants")) {
      variants.add(variant(item));
    }
    return new Platform(
        fields.text("id"),
        fields.text("name"),
        fields.text("text", "").strip(),
        attributes(fields.node("attributes")),
        variants);
  }

  private static Variant variant(Node node) {
    Fields fields = Fields.of(node, "a variant", List.of("attribute", "values"));
    List<Value> values = new ArrayList<>();
    for (Node item : fields.list("values")) {
      Fields value = Fields.of(item, "a value", List.of("value", "when", "also"));
      values.add(
          new Value(value.text("value"), value.text("when"), attributes(value.node("also"))));
    }
    return new Variant(fields.text("attribute"), values);
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
