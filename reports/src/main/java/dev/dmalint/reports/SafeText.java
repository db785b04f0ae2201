package dev.dmalint.reports;

/**
 * Scanned text made harmless for a terminal. What could move the cursor, change the terminal's
 * state, reorder text or hide in it becomes a visible mark such as {@code <U+001B>}: control
 * characters (tab and line end too), format characters (bidirectional and zero-width ones),
 * invisible fillers, line and paragraph separators, and halves of surrogate pairs.
 */
public final class SafeText {
  private SafeText() {}

  /** {@return {@code text} with a mark for each character that a terminal must not see} */
  public static String of(String text) {
    int safe = 0;
    while (safe < text.length() && isSafe(text.codePointAt(safe))) {
      safe += Character.charCount(text.codePointAt(safe));
    }
    if (safe == text.length()) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length() + 16).append(text, 0, safe);
    text.substring(safe).codePoints().forEach(point -> append(result, point));
    return result.toString();
  }

  private static void append(StringBuilder result, int point) {
    if (isSafe(point)) {
      result.appendCodePoint(point);
    } else {
      result.append("<U+%04X>".formatted(point));
    }
  }

  /** {@return whether a terminal may see that character} */
  static boolean isSafe(int point) {
    if (point >= 0x20 && point < 0x7f) {
      return true;
    }
    return !isInvisible(point)
        && switch (Character.getType(point)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
  }

  /** Letters and marks that print nothing; Unicode lists them as default ignorable. */
  private static boolean isInvisible(int point) {
    return switch (point) {
      case 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180f, 0x2065, 0x3164, 0xffa0 -> true;
      default ->
          (point >= 0x180b && point <= 0x180e)
              || (point >= 0xfff0 && point <= 0xfff8)
              || (point >= 0xe0000 && point <= 0xe0fff);
    };
  }
}
