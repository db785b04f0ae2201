package dev.dmalint.scan.usage;

/**
 * A command line, a configuration or a model file that cannot be followed. Its message is whole: it
 * names the place where there is one, states what is wrong and says what to do. The run ends with
 * exit code 2 before anything is scanned.
 */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1;

  /** A mistake of the user's that nothing else reported first. */
  public UsageException(String message) {
    super(message);
  }

  /** A mistake of the user's that showed as {@code cause}. */
  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
