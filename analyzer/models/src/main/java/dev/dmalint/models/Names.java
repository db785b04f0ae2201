package dev.dmalint.models;

import dev.dmalint.models.text.Fields;
import dev.dmalint.models.text.ModelException;
import dev.dmalint.models.text.Nearest;
import dev.dmalint.models.text.Node;
import java.util.Set;

/**
 * The names that files may refer to.
 *
 * @param worldAttributes attributes that at least one platform has
 * @param spaces ids of spaces
 * @param consumers ids of consumer kinds
 */
record Names(Set<String> worldAttributes, Set<String> spaces, Set<String> consumers) {
  String space(Node node) {
    return known(node, "space", spaces);
  }

  String consumer(Node node) {
    return known(node, "consumer", consumers);
  }

  /** {@return the name that {@code node} writes, which must be one of those} */
  static String known(Node node, String what, Set<String> names) {
    String name = Fields.text(node, "\"" + what + "\"");
    if (!names.contains(name)) {
      throw new ModelException(
          node.at(), "no %s \"%s\" is declared%s".formatted(what, name, Nearest.hint(name, names)));
    }
    return name;
  }
}
