package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.heap.Value;
import dev.dmalint.analyzer.identity.ConfiguredSink;
import dev.dmalint.analyzer.ir.Annotation;
import dev.dmalint.analyzer.ir.Field;
import dev.dmalint.analyzer.ir.FieldName;
import dev.dmalint.analyzer.ir.Instruction.Call;
import dev.dmalint.analyzer.ir.Literal;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.Parameter;
import dev.dmalint.findings.SourceSpan;
import dev.dmalint.models.AnnotationModel;
import dev.dmalint.models.DemandedField;
import dev.dmalint.models.WorldSet;
import java.util.List;
import java.util.Optional;

/** Sinks that are stated outright: by an annotation in the source, or by the configuration. */
final class Stated {
  private final Unit unit;
  private final Sinks sinks;

  Stated(Unit unit, Cells cells) {
    this.unit = unit;
    this.sinks = new Sinks(unit, cells);
  }

  Sinks sinks() {
    return sinks;
  }

  /** Arguments of a call that the configuration declares a sink. */
  void configured(Call call, List<Value> arguments, WorldSet worlds) {
    for (ConfiguredSink sink : unit.setting().sinks()) {
      boolean named =
          sink.method().equals(call.callee().name())
              && sink.parameter() < arguments.size()
              && unit.hierarchy().supertypes(call.callee().owner()).stream()
                  .anyMatch(owner -> owner.text().equals(sink.owner()));
      if (named) {
        sinks.demand(
            arguments.get(sink.parameter()),
            worlds,
            sink.consumer(),
            sink.field(),
            Optional.empty(),
            call.at());
      }
    }
  }

  /** Arguments of a method whose declaration, or whose parameters, are annotated as sinks. */
  void annotated(Method method, List<Value> arguments, WorldSet worlds, SourceSpan at) {
    List<Parameter> parameters = method.parameters();
    for (int i = 0; i < Math.min(parameters.size(), arguments.size()); i++) {
      Value argument = arguments.get(i);
      String name = parameters.get(i).local().name();
      Optional<Annotation> own = demand(parameters.get(i).annotations());
      Optional<Annotation> annotation = own.isPresent() ? own : demand(method.annotations());
      annotation.ifPresent(found -> take(found, name, argument, worlds, at));
    }
  }

  /** What a method without parameters returns whose declaration is annotated as a sink. */
  void returned(Method method, Value value, WorldSet worlds, SourceSpan at) {
    if (method.parameters().isEmpty()) {
      demand(method.annotations())
          .ifPresent(found -> take(found, method.name().name(), value, worlds, at));
    }
  }

  /** A field that is annotated as a sink is written. */
  void written(FieldName field, Value value, WorldSet worlds, SourceSpan at) {
    unit.hierarchy().type(field.owner()).stream()
        .flatMap(type -> type.fields().stream())
        .filter(declared -> declared.name().equals(field))
        .map(Field::annotations)
        .flatMap(annotations -> demand(annotations).stream())
        .forEach(annotation -> take(annotation, field.name(), value, worlds, at));
  }

  private Optional<Annotation> demand(List<Annotation> annotations) {
    return annotations.stream()
        .filter(
            annotation ->
                unit.setting().universe().annotations().stream()
                    .anyMatch(
                        model ->
                            model.meaning() instanceof AnnotationModel.Meaning.Demands
                                && isType(annotation, model.type())))
        .findFirst();
  }

  /** An annotation whose import is missing is known by its simple name. */
  static boolean isType(Annotation annotation, String type) {
    String name = annotation.type().text();
    return name.equals(type) || name.equals(type.substring(type.lastIndexOf('.') + 1));
  }

  private void take(
      Annotation annotation, String name, Value value, WorldSet worlds, SourceSpan at) {
    String consumer = text(annotation, "consumer").orElse("");
    DemandedField field =
        new DemandedField(
            name,
            (int) number(annotation, "shift", 0),
            (int) number(annotation, "width", 0),
            Math.max(1, number(annotation, "alignment", 1)),
            Optional.empty());
    sinks.demand(value, worlds, consumer, field, Optional.empty(), at);
  }

  private static Optional<String> text(Annotation annotation, String element) {
    List<Literal> literals = annotation.values().getOrDefault(element, List.of());
    return literals.size() == 1 && literals.get(0) instanceof Literal.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  private static long number(Annotation annotation, String element, long byDefault) {
    List<Literal> literals = annotation.values().getOrDefault(element, List.of());
    return literals.size() == 1 && literals.get(0) instanceof Literal.Whole whole
        ? whole.value()
        : byDefault;
  }
}
