package dev.dmalint.findings;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a scan found: the one value that every format renders.
 *
 * @param toolVersion version of dmalint
 * @param coverage how much was analysed
 * @param findings sorted in their natural order
 * @param rules every rule that ran, sorted in its natural order
 * @param platforms every platform that was analysed, in declared order
 * @param notes sentences for the user that are neither findings nor gaps, such as that the tree
 *     holds no Java file
 */
public record Report(
    String toolVersion,
    Coverage coverage,
    List<Finding> findings,
    List<RuleInfo> rules,
    List<PlatformInfo> platforms,
    List<String> notes) {
  public Report {
    requireNonNull(toolVersion);
    requireNonNull(coverage);
    findings = findings.stream().sorted().toList();
    rules = rules.stream().sorted().toList();
    platforms = List.copyOf(platforms);
    notes = List.copyOf(notes);
  }
}
