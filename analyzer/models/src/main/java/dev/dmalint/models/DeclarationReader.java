package dev.dmalint.models;

import dev.dmalint.findings.Severity;
import dev.dmalint.models.AnnotationModel.Meaning;
import dev.dmalint.models.Consumer.Kind;
import dev.dmalint.models.Consumer.MapperDemand;
import dev.dmalint.models.Consumer.Reading;
import dev.dmalint.models.text.Fields;
import dev.dmalint.models.text.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the short sections: spaces, consumers, classifications, mistakes and the rest. */
final class DeclarationReader {
  private DeclarationReader() {}

  static Space space(Node node) {
    Fields fields = Fields.of(node, "a space", List.of("id", "name", "label"));
    return new Space(
        fields.text("id"), fields.text("name"), fields.text("label", fields.text("id")));
  }

  static String consumerId(Node node) {
    return Fields.of(node, "a consumer", List.of("id", "name", "reads")).text("id");
  }

  static Consumer consumer(Node node, Names names, Phrases phrases) {
    Fields fields = Fields.of(node, "a consumer", List.of("id", "name", "reads"));
    List<Reading> reads = new ArrayList<>();
    for (Node item : fields.list("reads")) {
      reads.add(reading(item, fields.text("id"), names, phrases.within(Set.of("device"))));
    }
    return new Consumer(fields.text("id"), fields.text("name"), reads);
  }

  private static Reading reading(Node node, String id, Names names, Phrases phrases) {
    Fields fields = Fields.of(node, "a reading", List.of("when", "kind", "space", "mapper", "as"));
    Kind kind = fields.choice("kind", Kind.class, Kind.SPACE);
    return new Reading(
        fields
            .node("when")
            .map(when -> phrases.expression(when, "\"when\""))
            .orElse(Expression.TRUE),
        kind,
        kind == Kind.SPACE ? names.space(fields.required("space")) : "",
        fields.choice("mapper", MapperDemand.class, MapperDemand.NONE),
        fields.has("as") ? names.consumer(fields.required("as")) : id);
  }

  static Classification classification(Node node, Names names) {
    Fields fields = Fields.of(node, "a classification", List.of("consumers", "origins", "mistake"));
    List<String> consumers = new ArrayList<>();
    fields.list("consumers").forEach(item -> consumers.add(names.consumer(item)));
    return new Classification(consumers, fields.texts("origins"), fields.text("mistake"));
  }

  static MistakeDeclaration mistake(Node node) {
    Fields fields = Fields.of(node, "a mistake", List.of("number", "rule", "severity", "message"));
    return new MistakeDeclaration(
        fields.text("number"),
        fields.text("rule"),
        fields.choice("severity", Severity.class, Severity.ERROR),
        fields.text("message"));
  }

  static Lifecycle lifecycle(Node node) {
    Fields fields = Fields.of(node, "a life cycle", List.of("type", "begin", "end", "provider"));
    return new Lifecycle(
        fields.text("type"), fields.texts("begin"), fields.texts("end"), fields.texts("provider"));
  }

  static AnnotationModel annotation(Node node) {
    Fields fields = Fields.of(node, "an annotation", List.of("type", "states"));
    fields.required("states");
    Meaning meaning =
        switch (fields.choice("states", Statement.class, Statement.DEMAND)) {
          case DEMAND -> new Meaning.Demands();
          case IDENTITY -> new Meaning.Identifies();
          case DRIVER -> new Meaning.Enters();
        };
    return new AnnotationModel(fields.text("type"), meaning);
  }

  private enum Statement {
    DEMAND,
    IDENTITY,
    DRIVER
  }
}
