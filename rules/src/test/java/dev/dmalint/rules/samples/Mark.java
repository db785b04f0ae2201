package dev.dmalint.rules.samples;

import static java.util.Objects.requireNonNull;

import dev.dmalint.findings.Finding;
import dev.dmalint.findings.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one comment says of the line below it.
 *
 * @param kind what it claims
 * @param rule name of the rule
 * @param line the line it is about, from 1
 * @param message part of the finding's message; empty: any
 * @param breaks exactly the platforms the finding breaks on, in any order; empty: any
 * @param severity the finding's severity; empty: any
 * @param replay what the replay says of the finding; empty: nothing claimed
 */
public record Mark(
    Kind kind,
    String rule,
    int line,
    Optional<String> message,
    Optional<List<String>> breaks,
    Optional<Severity> severity,
    Optional<String> replay) {
  public Mark {
    requireNonNull(kind);
    requireNonNull(rule);
    requireNonNull(message);
    breaks = breaks.map(List::copyOf);
    requireNonNull(severity);
    requireNonNull(replay);
  }

  /** {@return whether that is a finding of this rule on this line, whatever it says} */
  boolean isHere(Finding finding) {
    return finding.rule().equals(rule) && finding.at().line() == line;
  }

  /** {@return whether that is the finding, in all that is claimed of it} */
  boolean fits(Finding finding) {
    return isHere(finding)
        && message.map(part -> finding.message().contains(part)).orElse(true)
        && breaks
            .map(ids -> Set.copyOf(finding.platforms().breaks()).equals(Set.copyOf(ids)))
            .orElse(true)
        && severity.map(finding.severity()::equals).orElse(true);
  }

  /** {@return whether the path of that finding starts here} */
  boolean isSourceOf(Finding finding) {
    return finding.rule().equals(rule) && finding.path().steps().get(0).at().line() == line;
  }

  /** What a mark claims. */
  public enum Kind {
    /** Due and found. */
    WANT("want"),
    /** A finding's path starts here. */
    SOURCE("source"),
    /** Due and not found yet. */
    MISSED("missed"),
    /** Found and not due. */
    SPURIOUS("spurious");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** {@return the word that starts the comment} */
    public String word() {
      return word;
    }
  }
}
