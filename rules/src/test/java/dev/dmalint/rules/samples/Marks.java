package dev.dmalint.rules.samples;

import dev.dmalint.findings.Finding;
import dev.dmalint.rules.samples.Mark.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The marks of one file, and what they and an analysis disagree about.
 *
 * <p>Each {@code want} and each {@code spurious} stands for one finding: two findings on a line
 * need two marks. The path of a wanted finding starts at a {@code source} of its rule.
 *
 * @param file path as findings name it
 * @param all in the order of the text
 */
public record Marks(String file, List<Mark> all) {
  public Marks {
    all = List.copyOf(all);
  }

  /**
   * {@return the marks in the comments of a file}
   *
   * @param file path as findings name it
   * @param text its whole text
   * @throws IllegalArgumentException if a comment starts like a mark and is none; the message says
   *     where and why
   */
  public static Marks in(String file, String text) {
    return new Marks(file, new MarkReader(file, text).read());
  }

  /** {@return the marks of one kind} */
  public List<Mark> of(Kind kind) {
    return all.stream().filter(mark -> mark.kind() == kind).toList();
  }

  /**
   * {@return each claim that does not hold and each finding that no mark claims, a sentence each;
   * none if all is as marked}
   *
   * @param findings what was found; those in other files do not count
   */
  public List<String> disagreements(List<Finding> findings) {
    List<Finding> here = findings.stream().filter(each -> each.at().file().equals(file)).toList();
    List<Finding> left = new ArrayList<>(here);
    List<Finding> wanted = new ArrayList<>();
    List<String> result = new ArrayList<>();
    for (Mark mark : of(Kind.WANT)) {
      take(mark, left).ifPresentOrElse(wanted::add, () -> result.add(unmet(mark, here)));
    }
    for (Mark mark : of(Kind.SPURIOUS)) {
      if (take(mark, left).isEmpty()) {
        result.add(at(mark) + "no longer found, so no longer spurious");
      }
    }
    for (Mark mark : of(Kind.MISSED)) {
      if (take(mark, left).isPresent()) {
        result.add(at(mark) + "found by now, so no longer missed");
      }
    }
    left.forEach(finding -> result.add("unmarked: " + words(finding)));
    result.addAll(sources(wanted));
    return result;
  }

  private List<String> sources(List<Finding> wanted) {
    List<String> result = new ArrayList<>();
    List<Mark> sources = of(Kind.SOURCE);
    for (Finding finding : wanted) {
      if (sources.stream().noneMatch(mark -> mark.isSourceOf(finding))) {
        result.add(
            "unmarked source: %s starts at %s"
                .formatted(words(finding), finding.path().steps().get(0).at()));
      }
    }
    for (Mark mark : sources) {
      if (wanted.stream().noneMatch(mark::isSourceOf)) {
        result.add(at(mark) + "no wanted finding starts here");
      }
    }
    return result;
  }

  private static Optional<Finding> take(Mark mark, List<Finding> left) {
    Optional<Finding> found = left.stream().filter(mark::fits).findFirst();
    found.ifPresent(left::remove);
    return found;
  }

  private String unmet(Mark mark, List<Finding> here) {
    String got =
        here.stream()
            .filter(mark::isHere)
            .map(Marks::words)
            .findFirst()
            .orElse("no finding of this rule");
    return at(mark) + "got " + got;
  }

  private String at(Mark mark) {
    StringBuilder words = new StringBuilder();
    words.append("%s:%d: %s %s".formatted(file, mark.line(), mark.kind().word(), mark.rule()));
    mark.message().ifPresent(part -> words.append(" \"").append(part).append('"'));
    mark.breaks().ifPresent(ids -> words.append(" breaks=").append(String.join(",", ids)));
    mark.severity().ifPresent(severity -> words.append(" severity=").append(severity.word()));
    return words.append(": ").toString();
  }

  private static String words(Finding finding) {
    return "%s: %s: %s [%s] breaks=%s"
        .formatted(
            finding.at(),
            finding.severity().word(),
            finding.message(),
            finding.rule(),
            String.join(",", finding.platforms().breaks()));
  }
}
