package dev.dmalint.reports;

import dev.dmalint.findings.Confidence;
import dev.dmalint.findings.Finding;
import dev.dmalint.findings.Path;
import dev.dmalint.findings.Severity;
import dev.dmalint.reports.Terminal.Ink;
import dev.dmalint.reports.TextStyle.Verbosity;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One finding as text: a header that editors can jump from, the offending line, the path, and where
 * it breaks.
 */
final class FindingText {
  private static final int LABEL_WIDTH = 18;

  private final Terminal terminal;
  private final TextStyle style;
  private final Map<String, String> platformNames;

  FindingText(Terminal terminal, TextStyle style, Map<String, String> platformNames) {
    this.terminal = terminal;
    this.style = style;
    this.platformNames = platformNames;
  }

  void header(Finding finding) throws IOException {
    terminal
        .print(Ink.PLACE, finding.at().toString())
        .print(": ")
        .print(ink(finding.severity()), finding.severity().word())
        .print(": ")
        .print(finding.message())
        .print(" ")
        .print(
            Ink.DIM,
            "["
                + finding.rule()
                + "]"
                + finding.mistake().map(number -> " (" + number + ")").orElse(""))
        .line();
  }

  void body(Finding finding) throws IOException {
    PathText path = new PathText(terminal, style, ink(finding.severity()));
    path.primary(finding);
    int shown = style.verbosity() == Verbosity.VERBOSE ? finding.paths().size() : 1;
    for (int number = 1; number <= shown; number++) {
      terminal.line();
      terminal.print("  ").print(Ink.LABEL, heading(finding, number)).line();
      path.steps(finding.paths().get(number - 1), finding.at().file());
    }
    terminal.line();
    platforms(finding);
    facts(finding);
  }

  private String heading(Finding finding, int number) {
    Path path = finding.paths().get(number - 1);
    boolean spaces = path.steps().stream().anyMatch(step -> !step.space().isEmpty());
    String steps =
        CoverageLine.counted(path.steps().size(), "step")
            + (spaces ? ", with the address space at each" : "");
    int more = finding.paths().size() - 1;
    if (more == 0) {
      return "path (" + steps + "):";
    }
    if (style.verbosity() == Verbosity.VERBOSE) {
      return "path %d of %d (%s), breaks on %s:"
          .formatted(number, more + 1, steps, String.join(" ", path.platforms()));
    }
    return "shortest path (%s; -v shows %d more):".formatted(steps, more);
  }

  private void platforms(Finding finding) throws IOException {
    Map<String, String> conditions = finding.platforms().conditions();
    int idWidth =
        Stream.concat(finding.platforms().breaks().stream(), finding.platforms().works().stream())
                .mapToInt(id -> DisplayWidth.of(SafeText.of(id)))
                .max()
                .orElse(0)
            + 2;
    onePerLine("breaks on:", Ink.BROKEN, finding.platforms().breaks(), conditions, idWidth);
    onePerLine("works on:", Ink.RIGHT, finding.platforms().works(), conditions, idWidth);
    together("unknown:", finding.platforms().unknown(), conditions);
    together("not applicable:", finding.platforms().notApplicable(), conditions);
  }

  private void onePerLine(
      String label, Ink ink, List<String> platforms, Map<String, String> conditions, int idWidth)
      throws IOException {
    String shownLabel = label;
    for (String id : platforms) {
      label(shownLabel);
      terminal.print(ink, id);
      String name = named("", id, conditions).strip();
      if (!name.isEmpty()) {
        terminal.print(" ".repeat(idWidth - DisplayWidth.of(SafeText.of(id))));
        hanging(name, LABEL_WIDTH + idWidth);
      } else {
        terminal.line();
      }
      shownLabel = "";
    }
  }

  private void together(String label, List<String> platforms, Map<String, String> conditions)
      throws IOException {
    if (!platforms.isEmpty()) {
      label(label);
      hanging(
          String.join("; ", platforms.stream().map(id -> named(id, id, conditions)).toList()),
          LABEL_WIDTH);
    }
  }

  /** A platform's name after {@code lead}, with the condition it breaks under. */
  private String named(String lead, String id, Map<String, String> conditions) {
    StringBuilder text = new StringBuilder(lead);
    if (platformNames.containsKey(id)) {
      text.append(' ').append(platformNames.get(id));
    }
    if (conditions.containsKey(id)) {
      text.append(" (").append(conditions.get(id)).append(')');
    }
    return text.toString();
  }

  private void facts(Finding finding) throws IOException {
    for (String assumption : finding.assumptions()) {
      fact("assumed:", assumption);
    }
    if (finding.confidence() != Confidence.HIGH) {
      fact("confidence:", finding.confidence().word());
    }
    if (!finding.also().isEmpty()) {
      fact("also:", String.join(" ", finding.also()));
    }
    if (!finding.driver().isEmpty()) {
      fact("driver:", String.join(" ", finding.driver()));
    }
  }

  private void fact(String label, String text) throws IOException {
    label(label);
    hanging(text, LABEL_WIDTH);
  }

  private void label(String label) throws IOException {
    terminal
        .print("  ")
        .print(Ink.LABEL, label)
        .print(" ".repeat(LABEL_WIDTH - 2 - label.length()));
  }

  private void hanging(String text, int indent) throws IOException {
    String margin = "";
    for (String line : Paragraph.lines(text, style.width() - indent)) {
      terminal.print(margin).print(line).line();
      margin = " ".repeat(indent);
    }
  }

  private static Ink ink(Severity severity) {
    return switch (severity) {
      case ERROR -> Ink.ERROR;
      case WARNING -> Ink.WARNING;
      case NOTE -> Ink.NOTE;
    };
  }
}
