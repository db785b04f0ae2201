package dev.dmalint.models;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a row reads or writes a value.
 *
 * @param root {@code receiver}, {@code result}, {@code this} (the annotated thing), a parameter's
 *     name, or {@code @} and a name for a place of the whole program
 * @param steps from there on
 */
public record Place(String root, List<Step> steps) {
  public Place {
    requireNonNull(root);
    steps = List.copyOf(steps);
  }

  /** {@return the place that {@code text} writes, such as {@code segments[].fIOVMAddr}} */
  public static Place parse(String text) {
    return new ExpressionParser(text).wholePlace();
  }

  @Override
  public String toString() {
    return steps.stream().map(Step::toString).collect(Collectors.joining("", root, ""));
  }

  /** One step of a place. */
  public sealed interface Step {
    /** An attribute or a field of an object, by name. */
    record Attribute(String name) implements Step {
      @Override
      public String toString() {
        return "." + name;
      }
    }

    /** Every element of an array, list or set, or every value of a map. */
    record Elements() implements Step {
      @Override
      public String toString() {
        return "[]";
      }
    }

    /** One element of an array. */
    record Element(int index) implements Step {
      @Override
      public String toString() {
        return "[" + index + "]";
      }
    }

    /** The element or entry that an argument names: an index, or a key. */
    record Keyed(String parameter) implements Step {
      @Override
      public String toString() {
        return "[" + parameter + "]";
      }
    }
  }
}
