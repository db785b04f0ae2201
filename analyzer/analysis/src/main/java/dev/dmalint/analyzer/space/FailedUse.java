package dev.dmalint.analyzer.space;

import static java.util.Objects.requireNonNull;

import dev.dmalint.findings.SourceSpan;
import dev.dmalint.models.WorldSet;

/**
 * The object that a construction did not give is used, or makes the driver give up.
 *
 * @param failure the construction
 * @param at where
 * @param kind what happens there
 * @param worlds in which worlds
 * @param driver binary name of the driver class that reaches it; empty outside drivers
 */
public record FailedUse(Failure failure, SourceSpan at, Kind kind, WorldSet worlds, String driver) {
  public FailedUse {
    requireNonNull(failure);
    requireNonNull(at);
    requireNonNull(kind);
    requireNonNull(worlds);
    requireNonNull(driver);
  }

  /** What a missing object leads to. */
  public enum Kind {
    /** It is used as if it were there: the kernel panics. */
    DEREFERENCE,
    /** It is tested, and the driver refuses to start. */
    REFUSAL
  }
}
