package dev.dmalint.reports;

import dev.dmalint.findings.Coverage;
import dev.dmalint.findings.Finding;
import dev.dmalint.findings.Path;
import dev.dmalint.findings.PathStep;
import dev.dmalint.findings.Platforms;
import dev.dmalint.findings.Report;
import dev.dmalint.findings.RuleInfo;
import dev.dmalint.findings.SourceSpan;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** A report as {@code report.schema.json} describes it; what a field means is written there. */
final class JsonRenderer implements Renderer {
  /** Raised when a reader of the version before would misunderstand a report. */
  private static final int REPORT_VERSION = 1;

  @Override
  public void render(Report report, Writer out) throws IOException {
    JsonText.write(out, Integer.MAX_VALUE, json -> report(json, report));
  }

  private static void report(JsonText json, Report report) {
    json.object(
        "tool",
        () ->
            json.text("name", "dmalint")
                .text("version", report.toolVersion())
                .number("reportVersion", REPORT_VERSION));
    json.object("coverage", () -> coverage(json, report.coverage()));
    json.array("findings", report.findings(), finding -> finding(json, finding));
    json.texts("notes", report.notes());
    json.array(
        "platforms",
        report.platforms(),
        platform ->
            json.text("id", platform.id())
                .text("name", platform.name())
                .texts("worlds", platform.worlds()));
    json.array("rules", report.rules(), rule -> rule(json, rule));
  }

  /** Writes the counts and the gaps as properties of the object that is open. */
  private static void coverage(JsonText json, Coverage coverage) {
    counts(json, coverage);
    json.array(
        "gaps",
        coverage.gaps(),
        gap ->
            json.text("kind", gap.kind().word())
                .text("file", gap.file())
                .number("line", gap.line())
                .text("message", gap.message()));
  }

  /** Writes the five counts of files as properties of the object that is open. */
  static void counts(JsonText json, Coverage coverage) {
    json.number("indexed", coverage.indexed())
        .number("parsed", coverage.parsed())
        .number("partial", coverage.partial())
        .number("failed", coverage.failed())
        .number("skipped", coverage.skipped());
  }

  private static void finding(JsonText json, Finding finding) {
    json.text("rule", finding.rule());
    finding.mistake().ifPresent(mistake -> json.text("mistake", mistake));
    json.texts("also", finding.also())
        .text("severity", finding.severity().word())
        .text("confidence", finding.confidence().word())
        .text("file", finding.at().file())
        .number("line", finding.at().line())
        .number("column", finding.at().column())
        .text("message", finding.message())
        .object("platforms", () -> platforms(json, finding.platforms()))
        .array("path", finding.path().steps(), step -> step(json, step))
        .array("paths", finding.paths(), path -> path(json, path))
        .texts("driver", finding.driver())
        .texts("assumptions", finding.assumptions())
        .text("fingerprint", finding.fingerprint());
  }

  /** Writes the lists and the conditions as properties of the object that is open. */
  static void platforms(JsonText json, Platforms platforms) {
    json.texts("breaks", platforms.breaks())
        .texts("works", platforms.works())
        .texts("unknown", platforms.unknown())
        .texts("notApplicable", platforms.notApplicable())
        .object("conditions", () -> platforms.conditions().forEach(json::text));
  }

  private static void step(JsonText json, PathStep step) {
    json.text("file", step.at().file())
        .number("line", step.at().line())
        .number("column", step.at().column())
        .text("message", step.message())
        .text("space", step.space());
  }

  private static void path(JsonText json, Path path) {
    json.texts("platforms", path.platforms());
    json.array(
        "steps",
        path.steps(),
        step -> {
          SourceSpan at = step.at();
          json.text("kind", step.kind().name().toLowerCase(Locale.ROOT));
          step(json, step);
          json.number("endLine", at.endLine()).number("endColumn", at.endColumn());
        });
  }

  private static void rule(JsonText json, RuleInfo rule) {
    json.text("id", rule.id());
    rule.mistake().ifPresent(mistake -> json.text("mistake", mistake));
    json.text("severity", rule.severity().word())
        .text("summary", rule.summary())
        .text("since", rule.since())
        .texts("tags", rule.tags());
  }
}
