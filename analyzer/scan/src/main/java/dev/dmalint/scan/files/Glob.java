package dev.dmalint.scan.files;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * A pattern over paths. {@code *} stands for any characters of one part, {@code ?} for one, {@code
 * **} for any parts; all others stand for themselves. A pattern of one part matches at any depth.
 * What matches a folder excludes all below it. Matching takes time in the product of both lengths,
 * whatever the pattern.
 */
public final class Glob {
  private static final String ANY_PARTS = "**";

  private final String text;
  private final List<String> parts;

  private Glob(String text, List<String> parts) {
    this.text = text;
    this.parts = parts;
  }

  /**
   * {@return the pattern written so; a leading {@code ./} or {@code /} and a last '/' are dropped}
   */
  public static Glob of(String text) {
    String bare = text.replaceFirst("^\\.?/+", "").replaceFirst("/+$", "");
    String anchored = bare.contains("/") || text.startsWith("/") ? bare : ANY_PARTS + "/" + bare;
    return new Glob(text, Arrays.asList(anchored.split("/+")));
  }

  /** {@return whether a relative path with '/' between its parts is meant} */
  public boolean matches(String path) {
    return matches(
        parts,
        Arrays.asList(path.split("/")),
        ANY_PARTS,
        (pattern, part) -> matches(characters(pattern), characters(part), "*", Glob::same));
  }

  private static boolean same(String pattern, String character) {
    return pattern.equals("?") || pattern.equals(character);
  }

  private static List<String> characters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  /** Goes back to the last wildcard only: what an earlier one took can stay as it is. */
  private static boolean matches(
      List<String> pattern, List<String> text, String any, BiPredicate<String, String> one) {
    int at = 0;
    int wildcard = -1;
    int resume = 0;
    int index = 0;
    while (index < text.size()) {
      if (at < pattern.size() && pattern.get(at).equals(any)) {
        wildcard = at++;
        resume = index;
      } else if (at < pattern.size() && one.test(pattern.get(at), text.get(index))) {
        at++;
        index++;
      } else if (wildcard >= 0) {
        at = wildcard + 1;
        index = ++resume;
      } else {
        return false;
      }
    }
    return pattern.subList(at, pattern.size()).stream().allMatch(any::equals);
  }

  @Override
  public String toString() {
    return text;
  }
}
