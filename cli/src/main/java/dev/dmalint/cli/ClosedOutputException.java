package dev.dmalint.cli;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Standard output takes no more: its reader is gone, or the disk behind it is full. */
final class ClosedOutputException extends UncheckedIOException {
  private static final long serialVersionUID = 1;

  private final boolean readerGone;

  ClosedOutputException(IOException cause) {
    super("cannot write to standard output: " + cause.getMessage(), cause);
    readerGone = tellsOfNoReader(String.valueOf(cause.getMessage()));
  }

  /** {@return whether the reader went away, as {@code head} does: nothing to talk about} */
  boolean isReaderGone() {
    return readerGone;
  }

  private static boolean tellsOfNoReader(String message) {
    return message.contains("Broken pipe")
        || message.contains("pipe is being closed")
        || message.contains("Pipe closed");
  }
}
