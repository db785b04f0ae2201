package dev.dmalint.models;

import static java.util.Objects.requireNonNull;

/**
 * What an annotation in the source means.
 *
 * @param type binary name of the annotation
 * @param meaning what it states
 */
public record AnnotationModel(String type, Meaning meaning) {
  public AnnotationModel {
    requireNonNull(type);
    requireNonNull(meaning);
  }

  /** What an annotation can state. */
  public sealed interface Meaning {
    /**
     * The annotated parameter, field or parameters of the method are a sink. The annotation's
     * elements {@code consumer}, {@code shift}, {@code width} and {@code alignment} say which.
     */
    record Demands() implements Meaning {}

    /**
     * The annotated class drives a device: elements {@code providerClass}, {@code pciMatch}, {@code
     * pciClassMatch}, {@code tunnelCompatible}.
     */
    record Identifies() implements Meaning {}

    /** The annotated class is a driver, whatever it extends. */
    record Enters() implements Meaning {}
  }
}
