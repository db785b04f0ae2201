package dev.dmalint.reports;

import dev.dmalint.findings.Finding;
import dev.dmalint.findings.Gap;
import dev.dmalint.findings.PathStep;
import dev.dmalint.findings.Report;
import dev.dmalint.findings.SourceSpan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes where things are: the list of files that a report names, and places in them. */
final class SarifPlaces {
  private static final String ROOT = "%SRCROOT%";

  /** More of a source line than this, in UTF-16 units, is not repeated in a report. */
  private static final int LONGEST_SNIPPET = 400;

  /** Units shown at either side of a place in a line that is longer. */
  private static final int CONTEXT = 80;

  private final TreeSet<String> files = new TreeSet<>();
  private final Map<String, Integer> indexes = new HashMap<>();
  private final JsonText json;

  SarifPlaces(JsonText json, Report report) {
    this.json = json;
    report.findings().stream().flatMap(SarifPlaces::files).forEach(files::add);
    report.coverage().gaps().stream()
        .map(Gap::file)
        .filter(file -> !file.isEmpty())
        .forEach(files::add);
    files.forEach(file -> indexes.put(file, indexes.size()));
  }

  private static Stream<String> files(Finding finding) {
    return Stream.concat(
            Stream.of(finding.at()),
            finding.paths().stream().flatMap(path -> path.steps().stream()).map(PathStep::at))
        .map(SourceSpan::file);
  }

  /** Writes what the base of every location is; where it lies on a disk is nobody's business. */
  void roots() {
    json.object(
        "originalUriBaseIds",
        () ->
            json.object(
                ROOT,
                () ->
                    json.object(
                        "description", () -> json.text("text", "The root of the scanned tree."))));
  }

  void artifacts() {
    json.array(
        "artifacts",
        files,
        file -> {
          json.object("location", () -> uri(file));
          json.texts("roles", List.of("analysisTarget"));
          if (file.endsWith(".java")) {
            json.text("sourceLanguage", "java");
          }
        });
  }

  /** Writes the physical location of a finding, which is one line however long its span is. */
  void primary(Finding finding) {
    SourceSpan at = finding.at();
    String excerpt = Steps.onPrimaryLine(finding).map(PathStep::excerpt).orElse("");
    int endColumn = at.endColumn();
    if (at.endLine() > at.line()) {
      endColumn = Math.max(at.column(), excerpt.isEmpty() ? 0 : excerpt.length() + 1);
    }
    physical(new SourceSpan(at.file(), at.line(), at.column(), at.line(), endColumn), excerpt);
  }

  /** Writes the physical location of a step. */
  void step(PathStep step) {
    physical(step.at(), step.excerpt());
  }

  /** Writes the physical location of a gap. */
  void gap(Gap gap) {
    json.object(
        "physicalLocation",
        () -> {
          artifactLocation(gap.file());
          json.object("region", () -> json.number("startLine", gap.line()));
        });
  }

  private void physical(SourceSpan at, String line) {
    boolean known =
        at.line() == at.endLine()
            && at.endColumn() <= line.length() + 1
            && at.endColumn() - at.column() <= LONGEST_SNIPPET
            && !line.isBlank();
    json.object(
        "physicalLocation",
        () -> {
          artifactLocation(at.file());
          json.object(
              "region",
              () -> {
                region(at);
                if (known) {
                  snippet(line.substring(at.column() - 1, at.endColumn() - 1));
                }
              });
          if (known) {
            json.object("contextRegion", () -> context(at, line));
          }
        });
  }

  private void region(SourceSpan at) {
    json.number("startLine", at.line())
        .number("startColumn", at.column())
        .number("endLine", at.endLine())
        .number("endColumn", at.endColumn());
  }

  /** The whole line, or of a long one what stands near the place. */
  private void context(SourceSpan at, String line) {
    if (line.length() <= LONGEST_SNIPPET) {
      json.number("startLine", at.line());
      snippet(line);
      return;
    }
    int from = Math.max(1, at.column() - CONTEXT);
    int to = Math.min(line.length() + 1, at.endColumn() + CONTEXT);
    region(new SourceSpan(at.file(), at.line(), from, at.line(), to));
    snippet(line.substring(from - 1, to - 1));
  }

  private void snippet(String text) {
    json.object("snippet", () -> json.text("text", text));
  }

  private void artifactLocation(String file) {
    json.object("artifactLocation", () -> uri(file));
  }

  private void uri(String file) {
    json.text("uri", SarifUri.of(file)).text("uriBaseId", ROOT);
    Integer index = indexes.get(file);
    if (index != null) {
      json.number("index", index);
    }
  }
}
