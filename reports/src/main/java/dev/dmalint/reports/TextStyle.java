package dev.dmalint.reports;

import static java.util.Objects.requireNonNull;

/**
 * How a report looks as text.
 *
 * @param colour whether escape sequences for colour are written; the caller knows its terminal
 * @param width columns of the terminal; fewer than 40 count as 40
 * @param verbosity how much is said
 */
public record TextStyle(Colour colour, int width, Verbosity verbosity) {
  private static final int LEAST_WIDTH = 40;
  private static final int USUAL_WIDTH = 100;

  public TextStyle {
    requireNonNull(colour);
    width = Math.max(width, LEAST_WIDTH);
    requireNonNull(verbosity);
  }

  /** {@return no colour, 100 columns, normal verbosity: what files and pipes get} */
  public static TextStyle plain() {
    return new TextStyle(Colour.OFF, USUAL_WIDTH, Verbosity.NORMAL);
  }

  /** {@return the same with that much said} */
  public TextStyle verbosity(Verbosity much) {
    return new TextStyle(colour, width, much);
  }

  /** Whether text is coloured. */
  public enum Colour {
    /** By escape sequences of ECMA-48 (select graphic rendition). */
    ON,
    /** Not one escape character is written. */
    OFF
  }

  /** How much is said. */
  public enum Verbosity {
    /** One line a finding, and the coverage line where files were left out. */
    QUIET,
    /** The shortest path of each finding and the first gaps of each kind. */
    NORMAL,
    /** Every kept path and every gap. */
    VERBOSE
  }
}
