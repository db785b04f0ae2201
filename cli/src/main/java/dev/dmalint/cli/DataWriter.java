package dev.dmalint.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Standard output as text in UTF-8. Trouble is unchecked, so that no layer above can swallow it.
 */
final class DataWriter extends Writer {
  private final Writer out;

  DataWriter(OutputStream out) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  @Override
  public void write(char[] text, int from, int length) {
    try {
      out.write(text, from, length);
    } catch (IOException trouble) {
      throw new ClosedOutputException(trouble);
    }
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException trouble) {
      throw new ClosedOutputException(trouble);
    }
  }

  /** Only flushes: standard output stays open. */
  @Override
  public void close() {
    flush();
  }
}
