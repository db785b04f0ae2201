package dev.dmalint.reports;

import java.io.IOException;
import java.io.Writer;

/**
 * The one way of text to a terminal: everything that is printed passes {@link SafeText}, and the
 * only control characters written are the line feed and our own colours.
 */
final class Terminal {
  private final Writer out;
  private final boolean coloured;

  Terminal(Writer out, TextStyle style) {
    this.out = out;
    this.coloured = style.colour() == TextStyle.Colour.ON;
  }

  Terminal print(String text) throws IOException {
    out.append(SafeText.of(text));
    return this;
  }

  Terminal print(Ink ink, String text) throws IOException {
    if (!coloured || ink == Ink.PLAIN || text.isEmpty()) {
      return print(text);
    }
    out.append("\u001b[").append(ink.code).append('m');
    print(text);
    out.append("\u001b[0m");
    return this;
  }

  Terminal line() throws IOException {
    out.append('\n');
    return this;
  }

  void flush() throws IOException {
    out.flush();
  }

  /** What a piece of text is, and with that its colour. */
  enum Ink {
    PLAIN(""),
    PLACE("1"),
    ERROR("1;31"),
    WARNING("1;33"),
    NOTE("1;36"),
    GUTTER("34"),
    LABEL("1"),
    SPACE("1;35"),
    BROKEN("31"),
    RIGHT("32"),
    DIM("2");

    private final String code;

    Ink(String code) {
      this.code = code;
    }
  }
}
