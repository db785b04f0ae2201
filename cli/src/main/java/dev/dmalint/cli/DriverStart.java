package dev.dmalint.cli;

import dev.dmalint.reports.Format;
import dev.dmalint.reports.SafeText;
import dev.dmalint.scan.ClassPath;
import dev.dmalint.scan.usage.Located;
import dev.dmalint.scan.usage.UsageException;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/** Starts the machine's own tool, and puts its report where it was asked for. */
final class DriverStart {
  private final Session session;

  DriverStart(Session session) {
    this.session = session;
  }

  /** {@return the exit code} */
  int run(String driver, List<String> classPath, List<String> reports, List<String> asked)
      throws UsageException, IOException {
    Path directory = session.surroundings().directory();
    ReportTarget target = target(reports, directory);
    List<Path> entries = entries(classPath, directory);
    List<String> words = new ArrayList<>(asked);
    entries.forEach(entry -> words.add("classpath=" + entry));
    words.addAll(IdentityFile.words(driver, entries, session.messages()));
    if (target.format() == Format.JSON) {
      words.add("json");
    }
    if (!session.settings().isQuiet()) {
      session.messages().say("run: loads and executes \"%s\", your own code".formatted(driver));
    }
    return start(words, target);
  }

  private static ReportTarget target(List<String> reports, Path directory) throws UsageException {
    if (reports.size() > 1) {
      throw new UsageException("--report: one report a run; give it once");
    }
    List<ReportTarget> targets = ReportTarget.of(reports, directory);
    ReportTarget target = targets.get(targets.size() - 1);
    if (target.format() != Format.TEXT && target.format() != Format.JSON) {
      throw new UsageException(
          "--report: a run is told as text or json, not as %s".formatted(target.format().word()));
    }
    return target;
  }

  private static List<Path> entries(List<String> classPath, Path directory) throws UsageException {
    List<Located> words =
        classPath.stream()
            .flatMap(Pattern.compile(File.pathSeparator, Pattern.LITERAL)::splitAsStream)
            .filter(entry -> !entry.isEmpty())
            .map(entry -> new Located(entry, "--classpath"))
            .toList();
    if (words.isEmpty()) {
      throw new UsageException("--classpath: no entry; name the jar or folder of the driver");
    }
    return ClassPath.of(words, directory);
  }

  private int start(List<String> words, ReportTarget target) throws UsageException, IOException {
    StringWriter report = new StringWriter();
    StringWriter refusal = new StringWriter();
    int code;
    ExitGuard guard = ExitGuard.over(session.messages());
    try (MachineTool machine = MachineTool.find()) {
      code = driven(machine.tool(), words, report, refusal);
    } finally {
      guard.close();
    }
    if (code == ExitCode.USAGE.number()) {
      throw new UsageException(refusal.toString());
    }
    deliver(report.toString(), target);
    return code;
  }

  /** What the driver itself prints goes to standard error: the report is data. */
  private int driven(
      ToolProvider tool, List<String> words, StringWriter report, StringWriter refusal) {
    PrintStream before = System.out;
    System.setOut(new PrintStream(session.surroundings().err(), true, StandardCharsets.UTF_8));
    try {
      return tool.run(
          new PrintWriter(report), new PrintWriter(refusal), words.toArray(String[]::new));
    } finally {
      System.setOut(before);
    }
  }

  private void deliver(String report, ReportTarget target) throws IOException {
    if (target.file().isEmpty()) {
      report.lines().forEach(line -> session.out().print(SafeText.of(line) + "\n"));
      return;
    }
    Path file = target.file().get();
    Path parent = file.toAbsolutePath().getParent();
    Path unfinished = Files.createTempFile(parent, ".dmalint-run-", ".tmp");
    try {
      Files.writeString(unfinished, report, StandardCharsets.UTF_8);
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
