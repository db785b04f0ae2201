package dev.dmalint.models.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Finds what somebody meant to write. */
public final class Nearest {
  private Nearest() {}

  /**
   * {@return {@code ; did you mean "..."?} for the known word nearest to {@code written}, or the
   * list of all known ones where none is near}
   *
   * @param written the unknown word
   * @param known the known words
   */
  public static String hint(String written, Collection<String> known) {
    return among(written, known)
        .map(word -> "; did you mean \"" + word + "\"?")
        .orElseGet(
            () -> known.isEmpty() ? "" : "; known are " + String.join(", ", new TreeSet<>(known)));
  }

  /**
   * {@return the known word nearest to {@code written}, the first by alphabet among equals; nothing
   * if more than a third of the letters would have to change}
   *
   * @param written the unknown word
   * @param known the known words
   */
  public static Optional<String> among(String written, Collection<String> known) {
    int best = Math.max(1, written.length() / 3) + 1;
    String found = "";
    for (String word : new TreeSet<>(known)) {
      int distance =
          distance(written.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT), best);
      if (distance < best) {
        best = distance;
        found = word;
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  /** Letters to add, drop or change; {@code limit} if it is that or more. */
  private static int distance(String from, String to, int limit) {
    if (Math.abs(from.length() - to.length()) >= limit) {
      return limit;
    }
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int change = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(above[column - 1] + change, Math.min(above[column], current[column - 1]) + 1);
      }
      above = current;
    }
    return Math.min(limit, above[to.length()]);
  }
}
