package dev.dmalint.analyzer.ir;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A declared parameter: the local that holds it, and its annotations. */
public record Parameter(Local local, List<Annotation> annotations) {
  public Parameter {
    requireNonNull(local);
    annotations = List.copyOf(annotations);
  }
}
