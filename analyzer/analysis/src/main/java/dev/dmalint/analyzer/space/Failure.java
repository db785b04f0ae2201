package dev.dmalint.analyzer.space;

import static java.util.Objects.requireNonNull;

import dev.dmalint.findings.SourceSpan;

/**
 * A construction that gives no object in some worlds.
 *
 * @param at where it is
 * @param what what failed, in words
 * @param mistake number of the mistake that not expecting it is
 */
public record Failure(SourceSpan at, String what, String mistake) {
  public Failure {
    requireNonNull(at);
    requireNonNull(what);
    requireNonNull(mistake);
  }
}
