package dev.dmalint.reports;

import dev.dmalint.findings.Gap;
import dev.dmalint.findings.Report;
import dev.dmalint.reports.Terminal.Ink;
import dev.dmalint.reports.TextStyle.Verbosity;
import java.io.IOException;
import java.util.List;

/** What follows the findings: notes, what was not analysed, and the coverage line. */
final class ClosingText {
  private static final int FIRST_GAPS = 3;

  private final Terminal terminal;
  private final TextStyle style;

  ClosingText(Terminal terminal, TextStyle style) {
    this.terminal = terminal;
    this.style = style;
  }

  void notes(List<String> notes) throws IOException {
    for (String note : notes) {
      terminal.print(Ink.NOTE, "note: ");
      hanging(note, "      ");
    }
    if (!notes.isEmpty()) {
      terminal.line();
    }
  }

  void gaps(List<Gap> gaps) throws IOException {
    if (gaps.isEmpty()) {
      return;
    }
    terminal.print(Ink.LABEL, "not analysed, or not wholly:").line();
    for (Gap.Kind kind : Gap.Kind.values()) {
      List<Gap> ofKind = gaps.stream().filter(gap -> gap.kind() == kind).toList();
      if (!ofKind.isEmpty()) {
        kind(kind, ofKind);
      }
    }
    terminal.line();
  }

  private void kind(Gap.Kind kind, List<Gap> gaps) throws IOException {
    terminal.print("  ").print(Ink.WARNING, kind.word()).print(" (" + gaps.size() + ")").line();
    boolean all = style.verbosity() == Verbosity.VERBOSE;
    int shown = all ? gaps.size() : Math.min(gaps.size(), FIRST_GAPS);
    for (Gap gap : gaps.subList(0, shown)) {
      terminal.print("    ");
      if (!gap.file().isEmpty()) {
        terminal.print(Ink.PLACE, gap.file() + ":" + gap.line()).print(": ");
      }
      terminal.print(gap.message()).line();
    }
    if (shown < gaps.size()) {
      terminal
          .print(Ink.DIM, "    ... and " + (gaps.size() - shown) + " more; -v shows them")
          .line();
    }
  }

  void coverage(Report report) throws IOException {
    terminal.print(CoverageLine.of(report)).line();
  }

  private void hanging(String text, String indent) throws IOException {
    String margin = "";
    for (String line : Paragraph.lines(text, style.width() - indent.length())) {
      terminal.print(margin).print(line).line();
      margin = indent;
    }
  }
}
