package dev.dmalint.reports;

import dev.dmalint.findings.Finding;
import dev.dmalint.findings.PlatformInfo;
import dev.dmalint.findings.Report;
import dev.dmalint.reports.TextStyle.Verbosity;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.stream.Collectors;

/** A report for people: each finding with its path through the source, then what was not seen. */
final class TextRenderer implements Renderer {
  private final TextStyle style;

  TextRenderer(TextStyle style) {
    this.style = style;
  }

  @Override
  public void render(Report report, Writer out) throws IOException {
    Terminal terminal = new Terminal(out, style);
    Map<String, String> names =
        report.platforms().stream()
            .collect(Collectors.toMap(PlatformInfo::id, PlatformInfo::name, (one, two) -> one));
    FindingText text = new FindingText(terminal, style, names);
    for (Finding finding : report.findings()) {
      text.header(finding);
      if (style.verbosity() != Verbosity.QUIET) {
        text.body(finding);
        terminal.line();
      }
    }
    close(report, terminal);
    terminal.flush();
  }

  private void close(Report report, Terminal terminal) throws IOException {
    ClosingText closing = new ClosingText(terminal, style);
    if (style.verbosity() != Verbosity.QUIET) {
      closing.notes(report.notes());
      closing.gaps(report.coverage().gaps());
      closing.coverage(report);
    } else if (!report.coverage().complete()) {
      closing.coverage(report);
    }
  }
}
