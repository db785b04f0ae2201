package dev.dmalint.findings;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What there is to know of a rule without running it.
 *
 * @param id kebab-case name, the fault it finds
 * @param severity the mistake's worst effect on a shipped platform
 * @param mistake the catalogue's number, such as {@code E01}; empty for a rule of a model file
 * @param since the first version that had it
 * @param summary one sentence without a full stop
 * @param source where the fact behind the rule can be read
 * @param tags words to group rules by, sorted
 * @param cwe numbers of weaknesses in the Common Weakness Enumeration
 * @param page the rule's page in Markdown; empty where none ships
 */
public record RuleInfo(
    String id,
    Severity severity,
    Optional<String> mistake,
    String since,
    String summary,
    String source,
    List<String> tags,
    List<Integer> cwe,
    String page)
    implements Comparable<RuleInfo> {
  public RuleInfo {
    if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("not a rule name: \"" + id + "\"");
    }
    requireNonNull(severity);
    requireNonNull(mistake);
    requireNonNull(since);
    requireNonNull(summary);
    requireNonNull(source);
    tags = tags.stream().sorted().distinct().toList();
    cwe = cwe.stream().sorted().distinct().toList();
    requireNonNull(page);
  }

  /** {@return a rule of that name and severity with nothing else said yet} */
  public static RuleInfo named(String id, Severity severity) {
    return new RuleInfo(id, severity, Optional.empty(), "0.1", "", "", List.of(), List.of(), "");
  }

  /** {@return this rule as the one that finds {@code mistake}} */
  public RuleInfo mistake(String number) {
    return new RuleInfo(id, severity, Optional.of(number), since, summary, source, tags, cwe, page);
  }

  /** {@return this rule, first shipped in {@code version}} */
  public RuleInfo since(String version) {
    return new RuleInfo(id, severity, mistake, version, summary, source, tags, cwe, page);
  }

  /** {@return this rule with that one-sentence summary} */
  public RuleInfo summary(String sentence) {
    return new RuleInfo(id, severity, mistake, since, sentence, source, tags, cwe, page);
  }

  /** {@return this rule with the source of its fact} */
  public RuleInfo source(String reference) {
    return new RuleInfo(id, severity, mistake, since, summary, reference, tags, cwe, page);
  }

  /** {@return this rule with those tags} */
  public RuleInfo tags(String... words) {
    return new RuleInfo(id, severity, mistake, since, summary, source, List.of(words), cwe, page);
  }

  /** {@return this rule with those weakness numbers} */
  public RuleInfo cwe(Integer... numbers) {
    return new RuleInfo(
        id, severity, mistake, since, summary, source, tags, List.of(numbers), page);
  }

  /** {@return this rule with its page} */
  public RuleInfo page(String markdown) {
    return new RuleInfo(id, severity, mistake, since, summary, source, tags, cwe, markdown);
  }

  /** Orders by mistake number where there is one, then by name. */
  @Override
  public int compareTo(RuleInfo other) {
    int byMistake = mistake.orElse("~").compareTo(other.mistake.orElse("~"));
    return byMistake != 0 ? byMistake : id.compareTo(other.id);
  }
}
