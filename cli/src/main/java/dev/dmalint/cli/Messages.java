package dev.dmalint.cli;

import dev.dmalint.reports.SafeText;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** Standard error: whatever is not data. What is said is made harmless for a terminal. */
final class Messages {
  private final PrintWriter err;

  Messages(OutputStream err) {
    this.err = new PrintWriter(err, true, StandardCharsets.UTF_8);
  }

  /** Says a sentence on a line of its own, as this program's. */
  void say(String sentence) {
    line("dmalint: " + sentence);
  }

  /** Prints a line. */
  void line(String text) {
    err.print(SafeText.of(text) + "\n");
    err.flush();
  }

  /** Writes text of our own, with the control characters it needs. */
  void raw(String text) {
    err.print(text);
    err.flush();
  }

  /** Prints a stack trace, line by line. */
  void trace(Throwable trouble) {
    StringWriter text = new StringWriter();
    trouble.printStackTrace(new PrintWriter(text));
    text.toString().lines().forEach(line -> line(line.replace("\t", "    ")));
  }
}
