package dev.dmalint.reports;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text at its spaces into lines of so many columns. */
final class Paragraph {
  private Paragraph() {}

  /** {@return the lines, made safe, at least one; a word wider than a line gets its own} */
  static List<String> lines(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int width = 0;
    for (String word : SafeText.of(text).split(" ", -1)) {
      int wordWidth = DisplayWidth.of(word);
      if (width > 0 && width + 1 + wordWidth > columns) {
        lines.add(line.toString());
        line.setLength(0);
        width = 0;
      } else if (line.length() > 0) {
        line.append(' ');
        width++;
      }
      line.append(word);
      width += wordWidth;
    }
    lines.add(line.toString());
    return lines;
  }
}
