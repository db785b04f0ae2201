package dev.dmalint.reports;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text for SARIF's messages. There, {@code {0}} is a placeholder and {@code [text](target)} a link:
 * text that only looks like one is escaped as SARIF 2.1.0 says in 3.11.5 and 3.11.6.
 */
final class SarifText {
  /** GitHub takes descriptions of at most this many characters. */
  private static final int LONGEST_DESCRIPTION = 1024;

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9]+)}");
  private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)](?=\\()");

  private SarifText() {}

  /** {@return text that every reader of SARIF takes literally} */
  static String literal(String text) {
    String noPlaceholders = PLACEHOLDER.matcher(text).replaceAll("{{$1}}");
    return LINK.matcher(noPlaceholders).replaceAll("\\\\[$1\\\\]");
  }

  /** {@return literal text with a full stop after its last word} */
  static String sentence(String text) {
    String trimmed = text.strip();
    boolean ended = trimmed.endsWith(".") || trimmed.endsWith("!") || trimmed.endsWith("?");
    return literal(ended ? trimmed : trimmed + ".");
  }

  /** {@return a text cut to the length that descriptions may have} */
  static String description(String text) {
    if (text.length() <= LONGEST_DESCRIPTION) {
      return text;
    }
    int end = text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_DESCRIPTION - 4));
    return text.substring(0, end) + "...";
  }

  /** {@return {@code TwoWords} for {@code two-words}} */
  static String pascalCase(String kebabCase) {
    return Arrays.stream(kebabCase.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
