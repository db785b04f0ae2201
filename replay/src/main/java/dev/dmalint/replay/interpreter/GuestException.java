package dev.dmalint.replay.interpreter;

import static java.util.Objects.requireNonNull;

import dev.dmalint.replay.value.Instance;

/** An exception of the running program on its way through the host. */
public final class GuestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Instance exception;

  /** Carries {@code exception} to the program's next handler. */
  public GuestException(Instance exception) {
    super(null, null, false, false);
    this.exception = requireNonNull(exception);
  }

  /** {@return the program's exception object} */
  public Instance exception() {
    return exception;
  }
}
