package dev.dmalint.scan.identity;

/** A property list that cannot be understood; the message says why, the line where. */
final class MalformedPlistException extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;

  MalformedPlistException(int line, String message) {
    super(message);
    this.line = line;
  }

  /** {@return the line, from 1} */
  int line() {
    return line;
  }
}
