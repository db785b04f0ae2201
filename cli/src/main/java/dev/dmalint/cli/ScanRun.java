package dev.dmalint.cli;

import dev.dmalint.analyzer.Progress;
import dev.dmalint.cli.Surroundings.Kind;
import dev.dmalint.reports.CoverageLine;
import dev.dmalint.reports.Format;
import dev.dmalint.reports.RenderOptions;
import dev.dmalint.reports.TextStyle;
import dev.dmalint.reports.TextStyle.Colour;
import dev.dmalint.reports.TextStyle.Verbosity;
import dev.dmalint.scan.ScanOutcome;
import dev.dmalint.scan.ScanOutcome.Extent;
import dev.dmalint.scan.ScanOutcome.Gate;
import dev.dmalint.scan.ScanRequest;
import dev.dmalint.scan.usage.UsageException;
import java.io.IOException;
import java.util.List;

/** Runs a scan and delivers its reports. */
final class ScanRun {
  private final Session session;
  private final Scanner scanner;

  ScanRun(Session session, Scanner scanner) {
    this.session = session;
    this.scanner = scanner;
  }

  ExitCode run(ScanArguments arguments) throws UsageException, IOException {
    List<ReportTarget> targets =
        ReportTarget.of(arguments.reports(), session.surroundings().directory());
    ScanRequest request = arguments.request(session.surroundings().directory());
    ScanOutcome outcome = scan(request);
    if (session.settings().isVerbose()) {
      outcome.details().forEach(session.messages()::say);
    }
    for (ReportTarget target : targets) {
      deliver(target, outcome);
    }
    summarize(targets, outcome);
    return code(arguments, outcome);
  }

  private ScanOutcome scan(ScanRequest request) throws UsageException {
    Surroundings surroundings = session.surroundings();
    if (session.settings().isQuiet()
        || surroundings.errKind() != Kind.TERMINAL
        || !surroundings.isCapable()) {
      return scanner.scan(request, Progress.SILENT);
    }
    try (ProgressBar bar = new ProgressBar(session.messages(), System::nanoTime)) {
      return scanner.scan(request, bar);
    }
  }

  private void deliver(ReportTarget target, ScanOutcome outcome) throws IOException {
    TextStyle style = TextStyle.plain();
    if (target.file().isEmpty()) {
      style =
          new TextStyle(
              session.coloursOutput() ? Colour.ON : Colour.OFF,
              session.surroundings().width(),
              Verbosity.NORMAL);
    }
    RenderOptions options =
        RenderOptions.plain()
            .text(style.verbosity(verbosity()))
            .lineHashes(new SourceLineHashes(outcome.texts()));
    var renderer = target.format().renderer(options);
    if (target.file().isPresent()) {
      WritingGuard.write(target.file().get(), renderer, outcome.report());
    } else {
      renderer.render(outcome.report(), session.out());
      session.out().flush();
    }
  }

  private Verbosity verbosity() {
    if (session.settings().isQuiet()) {
      return Verbosity.QUIET;
    }
    return session.settings().isVerbose() ? Verbosity.VERBOSE : Verbosity.NORMAL;
  }

  /** Where the text, which ends with it, does not go to standard output, a person still sees it. */
  private void summarize(List<ReportTarget> targets, ScanOutcome outcome) {
    boolean seen =
        targets.stream()
            .anyMatch(target -> target.format() == Format.TEXT && target.file().isEmpty());
    if (!seen && !session.settings().isQuiet()) {
      session.messages().say(CoverageLine.of(outcome.report()));
    }
  }

  private ExitCode code(ScanArguments arguments, ScanOutcome outcome) {
    if (arguments.strictCoverage() && outcome.extent() == Extent.INCOMPLETE) {
      session
          .messages()
          .say("incomplete: something was not scanned, and --strict-coverage asks for all of it");
      return ExitCode.INCOMPLETE;
    }
    return outcome.gate() == Gate.FAILED ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }
}
