package dev.dmalint.machine;

/** A driver was stopped because it used up its budget. */
public final class OutOfSteps extends Error {
  private static final long serialVersionUID = 1L;

  OutOfSteps(String text) {
    super(text);
  }
}
