package dev.dmalint.scan.identity;

/** A property list that cannot be understood; the message says why, the line where. */
final class MalformedPlistException extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;
  private final String reason;

  MalformedPlistException(int line, String message) {
    super(message);
    this.line = line;
    this.reason = message;
  }

  /** {@return why} */
  String reason() {
    return reason;
  }

  /** {@return the line, from 1} */
  int line() {
    return line;
  }
}
