package dev.dmalint.machine;

/** A checked exception that came out of a driver. It stands for its cause, stack included. */
final class ThrownByDriver extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ThrownByDriver(Throwable cause) {
    super(cause);
    setStackTrace(cause.getStackTrace());
  }

  @Override
  @SuppressWarnings("OverrideThrowableToString") // It stands for its cause, name included.
  public String toString() {
    return String.valueOf(getCause());
  }
}
