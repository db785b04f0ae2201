package dev.dmalint.models;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a call, or the reading of a field, does. A row beats the body of the method it names; an
 * override of that method in the scanned source beats the row.
 *
 * @param target what it is about
 * @param actions what happens, in order
 * @param origin the model file and line, for messages
 */
public record Row(Target target, List<Action> actions, String origin) {
  public Row {
    requireNonNull(target);
    actions = List.copyOf(actions);
    requireNonNull(origin);
  }

  /** What a row is about. */
  public sealed interface Target {
    /**
     * Calls of a method, on its owner or any subtype.
     *
     * @param owner binary name of the type that declares it
     * @param name the method's name; {@code <init>} for constructors; {@code *} for all methods
     * @param types erased parameter types that must be met, {@code *} for any; calls with fewer
     *     arguments are compared as far as they go; empty: any
     * @param parameters names by which the row's expressions call the arguments; calls with fewer
     *     arguments take the defaults. Calls with more arguments than names, or with fewer than the
     *     parameters that have no default, are not this row's
     */
    record Call(String owner, String name, List<String> types, List<Parameter> parameters)
        implements Target {
      public Call {
        requireNonNull(owner);
        requireNonNull(name);
        types = List.copyOf(types);
        parameters = List.copyOf(parameters);
      }
    }

    /**
     * Reading a field that the scanned source does not declare.
     *
     * @param owner binary name of the type that declares it
     * @param name the field's name
     */
    record FieldRead(String owner, String name) implements Target {
      public FieldRead {
        requireNonNull(owner);
        requireNonNull(name);
      }
    }
  }

  /** A parameter's name and, where callers may leave it out, its value. */
  public record Parameter(String name, Optional<Expression> byDefault) {
    public Parameter {
      requireNonNull(name);
      requireNonNull(byDefault);
    }
  }
}
