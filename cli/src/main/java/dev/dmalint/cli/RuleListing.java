package dev.dmalint.cli;

import dev.dmalint.findings.RuleInfo;
import dev.dmalint.scan.RuleCatalogue;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** All rules, as a table or as JSON. */
final class RuleListing {
  private final List<RuleInfo> rules;

  RuleListing(List<RuleInfo> rules) {
    this.rules = List.copyOf(rules);
  }

  static RuleListing shipped() {
    return new RuleListing(RuleCatalogue.shipped().infos());
  }

  String table() {
    return Table.of(
        List.of("mistake", "rule", "severity", "finds"),
        rules.stream()
            .map(
                rule ->
                    List.of(
                        rule.mistake().orElse(""),
                        rule.id(),
                        rule.severity().word(),
                        rule.summary()))
            .toList());
  }

  /** {@return an array with one rule a line} */
  String json() {
    StringBuilder text = new StringBuilder("[");
    String separator = "\n";
    for (RuleInfo rule : rules) {
      text.append(separator).append(json(rule));
      separator = ",\n";
    }
    return text.append("\n]\n").toString();
  }

  private static String json(RuleInfo rule) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("rule", rule.id());
      rule.mistake().ifPresent(number -> json.writeStringProperty("mistake", number));
      json.writeStringProperty("severity", rule.severity().word());
      json.writeStringProperty("summary", rule.summary());
      json.writeStringProperty("since", rule.since());
      json.writeStringProperty("source", rule.source());
      json.writeArrayPropertyStart("tags");
      rule.tags().forEach(json::writeString);
      json.writeEndArray();
      json.writeArrayPropertyStart("cwe");
      rule.cwe().forEach(number -> json.writeNumber(number.intValue()));
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }
}
