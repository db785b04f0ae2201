package dev.dmalint.analyzer.frontend.java;

/** Tells work that was given up to end itself at the next step. */
final class Deadline {
  private volatile boolean passed;

  void pass() {
    passed = true;
  }

  boolean hasPassed() {
    return passed;
  }

  /**
   * Ends the calling work if it was given up.
   *
   * @throws Passed if so
   */
  void check() {
    if (passed) {
      throw new Passed();
    }
  }

  /** Nobody waits for this work any more. */
  static final class Passed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Passed() {
      super("given up", null, false, false);
    }
  }
}
