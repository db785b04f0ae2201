package dev.dmalint.scan;

import dev.dmalint.analyzer.rule.Rule;
import dev.dmalint.findings.Finding;
import dev.dmalint.findings.RuleInfo;
import dev.dmalint.findings.Severity;
import dev.dmalint.scan.configuration.RuleSetting;
import dev.dmalint.scan.usage.Located;
import dev.dmalint.scan.usage.UsageException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which rules of a catalogue run, and how severe they are.
 *
 * @param run the rules to run
 * @param infos what is known of the rules that are on, with their severity
 * @param off names of the rules that are not
 * @param severities of the rules for which the configuration says one, by name
 */
record RuleSelection(
    List<Rule> run, List<RuleInfo> infos, Set<String> off, Map<String, Severity> severities) {
  RuleSelection {
    run = List.copyOf(run);
    infos = List.copyOf(infos);
    off = Set.copyOf(off);
    severities = Map.copyOf(severities);
  }

  /**
   * Chooses rules.
   *
   * @param wanted rules to look for, whatever the settings switch off; empty: all that are on
   * @param settings what the configuration says, the last beats the first
   */
  static RuleSelection of(RuleCatalogue catalogue, List<Located> wanted, List<RuleSetting> settings)
      throws UsageException {
    Set<String> off = new TreeSet<>();
    Map<String, Severity> severities = new TreeMap<>();
    for (RuleSetting setting : settings) {
      for (RuleInfo info : catalogue.named(setting.rule())) {
        off.remove(info.id());
        setting
            .severity()
            .ifPresentOrElse(
                severity -> severities.put(info.id(), severity), () -> off.add(info.id()));
      }
    }
    if (!wanted.isEmpty()) {
      catalogue.infos().forEach(info -> off.add(info.id()));
      for (Located word : wanted) {
        catalogue.named(word).forEach(info -> off.remove(info.id()));
      }
    }
    List<RuleInfo> on =
        catalogue.infos().stream()
            .filter(info -> !off.contains(info.id()))
            .map(info -> withSeverity(info, severities.getOrDefault(info.id(), info.severity())))
            .toList();
    return new RuleSelection(run(catalogue, on), on, off, severities);
  }

  /** A rule that a model declares has no class of its own: another one reports under its name. */
  private static List<Rule> run(RuleCatalogue catalogue, List<RuleInfo> on) {
    Set<String> classes =
        catalogue.rules().stream().map(rule -> rule.info().id()).collect(Collectors.toSet());
    Set<String> wanted = on.stream().map(RuleInfo::id).collect(Collectors.toSet());
    return classes.containsAll(wanted)
        ? catalogue.rules().stream().filter(rule -> wanted.contains(rule.info().id())).toList()
        : catalogue.rules();
  }

  /** {@return the findings of rules that are on, with the severity that the configuration says} */
  List<Finding> apply(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> !off.contains(finding.rule()))
        .map(
            finding ->
                withSeverity(finding, severities.getOrDefault(finding.rule(), finding.severity())))
        .toList();
  }

  private static RuleInfo withSeverity(RuleInfo info, Severity severity) {
    return new RuleInfo(
        info.id(),
        severity,
        info.mistake(),
        info.since(),
        info.summary(),
        info.source(),
        info.tags(),
        info.cwe(),
        info.page());
  }

  private static Finding withSeverity(Finding finding, Severity severity) {
    return new Finding(
        finding.rule(),
        finding.mistake(),
        finding.also(),
        severity,
        finding.confidence(),
        finding.at(),
        finding.message(),
        finding.platforms(),
        finding.paths(),
        finding.drivers(),
        finding.assumptions(),
        finding.fingerprint());
  }
}
