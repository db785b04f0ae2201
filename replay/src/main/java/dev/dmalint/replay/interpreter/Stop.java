package dev.dmalint.replay.interpreter;

/** Ends a run from within; carries what the run ends as. */
final class Stop extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  /** What ends the run: an obstacle or a budget. */
  sealed interface Reason {}

  record Missing(String what) implements Reason {}

  record Spent(Budget.Kind kind) implements Reason {}

  private Stop(Reason reason) {
    super(null, null, false, false);
    this.reason = reason;
  }

  static Stop missing(String what) {
    return new Stop(new Missing(what));
  }

  static Stop spent(Budget.Kind kind) {
    return new Stop(new Spent(kind));
  }

  Reason reason() {
    return reason;
  }
}
