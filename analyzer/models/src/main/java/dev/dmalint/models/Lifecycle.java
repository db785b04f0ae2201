package dev.dmalint.models;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How classes of a kind are used by their framework.
 *
 * @param type binary name of the type that such classes extend or implement
 * @param begin names of the methods called first, in this order, each once; the next is called only
 *     in the worlds where the one before returned true or an object (or nothing)
 * @param end names of the methods called last, in this order
 * @param provider name of the parameter type or position: which parameter of which methods is the
 *     device that the class drives, as {@code start#0}
 */
public record Lifecycle(String type, List<String> begin, List<String> end, List<String> provider) {
  public Lifecycle {
    requireNonNull(type);
    begin = List.copyOf(begin);
    end = List.copyOf(end);
    provider = List.copyOf(provider);
  }
}
