package dev.dmalint.reports;

import dev.dmalint.findings.Finding;
import dev.dmalint.findings.Path;
import dev.dmalint.findings.PathStep;
import dev.dmalint.findings.SourceSpan;
import dev.dmalint.reports.Terminal.Ink;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The way of an address as numbered excerpts of the source, the space it counts in under each. */
final class PathText {
  private final Terminal terminal;
  private final TextStyle style;
  private final Ink underline;

  PathText(Terminal terminal, TextStyle style, Ink underline) {
    this.terminal = terminal;
    this.style = style;
    this.underline = underline;
  }

  /** Shows the line a finding is reported at, as far as a step of a path knows its text. */
  void primary(Finding finding) throws IOException {
    Optional<PathStep> step = Steps.onPrimaryLine(finding);
    if (step.isPresent()) {
      code(step.get().excerpt(), finding.at(), "", new Margin("  ", digits(finding.at())));
    }
  }

  /**
   * Shows every step; names a file where it is not the one before, which starts as {@code file}.
   */
  void steps(Path path, String file) throws IOException {
    int numberWidth = Integer.toString(path.steps().size()).length();
    int gutter = path.steps().stream().mapToInt(step -> digits(step.at())).max().orElse(1);
    String indent = " ".repeat(numberWidth + 4);
    Margin margin = new Margin(indent, gutter);
    String shownFile = file;
    int number = 1;
    for (PathStep step : path.steps()) {
      terminal.print(Ink.LABEL, "  " + numbered(number++, numberWidth));
      hanging(step.message(), indent);
      if (step.excerpt().isBlank()) {
        unseen(step, indent);
      } else {
        if (!step.at().file().equals(shownFile)) {
          terminal.print(indent).print(Ink.GUTTER, "in " + step.at().file()).line();
        }
        code(step.excerpt(), step.at(), step.space(), margin);
      }
      shownFile = step.at().file();
    }
  }

  private void unseen(PathStep step, String indent) throws IOException {
    terminal.print(indent).print(Ink.GUTTER, "at " + step.at());
    if (!step.space().isEmpty()) {
      terminal.print("  ").print(Ink.SPACE, step.space());
    }
    terminal.line();
  }

  private void code(String line, SourceSpan at, String space, Margin margin) throws IOException {
    int room = style.width() - margin.width();
    Excerpt excerpt = Excerpt.of(line, at, room);
    gutter(margin, Integer.toString(at.line()));
    terminal.print(excerpt.code()).line();
    gutter(margin, "");
    terminal
        .print(" ".repeat(excerpt.from()))
        .print(underline, "^".repeat(excerpt.to() - excerpt.from()));
    if (!space.isEmpty() && excerpt.to() + 1 + DisplayWidth.of(SafeText.of(space)) <= room) {
      terminal.print(" ").print(Ink.SPACE, space).line();
      return;
    }
    terminal.line();
    if (!space.isEmpty()) {
      for (String part : Paragraph.lines(space, room)) {
        gutter(margin, "");
        int indent = Math.max(0, Math.min(excerpt.from(), room - DisplayWidth.of(part)));
        terminal.print(" ".repeat(indent)).print(Ink.SPACE, part).line();
      }
    }
  }

  private void gutter(Margin margin, String number) throws IOException {
    terminal
        .print(margin.indent())
        .print(" ".repeat(margin.digits() - number.length()))
        .print(Ink.GUTTER, number + " | ");
  }

  private void hanging(String text, String indent) throws IOException {
    List<String> lines = Paragraph.lines(text, style.width() - indent.length());
    terminal.print(lines.get(0)).line();
    for (String line : lines.subList(1, lines.size())) {
      terminal.print(indent).print(line).line();
    }
  }

  private static String numbered(int number, int width) {
    String digits = Integer.toString(number);
    return " ".repeat(width - digits.length()) + digits + ". ";
  }

  private static int digits(SourceSpan at) {
    return Integer.toString(at.line()).length();
  }

  /** What stands left of code: an indent and a line number of so many digits. */
  private record Margin(String indent, int digits) {
    int width() {
      return indent.length() + digits + " | ".length();
    }
  }
}
