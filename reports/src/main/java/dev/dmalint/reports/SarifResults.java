package dev.dmalint.reports;

import dev.dmalint.findings.Finding;
import dev.dmalint.findings.Path;
import dev.dmalint.findings.PathStep;
import dev.dmalint.findings.Platforms;
import dev.dmalint.findings.Report;
import dev.dmalint.findings.SourceSpan;
import java.util.List;

/** Writes the findings as results, each with all its kept paths. */
final class SarifResults {
  private final JsonText json;
  private final SarifPlaces places;
  private final SarifRules rules;
  private final LineHashes lineHashes;

  SarifResults(JsonText json, SarifPlaces places, SarifRules rules, LineHashes lineHashes) {
    this.json = json;
    this.places = places;
    this.rules = rules;
    this.lineHashes = lineHashes;
  }

  void results(Report report) {
    json.array("results", report.findings(), this::result);
  }

  private void result(Finding finding) {
    json.text("ruleId", finding.rule())
        .number("ruleIndex", rules.index(finding.rule()))
        .text("level", finding.severity().word());
    text("message", message(finding));
    json.array("locations", () -> json.object(() -> places.primary(finding)));
    related(finding.path());
    json.array("codeFlows", finding.paths(), this::codeFlow);
    json.object("partialFingerprints", () -> fingerprints(finding));
    rules.taxa(finding.rule());
    json.object("properties", () -> properties(finding));
  }

  /** The fact, where it breaks, and a link to the path's start; some readers show nothing else. */
  private static String message(Finding finding) {
    Platforms platforms = finding.platforms();
    StringBuilder text = new StringBuilder(SarifText.sentence(finding.message()));
    if (!platforms.breaks().isEmpty()) {
      List<String> breaks =
          platforms.breaks().stream().map(id -> withCondition(id, platforms)).toList();
      text.append(" Breaks on ").append(SarifText.literal(String.join(", ", breaks)));
      if (!platforms.works().isEmpty()) {
        text.append("; works on ").append(SarifText.literal(String.join(", ", platforms.works())));
      }
      text.append('.');
    }
    SourceSpan start = finding.path().steps().get(0).at();
    if (!start.equals(finding.at())) {
      text.append(" The path starts [here](1).");
    }
    return text.toString();
  }

  private static String withCondition(String platform, Platforms platforms) {
    String condition = platforms.conditions().get(platform);
    return condition == null ? platform : platform + " (" + condition + ")";
  }

  private void related(Path shortest) {
    json.array(
        "relatedLocations",
        () -> {
          int id = 1;
          for (PathStep step : shortest.steps()) {
            int number = id++;
            json.object(
                () -> {
                  json.number("id", number);
                  places.step(step);
                  text("message", SarifText.sentence(step.message()));
                });
          }
        });
  }

  private void codeFlow(Path path) {
    if (!path.platforms().isEmpty()) {
      text("message", "Breaks on " + SarifText.literal(String.join(", ", path.platforms())) + ".");
    }
    json.array(
        "threadFlows",
        () ->
            json.object(
                () ->
                    json.array(
                        "locations",
                        () -> {
                          int order = 1;
                          for (PathStep step : path.steps()) {
                            step(step, order++);
                          }
                        })));
  }

  private void step(PathStep step, int order) {
    json.object(
        () -> {
          json.object(
              "location",
              () -> {
                places.step(step);
                text("message", SarifText.sentence(step.message()));
              });
          json.texts("kinds", kinds(step.kind()));
          if (!step.space().isEmpty()) {
            json.object("state", () -> text("address space", SarifText.literal(step.space())));
          }
          json.number("executionOrder", order).text("importance", importance(step.kind()));
        });
  }

  /** Words that SARIF 2.1.0 suggests in 3.38.8. */
  private static List<String> kinds(PathStep.Kind kind) {
    return switch (kind) {
      case SOURCE -> List.of("acquire", "value");
      case CALL -> List.of("call");
      case STORE -> List.of("memory");
      case CHANGE -> List.of("value");
      case BRANCH -> List.of("branch");
      case SINK -> List.of("danger");
    };
  }

  private static String importance(PathStep.Kind kind) {
    return switch (kind) {
      case SOURCE, SINK -> "essential";
      case STORE, CHANGE, BRANCH -> "important";
      case CALL -> "unimportant";
    };
  }

  private void fingerprints(Finding finding) {
    if (!finding.fingerprint().isEmpty()) {
      json.text("dmaFlow/v1", finding.fingerprint());
    }
    lineHashes
        .at(finding.at().file(), finding.at().line())
        .ifPresent(hash -> json.text("primaryLocationLineHash", hash));
  }

  private void properties(Finding finding) {
    finding.mistake().ifPresent(mistake -> json.text("mistake", mistake));
    json.texts("also", finding.also())
        .text("confidence", finding.confidence().word())
        .object("platforms", () -> JsonRenderer.platforms(json, finding.platforms()))
        .texts("driver", finding.driver())
        .texts("assumptions", finding.assumptions());
  }

  private void text(String name, String text) {
    json.object(name, () -> json.text("text", text));
  }
}
