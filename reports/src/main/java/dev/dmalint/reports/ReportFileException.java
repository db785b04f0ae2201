package dev.dmalint.reports;

import java.io.IOException;

/** A report could not be written; the message names the file and says what to do about it. */
public final class ReportFileException extends IOException {
  private static final long serialVersionUID = 1;

  ReportFileException(String message, IOException cause) {
    super(message, cause);
  }
}
