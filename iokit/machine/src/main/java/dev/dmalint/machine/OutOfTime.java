package dev.dmalint.machine;

import java.time.Duration;

/**
 * A driver was stopped because it did not end in its time and called nothing of the port that could
 * have stopped it. The stack trace is the driver's, where it was at that moment.
 */
public final class OutOfTime extends Error {
  private static final long serialVersionUID = 1L;

  OutOfTime(Duration limit, StackTraceElement[] where) {
    super("the driver was stopped after %d seconds; it does not end".formatted(limit.toSeconds()));
    setStackTrace(where);
  }
}
