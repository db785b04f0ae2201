package dev.dmalint.scan.files;

import static java.util.Objects.requireNonNull;

import dev.dmalint.analyzer.frontend.SourceFile;
import dev.dmalint.findings.Gap;

/** What came of reading a file. */
public sealed interface Reading {
  /**
   * Text.
   *
   * @param file name and text
   * @param encoding how the bytes were read
   */
  record Text(SourceFile file, Encoding encoding) implements Reading {
    public Text {
      requireNonNull(file);
      requireNonNull(encoding);
    }
  }

  /**
   * Not Java text, or too much of it: left out on purpose.
   *
   * @param gap says why
   */
  record Skipped(Gap gap) implements Reading {
    public Skipped {
      requireNonNull(gap);
    }
  }

  /**
   * The file could not be read.
   *
   * @param gap says why
   */
  record Failed(Gap gap) implements Reading {
    public Failed {
      requireNonNull(gap);
    }
  }

  /** How bytes stand for characters. */
  enum Encoding {
    /** With or without a byte order mark. */
    UTF_8,
    /** By its byte order mark. */
    UTF_16,
    /** By elimination: not UTF-8, yet no byte of it looks binary. */
    ISO_8859_1
  }
}
