package dev.dmalint.models.text;

import java.io.Serial;

/** A model file that cannot be used. The message names file and line and says what to do. */
public final class ModelException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  /**
   * Something that no line of a file is to blame for.
   *
   * @param message what is wrong, and what would be right
   */
  public ModelException(String message) {
    super(message);
  }

  /**
   * Something wrong at a place in a file.
   *
   * @param at the place
   * @param message what is wrong there, and what would be right
   */
  public ModelException(Position at, String message) {
    super(at + ": " + message);
  }
}
