package dev.dmalint.reports;

import dev.dmalint.findings.PlatformInfo;
import dev.dmalint.findings.Report;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/**
 * A report as SARIF 2.1.0: one run, one result a finding, its primary place on one line, its paths
 * inline. File names are relative to {@code %SRCROOT%}.
 */
final class SarifRenderer implements Renderer {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** Deeper than the steps of a path, nothing is worth a line of its own. */
  private static final int LINES_DOWN_TO = 5;

  private static final Pattern SEMANTIC_VERSION =
      Pattern.compile(
          "(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)"
              + "(-[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?");

  private final LineHashes lineHashes;

  SarifRenderer(LineHashes lineHashes) {
    this.lineHashes = lineHashes;
  }

  @Override
  public void render(Report report, Writer out) throws IOException {
    JsonText.write(
        out,
        LINES_DOWN_TO,
        json -> {
          json.text("$schema", SCHEMA).text("version", "2.1.0");
          json.array("runs", () -> json.object(() -> run(json, report)));
        });
  }

  private void run(JsonText json, Report report) {
    SarifPlaces places = new SarifPlaces(json, report);
    SarifRules rules = new SarifRules(json, report);
    SarifNotifications notifications = new SarifNotifications(json);
    json.object(
        "tool", () -> json.object("driver", () -> driver(json, report, rules, notifications)));
    rules.taxonomies();
    notifications.invocation(report, places);
    json.object("automationDetails", () -> json.text("id", "dmalint/"));
    json.text("columnKind", "utf16CodeUnits");
    places.roots();
    places.artifacts();
    new SarifResults(json, places, rules, lineHashes).results(report);
    json.object("properties", () -> properties(json, report));
  }

  private static void driver(
      JsonText json, Report report, SarifRules rules, SarifNotifications notifications) {
    json.text("name", "dmalint").text("version", report.toolVersion());
    if (SEMANTIC_VERSION.matcher(report.toolVersion()).matches()) {
      json.text("semanticVersion", report.toolVersion());
    }
    rules.rules();
    notifications.descriptors(report);
    rules.supportedTaxonomies();
  }

  private static void properties(JsonText json, Report report) {
    json.object("coverage", () -> JsonRenderer.counts(json, report.coverage()));
    json.object(
        "platforms",
        () -> {
          for (PlatformInfo platform : report.platforms()) {
            json.text(platform.id(), platform.name());
          }
        });
  }
}
