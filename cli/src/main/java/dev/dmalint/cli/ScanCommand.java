package dev.dmalint.cli;

import dev.dmalint.reports.Format;
import dev.dmalint.scan.configuration.FailOn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmalint scan}. */
@Command(
    name = "scan",
    sortOptions = false,
    description = {
      "Scans driver sources and reports each address that arrives in the wrong address space.",
      "Reads files only: it runs, loads and downloads nothing of what it scans. Hidden folders,"
          + " and folders named target, build or node_modules, are left out unless given as PATH."
          + " Links out of the paths are not followed."
    })
final class ScanCommand implements Callable<Integer> {
  private final Session session;
  private final Scanner scanner;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Java files, and folders of them. Without any: \"paths\" of the configuration.")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--report",
      paramLabel = "FORMAT[=FILE]",
      completionCandidates = FormatWords.class,
      description = {
        "text, json or sarif, to FILE or else to standard output. May be given several times.",
        "Where no report goes to standard output, text does."
      })
  private List<String> reports = new ArrayList<>();

  @Option(
      names = "--classpath",
      paramLabel = "CP",
      description =
          "Jars and folders of classes that the sources were compiled against; LIB/* for all jars"
              + " of a folder. Read, never loaded.")
  private List<String> classPath = new ArrayList<>();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration; else dmalint.yaml in or above PATH, within its repository.")
  private @Nullable String configuration;

  @Option(
      names = "--no-tree-config",
      description = "Do not look for a configuration in the scanned tree.")
  private boolean noTreeConfiguration;

  @Option(
      names = "--models",
      paramLabel = "FILE",
      description = "Model file beside the built-in ones. May be given several times.")
  private List<String> models = new ArrayList<>();

  @Option(
      names = "--platform",
      paramLabel = "ID",
      split = ",",
      description = "Analyse this platform only. May be given several times.")
  private List<String> platforms = new ArrayList<>();

  @Option(
      names = "--rule",
      paramLabel = "ID",
      split = ",",
      description = "Look for this only: a rule's name or a mistake's number. Several times.")
  private List<String> rules = new ArrayList<>();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      completionCandidates = FailOnWords.class,
      description = "End with 1 from this severity on: error, warning (usual), note or never.")
  private @Nullable String failOn;

  @Option(names = "--strict-coverage", description = "End with 3 where something was not scanned.")
  private boolean strictCoverage;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads may work. Never changes the result.")
  private @Nullable Integer threads;

  ScanCommand(Session session, Scanner scanner) {
    this.session = session;
    this.scanner = scanner;
  }

  @Override
  public Integer call() throws Exception {
    ScanArguments arguments =
        new ScanArguments(
            paths,
            reports,
            classPath,
            configuration,
            noTreeConfiguration,
            models,
            platforms,
            rules,
            failOn,
            strictCoverage,
            threads);
    return new ScanRun(session, scanner).run(arguments).number();
  }

  /** The words that {@code --report} takes before its '='. */
  static final class FormatWords extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    FormatWords() {
      super(Format.words());
    }
  }

  /** The words that {@code --fail-on} takes. */
  static final class FailOnWords extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    FailOnWords() {
      super(FailOn.words());
    }
  }
}
