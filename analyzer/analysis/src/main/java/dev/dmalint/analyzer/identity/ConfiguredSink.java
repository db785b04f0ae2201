package dev.dmalint.analyzer.identity;

import static java.util.Objects.requireNonNull;

import dev.dmalint.models.DemandedField;

/**
 * A sink that the project's configuration declares.
 *
 * @param owner binary name of the type that declares the method
 * @param method name of the method
 * @param parameter which parameter takes the address, from 0
 * @param consumer id of the consumer kind
 * @param field how it takes the address
 */
public record ConfiguredSink(
    String owner, String method, int parameter, String consumer, DemandedField field) {
  public ConfiguredSink {
    requireNonNull(owner);
    requireNonNull(method);
    requireNonNull(consumer);
    requireNonNull(field);
  }
}
