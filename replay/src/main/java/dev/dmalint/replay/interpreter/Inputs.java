package dev.dmalint.replay.interpreter;

import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import java.util.List;
import java.util.Optional;

/** Gives the values of what the program does not say and no model knows. */
@FunctionalInterface
public interface Inputs {
  /** {@return a value of the wanted type; empty to end the run with an obstacle} */
  Optional<Object> unknown(Unknown what);

  /** Knows nothing: the run ends at the first unknown. */
  static Inputs none() {
    return what -> Optional.empty();
  }

  /** A value that is asked for. */
  sealed interface Unknown {
    /** {@return the step that needs it} */
    SourceSpan at();

    /** {@return the type that the value must have, {@code void} for none} */
    TypeName type();
  }

  /** The result of a call that has neither body nor model. */
  record Result(SourceSpan at, TypeName type, MethodName method, List<Object> arguments)
      implements Unknown {
    public Result {
      arguments = List.copyOf(arguments);
    }
  }

  /** The value of a construct that was not lowered, or of a field that nothing declares. */
  record Construct(SourceSpan at, TypeName type, String construct) implements Unknown {}
}
