package dev.dmalint.replay.library;

import dev.dmalint.analyzer.ir.Program;
import dev.dmalint.replay.interpreter.Interpreter;
import dev.dmalint.replay.interpreter.Natives;
import dev.dmalint.replay.interpreter.Options;
import dev.dmalint.replay.interpreter.Universe;
import java.util.List;

/** The class library for programs that are run: models as IR, and host functions. */
public final class Library {
  private final Program models;

  private Library(Program models) {
    this.models = models;
  }

  /** {@return the library; its models are lowered once for each call} */
  public static Library load() {
    return new Library(new ModelSources().lower());
  }

  /** {@return the IR of the models} */
  public Program models() {
    return models;
  }

  /** {@return the types of a program together with those of the library} */
  public Universe with(Program program) {
    return Universe.of(List.of(models, program));
  }

  /** {@return the library's host functions for programs in a universe that {@link #with} made} */
  public Natives natives(Universe universe) {
    return new Models(universe).or(HostFunctions.all()).or(new PureFunctions());
  }

  /** {@return a run of {@code program} that knows the library} */
  public Interpreter interpreter(Program program, Options options) {
    Universe universe = with(program);
    return new Interpreter(universe, natives(universe), options);
  }
}
