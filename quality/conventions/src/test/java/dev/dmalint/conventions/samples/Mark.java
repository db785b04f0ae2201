package dev.dmalint.conventions.samples;

import static java.util.Objects.requireNonNull;

import dev.dmalint.findings.Finding;
import dev.dmalint.findings.SourceSpan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What one comment says of the line below it.
 *
 * @param kind what it claims
 * @param rule name of the rule
 * @param file path as findings name it
 * @param line the line it is about, from 1
 * @param message part of the finding's message; empty: any
 * @param breaks exactly the platforms the finding breaks on, in any order; empty: any
 */
record Mark(
    Kind kind,
    String rule,
    String file,
    int line,
    Optional<String> message,
    Optional<List<String>> breaks) {
  Mark {
    requireNonNull(kind);
    requireNonNull(rule);
    requireNonNull(file);
    requireNonNull(message);
    breaks = breaks.map(List::copyOf);
  }

  /** {@return whether the finding is one of this rule on this line, whatever it says} */
  boolean isHere(Finding finding) {
    return finding.rule().equals(rule) && isAt(finding.at());
  }

  /** {@return whether the finding is the one that is claimed} */
  boolean fits(Finding finding) {
    return isHere(finding)
        && message.map(finding.message()::contains).orElse(true)
        && breaks
            .map(ids -> Set.copyOf(finding.platforms().breaks()).equals(Set.copyOf(ids)))
            .orElse(true);
  }

  /** {@return whether the path of the finding starts here} */
  boolean isSourceOf(Finding finding) {
    return finding.rule().equals(rule) && isAt(finding.path().steps().get(0).at());
  }

  private boolean isAt(SourceSpan span) {
    return span.file().equals(file) && span.line() == line;
  }

  @Override
  public String toString() {
    return "%s:%d: %s %s%s%s"
        .formatted(
            file,
            line,
            kind.word(),
            rule,
            message.map(" \"%s\""::formatted).orElse(""),
            breaks.map(ids -> " breaks=" + String.join(",", ids)).orElse(""));
  }

  /** What a mark claims. */
  enum Kind {
    /** Due and found. */
    WANT,
    /** The path of a wanted finding starts here. */
    SOURCE,
    /** Due and not found yet. */
    MISSED,
    /** Found and not due. */
    SPURIOUS;

    /** {@return the word that starts the comment} */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
