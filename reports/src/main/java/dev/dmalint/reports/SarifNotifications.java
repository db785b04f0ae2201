package dev.dmalint.reports;

import dev.dmalint.findings.Gap;
import dev.dmalint.findings.Report;
import java.util.Arrays;
import java.util.List;

/** Writes what was not analysed as notifications, and what their kinds mean. */
final class SarifNotifications {
  private final JsonText json;

  SarifNotifications(JsonText json) {
    this.json = json;
  }

  /** Writes, into the driver, each kind of gap that the report has. */
  void descriptors(Report report) {
    json.array("notifications", kinds(report), this::descriptor);
  }

  private static List<Gap.Kind> kinds(Report report) {
    return Arrays.stream(Gap.Kind.values())
        .filter(kind -> report.coverage().gaps().stream().anyMatch(gap -> gap.kind() == kind))
        .toList();
  }

  private void descriptor(Gap.Kind kind) {
    String meaning = meaning(kind);
    json.text("id", kind.word()).text("name", SarifText.pascalCase("gap-" + kind.word()));
    text("shortDescription", meaning);
    text("fullDescription", meaning + " What depends on it may be missing among the results.");
    text("help", "The notification's message says what is missing and what to do.");
    json.object("defaultConfiguration", () -> json.text("level", level(kind)));
  }

  /** Writes, into the run, that it went well, and all gaps and notes. */
  void invocation(Report report, SarifPlaces places) {
    List<Gap.Kind> kinds = kinds(report);
    json.array(
        "invocations",
        () ->
            json.object(
                () -> {
                  json.flag("executionSuccessful", true);
                  json.array(
                      "toolExecutionNotifications",
                      () -> {
                        report.coverage().gaps().forEach(gap -> gap(gap, kinds, places));
                        report.notes().forEach(this::note);
                      });
                }));
  }

  private void gap(Gap gap, List<Gap.Kind> kinds, SarifPlaces places) {
    json.object(
        () -> {
          json.object(
              "descriptor",
              () -> json.text("id", gap.kind().word()).number("index", kinds.indexOf(gap.kind())));
          json.text("level", level(gap.kind()));
          text("message", SarifText.sentence(gap.message()));
          if (!gap.file().isEmpty()) {
            json.array("locations", () -> json.object(() -> places.gap(gap)));
          }
        });
  }

  private void note(String note) {
    json.object(
        () -> {
          json.text("level", "note");
          text("message", SarifText.sentence(note));
        });
  }

  private static String level(Gap.Kind kind) {
    return switch (kind) {
      case NOT_A_FILE, MISSING_TYPE -> "note";
      case UNREADABLE, NOT_TEXT, TOO_LARGE, SYNTAX, NOT_LOWERED, FAILED, BOUND, IDENTITY ->
          "warning";
    };
  }

  private static String meaning(Gap.Kind kind) {
    return switch (kind) {
      case UNREADABLE -> "A file could not be read.";
      case NOT_TEXT -> "A file is not text in an encoding that was understood.";
      case TOO_LARGE -> "A file is larger than the limit.";
      case NOT_A_FILE -> "A symbolic link was not followed, or a special file not opened.";
      case SYNTAX -> "A file has syntax errors; what could be recovered was analysed.";
      case MISSING_TYPE -> "No source and no class path entry declares a type or member.";
      case NOT_LOWERED -> "A construct was left out of the analysis.";
      case FAILED -> "The analysis failed on a file.";
      case BOUND -> "A bound of the analysis was reached.";
      case IDENTITY -> "A file that says what a device is could not be understood.";
    };
  }

  private void text(String name, String text) {
    json.object(name, () -> json.text("text", text));
  }
}
