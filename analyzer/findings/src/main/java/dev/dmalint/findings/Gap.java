package dev.dmalint.findings;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * Something that was not, or not wholly, analysed.
 *
 * @param kind what kind of gap
 * @param file path relative to the scan's root; empty where no file is meant
 * @param line from 1; 1 where the whole file is meant
 * @param message what is missing and what to do, one or two sentences
 */
public record Gap(Kind kind, String file, int line, String message) implements Comparable<Gap> {
  private static final Comparator<Gap> ORDER =
      Comparator.comparing(Gap::file)
          .thenComparingInt(Gap::line)
          .thenComparing(Gap::kind)
          .thenComparing(Gap::message);

  public Gap {
    requireNonNull(kind);
    requireNonNull(file);
    requireNonNull(message);
    if (line < 1) {
      throw new IllegalArgumentException("lines count from 1");
    }
  }

  @Override
  public int compareTo(Gap other) {
    return ORDER.compare(this, other);
  }

  /** The closed list of kinds, each with the word that reports use. */
  public enum Kind {
    /** The file could not be read. */
    UNREADABLE("unreadable"),
    /** Not Java text: binary, or an encoding that was not understood. */
    NOT_TEXT("not-text"),
    /** Larger than the limit. */
    TOO_LARGE("too-large"),
    /** A symbolic link that was not followed, or a special file. */
    NOT_A_FILE("not-a-file"),
    /** The parser reports an error; what could be recovered was analysed. */
    SYNTAX("syntax-error"),
    /** A type or member that no source and no class path entry declares. */
    MISSING_TYPE("missing-type"),
    /** A construct that was not lowered. */
    NOT_LOWERED("not-lowered"),
    /** The parser or the analysis failed on this file. */
    FAILED("failed"),
    /** A bound of the analysis was reached. */
    BOUND("bound"),
    /** A file that says what a device is could not be understood. */
    IDENTITY("identity");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** {@return the word that reports use} */
    public String word() {
      return word;
    }
  }
}
