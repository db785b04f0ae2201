package dev.dmalint.models.text;

import static java.util.Objects.requireNonNull;

/**
 * A place in a model file.
 *
 * @param file how messages name the file
 * @param line from 1
 * @param column from 1
 */
public record Position(String file, int line, int column) {
  public Position {
    requireNonNull(file);
  }

  /** {@return {@code file:line:column}} */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
