package dev.dmalint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmalint run}. */
@Command(
    name = "run",
    sortOptions = false,
    description = {
      "Runs a compiled driver on a simulated machine of each platform and says what went wrong.",
      "It loads and executes your own code, in this process and with your rights; `scan` never"
          + " does. It ends with 0 where the driver works everywhere and the checker of DMA misuse"
          + " is silent, else with 1."
    })
final class RunCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "DRIVER-CLASS",
      description = "Full name of a class that extends dev.dmalint.iokit.IOService.")
  private String driver = "";

  @Option(
      names = "--classpath",
      paramLabel = "CP",
      required = true,
      description =
          "Jars and folders of the driver's classes and what they need; LIB/* for all jars of a"
              + " folder. The port comes from dmalint.")
  private List<String> classPath = new ArrayList<>();

  @Option(
      names = "--platform",
      paramLabel = "ID",
      split = ",",
      description = "Run in every world of this platform, as P1; or all. Several times.")
  private List<String> platforms = new ArrayList<>();

  @Option(
      names = "--world",
      paramLabel = "ID",
      split = ",",
      description = "Run in this world only, as P1/ram-high. Several times.")
  private List<String> worlds = new ArrayList<>();

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description =
          "The device it finds: VENDOR:DEVICE in hex, or an id of the device database. Else what"
              + " Info.plist beside or above the class says, else @Personality.")
  private @Nullable String device;

  @Option(names = "--seed", paramLabel = "N", description = "Decides how pages are scattered (1).")
  private @Nullable String seed;

  @Option(
      names = "--collisions",
      description = "Let IOVAs and RAM share low numbers, so that a wrong address hits something.")
  private boolean collisions;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Stop after this many calls and accesses (1000000).")
  private @Nullable String steps;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "Stop a run that takes longer (10).")
  private @Nullable String timeout;

  @Option(
      names = "--report",
      paramLabel = "FORMAT[=FILE]",
      description = "text (usual) or json, to FILE or else to standard output.")
  private List<String> reports = new ArrayList<>();

  @Option(names = "--trace", description = "Print every event, not only the last ones.")
  private boolean trace;

  RunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    List<String> words = new ArrayList<>(List.of("class=" + driver));
    platforms.forEach(id -> words.add("platform=" + id));
    worlds.forEach(id -> words.add("world=" + id));
    add(words, "device", device);
    add(words, "seed", seed);
    add(words, "steps", steps);
    add(words, "timeout", timeout);
    if (collisions) {
      words.add("collisions");
    }
    if (trace) {
      words.add("trace");
    }
    return new DriverStart(session).run(driver, classPath, reports, words);
  }

  private static void add(List<String> words, String key, @Nullable String value) {
    if (value != null) {
      words.add(key + "=" + value);
    }
  }
}
