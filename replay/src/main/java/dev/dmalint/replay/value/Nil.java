package dev.dmalint.replay.value;

/** The null reference; also what a call without result gives. */
public enum Nil {
  NULL;

  @Override
  public String toString() {
    return "null";
  }
}
