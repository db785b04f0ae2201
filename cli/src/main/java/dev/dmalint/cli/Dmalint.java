package dev.dmalint.cli;

import static java.util.Objects.requireNonNull;

import dev.dmalint.reports.ReportFileException;
import dev.dmalint.scan.usage.UsageException;
import java.io.PrintWriter;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The command, from arguments to exit code. */
final class Dmalint {
  private static final int HELP_WIDTH = 100;

  private final Surroundings surroundings;
  private final Settings settings = new Settings();
  private final Messages messages;
  private final PrintWriter out;
  private final CommandLine line;

  Dmalint(Surroundings surroundings, Scanner scanner) {
    this.surroundings = requireNonNull(surroundings);
    this.messages = new Messages(surroundings.err());
    this.out = new PrintWriter(new DataWriter(surroundings.out()));
    Session session = new Session(surroundings, settings, out, messages);
    this.line =
        new CommandLine(new RootCommand())
            .addMixin("settings", settings)
            .addSubcommand(new ScanCommand(session, scanner))
            .addSubcommand(new RunCommand(session))
            .addSubcommand(new RulesCommand(session))
            .addSubcommand(new IrCommand(session))
            .addSubcommand(new ExplainCommand(session))
            .addSubcommand(
                new CommandLine(new PlatformsCommand(session))
                    .addSubcommand(new PlatformsShowCommand(session)))
            .addSubcommand(new GenerateCompletion())
            .setOut(out)
            .setErr(new PrintWriter(new DataWriter(surroundings.err())))
            // An argument such as @notes.txt is a path, not a list of arguments.
            .setExpandAtFiles(false)
            .setUsageHelpWidth(HELP_WIDTH)
            .setExecutionStrategy(this::execute)
            .setParameterExceptionHandler((wrong, arguments) -> refuse(wrong));
  }

  /** {@return the exit code} */
  int run(String... arguments) {
    try {
      int code = line.execute(arguments);
      out.flush();
      return code;
    } catch (Exception | Error trouble) {
      // The one place where what nobody expected ends.
      return report(trouble);
    }
  }

  private int execute(ParseResult parsed) {
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            settings.coloursOutput(surroundings) ? Ansi.ON : Ansi.OFF));
    try {
      settings.check();
      return new RunLast().execute(parsed);
    } catch (ParameterException wrong) {
      throw wrong;
    } catch (UsageException | RuntimeException trouble) {
      // Picocli would print a stack trace and end with 1, which means findings.
      return report(trouble);
    }
  }

  private int refuse(ParameterException wrong) {
    messages.say(ArgumentTrouble.explained(wrong));
    messages.line(
        "see '%s --help'".formatted(wrong.getCommandLine().getCommandSpec().qualifiedName()));
    return ExitCode.USAGE.number();
  }

  private int report(Throwable trouble) {
    Throwable cause =
        trouble instanceof CommandLine.ExecutionException wrapper && wrapper.getCause() != null
            ? wrapper.getCause()
            : trouble;
    if (cause instanceof ClosedOutputException closed && closed.isReaderGone()) {
      return ExitCode.INTERNAL.number();
    }
    messages.say(Failure.explained(cause));
    if (settings.isDebugging()) {
      messages.trace(cause);
    }
    return (cause instanceof UsageException ? ExitCode.USAGE : ExitCode.INTERNAL).number();
  }

  /** Says in a sentence what went wrong and what to do. */
  private static final class Failure {
    private Failure() {}

    static String explained(Throwable cause) {
      if (cause instanceof UsageException
          || cause instanceof ReportFileException
          || cause instanceof ClosedOutputException) {
        return String.valueOf(cause.getMessage());
      }
      if (cause instanceof OutOfMemoryError) {
        return "out of memory; give it more with DMALINT_JAVA_OPTS=-Xmx4g, or scan less at once";
      }
      String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
      return "internal error (%s%s); this is a fault of dmalint, not of what it scans: "
              .formatted(cause.getClass().getSimpleName(), message)
          + "run it again with -vv and report what it prints";
    }
  }
}
