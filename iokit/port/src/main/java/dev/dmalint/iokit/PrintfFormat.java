package dev.dmalint.iokit;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.IllegalFormatException;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * C's {@code printf} on Java's formatter: length modifiers go, and u, i and p have their C meaning.
 */
final class PrintfFormat {
  private static final Pattern DIRECTIVE =
      Pattern.compile("%([-+ #0,(]*\\d*(?:\\.\\d+)?)(?:hh|h|ll|l|q|z|j|t)?([a-zA-Z%])");

  private PrintfFormat() {}

  static String format(String format, Object... arguments) {
    Object[] values = arguments.clone();
    int[] next = {0};
    String java = DIRECTIVE.matcher(format).replaceAll(found -> directive(found, values, next));
    try {
      return String.format(Locale.ROOT, java, values);
    } catch (IllegalFormatException e) {
      return format + " " + Arrays.toString(arguments);
    }
  }

  private static String directive(MatchResult found, Object[] values, int[] next) {
    String flags = found.group(1);
    String conversion = found.group(2);
    if (conversion.equals("%") || conversion.equals("n")) {
      return "%" + conversion;
    }
    int index = next[0]++;
    return switch (conversion) {
      case "i" -> "%" + flags + "d";
      case "p" -> "%#" + flags.replace("#", "") + "x";
      case "u" -> {
        if (index < values.length) {
          values[index] = unsigned(values[index]);
        }
        yield "%" + flags + "d";
      }
      default -> "%" + flags + conversion;
    };
  }

  private static Object unsigned(Object value) {
    if (value instanceof Integer number) {
      return Integer.toUnsignedLong(number);
    }
    if (value instanceof Long number) {
      return new BigInteger(Long.toUnsignedString(number));
    }
    return value;
  }
}
