package java.lang;

import java.util.ArrayList;

public class Throwable implements java.io.Serializable {
  private String message;
  private Throwable cause;
  private ArrayList<Throwable> suppressed;

  public Throwable() {}

  public Throwable(String message) {
    this.message = message;
  }

  public Throwable(String message, Throwable cause) {
    this.message = message;
    this.cause = cause;
  }

  public Throwable(Throwable cause) {
    this.message = cause == null ? null : cause.toString();
    this.cause = cause;
  }

  protected Throwable(String message, Throwable cause, boolean suppresses, boolean traces) {
    this(message, cause);
  }

  public String getMessage() {
    return message;
  }

  public String getLocalizedMessage() {
    return getMessage();
  }

  public Throwable getCause() {
    return cause;
  }

  public Throwable initCause(Throwable cause) {
    if (this.cause != null) {
      throw new IllegalStateException("Can't overwrite cause with " + cause, this);
    }
    if (cause == this) {
      throw new IllegalArgumentException("Self-causation not permitted", this);
    }
    this.cause = cause;
    return this;
  }

  public String toString() {
    String text = getLocalizedMessage();
    String name = getClass().getName();
    return text != null ? name + ": " + text : name;
  }

  public final void addSuppressed(Throwable other) {
    if (other == this) {
      throw new IllegalArgumentException("Self-suppression not permitted", other);
    }
    if (other == null) {
      throw new NullPointerException("Cannot suppress a null exception.");
    }
    if (suppressed == null) {
      suppressed = new ArrayList<>();
    }
    suppressed.add(other);
  }

  public final Throwable[] getSuppressed() {
    return suppressed == null ? new Throwable[0] : suppressed.toArray(new Throwable[0]);
  }

  public Throwable fillInStackTrace() {
    return this;
  }

  public StackTraceElement[] getStackTrace() {
    return new StackTraceElement[0];
  }

  public void printStackTrace() {}
}
