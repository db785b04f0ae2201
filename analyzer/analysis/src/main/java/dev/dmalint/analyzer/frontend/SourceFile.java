package dev.dmalint.analyzer.frontend;

import static java.util.Objects.requireNonNull;

/**
 * A file to lower.
 *
 * @param path relative to the scan's root, with '/' between its parts; what spans will name
 * @param text its whole text, decoded, without a byte order mark
 */
public record SourceFile(String path, String text) {
  public SourceFile {
    requireNonNull(path);
    requireNonNull(text);
  }
}
