package dev.dmalint.replay.interpreter;

import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import dev.dmalint.replay.value.Instance;
import java.util.List;
import java.util.Optional;

/**
 * One run of a program: its heap, its initialised classes, its budget. Methods may be called one
 * after the other; after an outcome that is neither {@link Outcome.Finished} nor {@link
 * Outcome.Threw} the run is over.
 *
 * <p>For one thread. The same universe, natives, inputs and calls give the same outcomes.
 */
public final class Interpreter {
  private final Run run;

  /**
   * A run in which nothing has happened yet.
   *
   * @param universe the types that the program may meet
   * @param natives what is called where there is no IR
   */
  public Interpreter(Universe universe, Natives natives, Options options) {
    this.run = new Run(universe, natives, options);
  }

  /**
   * Calls a method and works until it is done.
   *
   * @param method a static method, or one of the class of the first argument or above
   * @param arguments the receiver first, if there is one
   */
  public Outcome call(MethodName method, List<Object> arguments) {
    try {
      return new Outcome.Finished(run.nested(method, arguments));
    } catch (GuestException thrown) {
      Instance exception = thrown.exception();
      return new Outcome.Threw(exception, exception.type(), run.heap().message(exception));
    } catch (Stop stop) {
      return ended(stop.reason(), run.at());
    }
  }

  private static Outcome ended(Stop.Reason reason, Optional<SourceSpan> at) {
    if (reason instanceof Stop.Spent spent) {
      return new Outcome.Exhausted(spent.kind(), at);
    }
    return new Outcome.Obstacle(((Stop.Missing) reason).what(), at);
  }

  /** {@return a new object of a class of the program, before its constructor} */
  public Optional<Instance> allocate(TypeName type) {
    return run.universe().find(type).map(run.heap()::allocate);
  }

  /** {@return what host functions see of this run} */
  public Execution execution() {
    return run.execution();
  }

  /** {@return how many steps were taken so far} */
  public long steps() {
    return run.meter().steps();
  }
}
