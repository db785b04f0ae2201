package dev.dmalint.analyzer.ir;

import static java.util.Objects.requireNonNull;

import dev.dmalint.findings.SourceSpan;
import java.util.List;
import java.util.Set;

/** A field that the source declares, or that the front end made for a captured value. */
public record Field(FieldName name, Set<Flag> flags, List<Annotation> annotations, SourceSpan at) {
  public Field {
    requireNonNull(name);
    flags = Set.copyOf(flags);
    annotations = List.copyOf(annotations);
    requireNonNull(at);
  }
}
