package dev.dmalint.analyzer.ir;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A run of steps with one way in.
 *
 * @param steps in order
 * @param end how it ends
 * @param handlers where an exception of one of its steps goes, tried in order; an exception that
 *     none takes leaves the method
 */
public record Block(List<Instruction> steps, Terminator end, List<Handler> handlers) {
  public Block {
    steps = List.copyOf(steps);
    requireNonNull(end);
    handlers = List.copyOf(handlers);
  }

  /**
   * Takes exceptions of some types.
   *
   * @param types exception types with their subtypes; {@code java.lang.Throwable} takes all
   * @param next the block that starts with a {@link Instruction.CaughtException}
   */
  public record Handler(List<TypeName> types, int next) {
    public Handler {
      types = List.copyOf(types);
    }
  }
}
