package dev.dmalint.replay.interpreter;

import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import dev.dmalint.replay.value.Instance;
import java.util.Optional;

/** How a run ended. */
public sealed interface Outcome {
  /** The entry returned. The value is {@link dev.dmalint.replay.value.Nil} for {@code void}. */
  record Finished(Object value) implements Outcome {}

  /**
   * An exception left the entry.
   *
   * @param exception the program's exception object
   * @param type its class
   * @param message its detail message, empty if it has none
   */
  record Threw(Instance exception, TypeName type, Optional<String> message) implements Outcome {}

  /**
   * The run met something that it cannot go on from: a call without body or model, a construct that
   * was not lowered.
   *
   * @param what one sentence
   * @param at the step that met it, empty if the entry itself is missing
   */
  record Obstacle(String what, Optional<SourceSpan> at) implements Outcome {}

  /** A budget ran out at {@code at}. */
  record Exhausted(Budget.Kind kind, Optional<SourceSpan> at) implements Outcome {}
}
