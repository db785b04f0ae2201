package dev.dmalint.reports;

import dev.dmalint.findings.Report;
import java.io.IOException;
import java.io.Writer;

/** Writes a report in one format. Holds no state: one renderer may serve several threads. */
@FunctionalInterface
public interface Renderer {
  /**
   * Writes the whole report, finding by finding, and flushes. The writer stays open, and belongs
   * encoded as UTF-8; lines end with a line feed on every system.
   *
   * @throws IOException as {@code out} throws it; what was written until then is no whole report
   */
  void render(Report report, Writer out) throws IOException;
}
