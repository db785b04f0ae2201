package dev.dmalint.models;

import dev.dmalint.models.text.Fields;
import dev.dmalint.models.text.ModelException;
import dev.dmalint.models.text.Node;
import dev.dmalint.models.text.Node.Scalar;
import java.util.List;
import java.util.Optional;

/** Reads how a sink takes an address: a mapping, or its name alone. */
final class FieldReader {
  static final List<String> KNOWN = List.of("name", "shift", "width", "alignment", "layout");

  private FieldReader() {}

  static DemandedField field(Node node) {
    if (node instanceof Scalar name) {
      return DemandedField.plain(name.text());
    }
    return field(Fields.of(node, "a field", KNOWN));
  }

  static DemandedField field(Fields fields) {
    try {
      return new DemandedField(
          fields.text("name"),
          (int) fields.number("shift", 0),
          (int) fields.number("width", 0),
          fields.number("alignment", 1),
          fields.has("layout") ? Optional.of(fields.text("layout")) : Optional.empty());
    } catch (IllegalArgumentException trouble) {
      throw new ModelException(
          fields.at(), "a shift is 0 to 63, a width 0 to 64 bits, an alignment at least 1 byte");
    }
  }
}
