package dev.dmalint.reports;

import dev.dmalint.findings.Finding;
import dev.dmalint.findings.Report;
import dev.dmalint.findings.RuleInfo;
import dev.dmalint.findings.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the rules that ran, and the weaknesses they name. */
final class SarifRules {
  private static final String CWE = "CWE";

  private final List<RuleInfo> rules;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final TreeSet<Integer> weaknesses = new TreeSet<>();
  private final JsonText json;

  SarifRules(JsonText json, Report report) {
    this.json = json;
    this.rules = rules(report);
    for (RuleInfo rule : rules) {
      indexes.put(rule.id(), indexes.size());
      weaknesses.addAll(rule.cwe());
    }
  }

  /** The rules that ran, then those that findings name although none of that name ran. */
  private static List<RuleInfo> rules(Report report) {
    List<RuleInfo> rules = new ArrayList<>(report.rules());
    TreeSet<String> known =
        rules.stream().map(RuleInfo::id).collect(Collectors.toCollection(TreeSet::new));
    for (Finding finding : report.findings()) {
      if (known.add(finding.rule())) {
        rules.add(RuleInfo.named(finding.rule(), finding.severity()));
      }
    }
    return rules;
  }

  /** {@return where a rule stands in the list} */
  int index(String rule) {
    return indexes.getOrDefault(rule, -1);
  }

  void rules() {
    json.array("rules", rules, this::rule);
  }

  private void rule(RuleInfo rule) {
    String summary = summary(rule);
    json.text("id", rule.id()).text("name", SarifText.pascalCase(rule.id()));
    text("shortDescription", SarifText.description(summary));
    text("fullDescription", SarifText.description(full(rule, summary)));
    json.object("help", () -> help(rule, summary));
    json.object("defaultConfiguration", () -> json.text("level", rule.severity().word()));
    if (!rule.cwe().isEmpty()) {
      json.array("relationships", rule.cwe(), this::relationship);
    }
    json.object("properties", () -> properties(rule));
  }

  /** Descriptions may not be empty, so a rule that has no summary is described by its name. */
  private static String summary(RuleInfo rule) {
    return SarifText.sentence(
        rule.summary().isBlank() ? rule.id().replace('-', ' ') : rule.summary());
  }

  private static String full(RuleInfo rule, String summary) {
    String mistake = rule.mistake().map(number -> " Mistake " + number + ".").orElse("");
    String source =
        rule.source().isBlank() ? "" : " Source of the fact: " + SarifText.sentence(rule.source());
    return summary + mistake + source;
  }

  private void help(RuleInfo rule, String summary) {
    if (rule.page().isBlank()) {
      json.text("text", full(rule, summary));
    } else {
      json.text("text", SarifText.literal(rule.page())).text("markdown", rule.page());
    }
  }

  private void relationship(int weakness) {
    json.object("target", () -> weakness(weakness)).texts("kinds", List.of("relevant"));
  }

  private void weakness(int weakness) {
    json.text("id", CWE + "-" + weakness)
        .number("index", weaknesses.headSet(weakness).size())
        .object("toolComponent", () -> json.text("name", CWE).number("index", 0));
  }

  private void properties(RuleInfo rule) {
    json.texts(
        "tags",
        Stream.concat(
                rule.tags().stream(),
                rule.cwe().stream().map(number -> "external/cwe/cwe-" + number))
            .toList());
    rule.mistake().ifPresent(mistake -> json.text("mistake", mistake));
    json.text("since", rule.since());
    // A rule of the catalogue is silent where it does not know; what a model declares is its own.
    json.text("precision", rule.mistake().isPresent() ? "high" : "medium");
    json.text("problem.severity", problemSeverity(rule.severity()));
    if (!rule.cwe().isEmpty()) {
      json.text("security-severity", securitySeverity(rule.severity()));
    }
  }

  private static String problemSeverity(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "recommendation";
    };
  }

  /** The lower bounds of GitHub's classes high, medium and low: no score was worked out. */
  private static String securitySeverity(Severity severity) {
    return switch (severity) {
      case ERROR -> "7.0";
      case WARNING -> "4.0";
      case NOTE -> "0.1";
    };
  }

  /** Writes, into the driver, that the list of weaknesses is understood. */
  void supportedTaxonomies() {
    if (!weaknesses.isEmpty()) {
      json.array(
          "supportedTaxonomies", List.of(CWE), name -> json.text("name", name).number("index", 0));
    }
  }

  /** Writes, into the run, the weaknesses that rules name. */
  void taxonomies() {
    if (weaknesses.isEmpty()) {
      return;
    }
    json.array(
        "taxonomies",
        List.of(CWE),
        name -> {
          json.text("name", name).text("organization", "MITRE");
          text("shortDescription", "The Common Weakness Enumeration.");
          json.flag("isComprehensive", false);
          json.array("taxa", weaknesses, number -> json.text("id", CWE + "-" + number));
        });
  }

  /** Writes, into a result, the weaknesses its rule names. */
  void taxa(String rule) {
    int index = index(rule);
    if (index >= 0 && !rules.get(index).cwe().isEmpty()) {
      json.array("taxa", rules.get(index).cwe(), this::weakness);
    }
  }

  private void text(String name, String text) {
    json.object(name, () -> json.text("text", text));
  }
}
