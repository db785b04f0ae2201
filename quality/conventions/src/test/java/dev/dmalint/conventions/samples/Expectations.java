package dev.dmalint.conventions.samples;

import dev.dmalint.conventions.samples.Mark.Kind;
import dev.dmalint.findings.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The marks of a tree, and what they and a scan disagree about.
 *
 * <p>Each {@code want} and each {@code spurious} stands for one finding: two findings of a rule on
 * a line need two marks. The path of a wanted finding starts at a {@code source} of its rule, in
 * whichever file.
 *
 * @param marks in the order of files and lines
 */
record Expectations(List<Mark> marks) {
  Expectations {
    marks = List.copyOf(marks);
  }

  /** {@return the marks of one kind} */
  List<Mark> of(Kind kind) {
    return marks.stream().filter(mark -> mark.kind() == kind).toList();
  }

  /** {@return each claim that does not hold and each finding that no mark claims, a line each} */
  List<String> disagreements(List<Finding> findings) {
    List<Finding> left = new ArrayList<>(findings);
    List<Finding> wanted = new ArrayList<>();
    List<String> result = new ArrayList<>();
    for (Mark mark : of(Kind.WANT)) {
      take(mark, left)
          .ifPresentOrElse(
              wanted::add, () -> result.add(mark + ": not met; " + instead(mark, findings)));
    }
    for (Mark mark : of(Kind.SPURIOUS)) {
      if (take(mark, left).isEmpty()) {
        result.add(mark + ": no longer found, so no longer spurious");
      }
    }
    for (Mark mark : of(Kind.MISSED)) {
      if (take(mark, left).isPresent()) {
        result.add(mark + ": found by now, so no longer missed");
      }
    }
    left.forEach(finding -> result.add(words(finding) + ": no mark claims it"));
    result.addAll(sources(wanted));
    return result.stream().sorted().toList();
  }

  private List<String> sources(List<Finding> wanted) {
    List<String> result = new ArrayList<>();
    List<Mark> sources = of(Kind.SOURCE);
    for (Finding finding : wanted) {
      if (sources.stream().noneMatch(mark -> mark.isSourceOf(finding))) {
        result.add(words(finding) + ": its path starts at " + finding.path().steps().get(0).at());
      }
    }
    for (Mark mark : sources) {
      if (wanted.stream().noneMatch(mark::isSourceOf)) {
        result.add(mark + ": no wanted finding starts here");
      }
    }
    return result;
  }

  private static Optional<Finding> take(Mark mark, List<Finding> left) {
    Optional<Finding> found = left.stream().filter(mark::fits).findFirst();
    found.ifPresent(left::remove);
    return found;
  }

  private static String instead(Mark mark, List<Finding> findings) {
    return findings.stream()
        .filter(mark::isHere)
        .map(Expectations::words)
        .findFirst()
        .orElse("no finding of this rule");
  }

  private static String words(Finding finding) {
    return "%s: %s [%s] breaks=%s"
        .formatted(
            finding.at(),
            finding.message(),
            finding.rule(),
            String.join(",", finding.platforms().breaks()));
  }
}
