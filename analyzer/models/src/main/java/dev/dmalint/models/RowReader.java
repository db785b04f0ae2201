package dev.dmalint.models;

import dev.dmalint.models.Row.Target;
import dev.dmalint.models.text.Fields;
import dev.dmalint.models.text.Node;
import dev.dmalint.models.text.Node.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the rows of a file: owner, then signature or field, then what it does. */
final class RowReader {
  private final Definitions definitions;
  private final Phrases phrases;
  private final Names names;

  RowReader(Definitions definitions, Phrases phrases, Names names) {
    this.definitions = definitions;
    this.phrases = phrases;
    this.names = names;
  }

  /**
   * {@return the rows of a section}
   *
   * @param section the section {@code rows}
   * @param types package of the types that are written without one
   */
  List<Row> read(Node section, String types) {
    List<Row> rows = new ArrayList<>();
    for (Entry owner : Fields.entries(section, "the section \"rows\"")) {
      String type = Signature.type(owner.key(), types);
      for (Entry entry : Fields.entries(owner.value(), "the rows of a type")) {
        rows.add(row(type, entry, types));
      }
    }
    return rows;
  }

  private Row row(String owner, Entry entry, String types) {
    String origin = entry.at().file() + ":" + entry.at().line();
    Set<String> roots = new HashSet<>(Set.of("receiver", "result"));
    Target target;
    if (entry.key().contains("(")) {
      Target.Call call =
          Signature.parse(owner, entry.key(), types, phrases.within(roots), entry.at());
      call.parameters().forEach(parameter -> roots.add(parameter.name()));
      target = call;
    } else {
      target = new Target.FieldRead(owner, entry.key());
    }
    ActionReader reader = new ActionReader(definitions, phrases.within(roots), names, types);
    return new Row(target, reader.body(entry.value()), origin);
  }
}
