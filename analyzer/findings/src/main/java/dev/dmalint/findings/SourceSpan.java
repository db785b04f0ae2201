package dev.dmalint.findings;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * A stretch of one source file.
 *
 * @param file path relative to the scan's root, with '/' between its parts
 * @param line first line, counted from 1
 * @param column first UTF-16 unit in that line, counted from 1
 * @param endLine last line, at least {@code line}
 * @param endColumn the column after the last unit; at least {@code column} where the lines are
 *     equal
 */
public record SourceSpan(String file, int line, int column, int endLine, int endColumn)
    implements Comparable<SourceSpan> {
  private static final Comparator<SourceSpan> ORDER =
      Comparator.comparing(SourceSpan::file)
          .thenComparingInt(SourceSpan::line)
          .thenComparingInt(SourceSpan::column)
          .thenComparingInt(SourceSpan::endLine)
          .thenComparingInt(SourceSpan::endColumn);

  public SourceSpan {
    requireNonNull(file);
    if (line < 1
        || column < 1
        || endLine < line
        || (endLine == line && endColumn < column)
        || endColumn < 1) {
      throw new IllegalArgumentException(
          "not a span: %s:%d:%d-%d:%d".formatted(file, line, column, endLine, endColumn));
    }
  }

  /** Orders by file, then by position. */
  @Override
  public int compareTo(SourceSpan other) {
    return ORDER.compare(this, other);
  }

  /** {@return {@code file:line:column}, as compilers print it} */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
