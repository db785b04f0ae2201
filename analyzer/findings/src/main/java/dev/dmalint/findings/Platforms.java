package dev.dmalint.findings;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a mistake means on each platform that was analysed. Every such platform stands in exactly
 * one of the four lists; the lists keep the order in which platforms are declared.
 *
 * @param breaks ids of platforms on which it breaks, at least under the condition given
 * @param works ids of platforms on which this code is right
 * @param unknown ids of platforms for which nothing can be said
 * @param notApplicable ids of platforms that have no such consumer
 * @param conditions for a platform that breaks in some of its variants only: when, as {@code when
 *     virtio bit 33 is off}
 */
public record Platforms(
    List<String> breaks,
    List<String> works,
    List<String> unknown,
    List<String> notApplicable,
    SortedMap<String, String> conditions) {
  public Platforms {
    breaks = List.copyOf(breaks);
    works = List.copyOf(works);
    unknown = List.copyOf(unknown);
    notApplicable = List.copyOf(notApplicable);
    conditions = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(conditions));
  }

  /** {@return the four lists with no condition} */
  public static Platforms of(
      List<String> breaks, List<String> works, List<String> unknown, List<String> notApplicable) {
    return new Platforms(breaks, works, unknown, notApplicable, new TreeMap<>(Map.of()));
  }
}
