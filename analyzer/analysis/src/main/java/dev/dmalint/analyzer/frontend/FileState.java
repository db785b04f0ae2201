package dev.dmalint.analyzer.frontend;

/** How much of a file was lowered. */
public enum FileState {
  /** All of it. */
  PARSED,
  /** Some of it: gaps say what is missing. */
  PARTIAL,
  /** None of it: a gap says why. */
  FAILED
}
