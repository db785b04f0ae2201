package dev.dmalint.findings;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One mistake at one place.
 *
 * @param rule name of the rule that found it
 * @param mistake the catalogue's number; empty for rules of models that declare none
 * @param also numbers of other mistakes that the same arrival makes, sorted
 * @param severity how bad
 * @param confidence how sure
 * @param at the primary place: the wrong consumer, or what the rule's page says
 * @param message the fact in one sentence, without advice
 * @param platforms where it breaks and where it does not
 * @param paths the kept paths, at least one and at most ten; together they cover every platform it
 *     breaks on, the shortest first
 * @param drivers the driver classes that reach it, by binary name, each with where it breaks for
 *     that driver; empty outside drivers
 * @param assumptions what was assumed about the device rather than read from the source, sentences
 * @param fingerprint lower-case hex that stays the same while lines move
 */
public record Finding(
    String rule,
    Optional<String> mistake,
    List<String> also,
    Severity severity,
    Confidence confidence,
    SourceSpan at,
    String message,
    Platforms platforms,
    List<Path> paths,
    SortedMap<String, Platforms> drivers,
    List<String> assumptions,
    String fingerprint)
    implements Comparable<Finding> {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::at)
          .thenComparing(Finding::rule)
          .thenComparing(finding -> finding.path().steps().get(0).at())
          .thenComparing(Finding::fingerprint);

  public Finding {
    requireNonNull(rule);
    requireNonNull(mistake);
    also = List.copyOf(also);
    requireNonNull(severity);
    requireNonNull(confidence);
    requireNonNull(at);
    requireNonNull(message);
    requireNonNull(platforms);
    paths = List.copyOf(paths);
    drivers = Collections.unmodifiableSortedMap(new TreeMap<>(drivers));
    assumptions = List.copyOf(assumptions);
    requireNonNull(fingerprint);
    if (paths.isEmpty()) {
      throw new IllegalArgumentException("a finding has at least one path");
    }
  }

  /**
   * A mistake that all its drivers make on the same platforms.
   *
   * @param driver binary names of the driver classes
   */
  public Finding(
      String rule,
      Optional<String> mistake,
      List<String> also,
      Severity severity,
      Confidence confidence,
      SourceSpan at,
      String message,
      Platforms platforms,
      List<Path> paths,
      List<String> driver,
      List<String> assumptions,
      String fingerprint) {
    this(
        rule,
        mistake,
        also,
        severity,
        confidence,
        at,
        message,
        platforms,
        paths,
        each(driver, platforms),
        assumptions,
        fingerprint);
  }

  private static SortedMap<String, Platforms> each(List<String> drivers, Platforms platforms) {
    SortedMap<String, Platforms> result = new TreeMap<>();
    drivers.forEach(driver -> result.put(driver, platforms));
    return result;
  }

  /** {@return binary names of the driver classes that reach it, sorted} */
  public List<String> driver() {
    return List.copyOf(drivers.keySet());
  }

  /** {@return the shortest kept path} */
  public Path path() {
    return paths.get(0);
  }

  /** Orders by place, rule, source and fingerprint: the order of every report. */
  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
