package dev.dmalint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dmalint platforms}. */
@Command(
    name = "platforms",
    sortOptions = false,
    description = "Lists the platforms that drivers are judged on.")
final class PlatformsCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--models",
      paramLabel = "FILE",
      description = "Model file beside the built-in ones. May be given several times.")
  private List<String> models = new ArrayList<>();

  PlatformsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    session.out().print(PlatformListing.of(models, session.surroundings()).table());
    return ExitCode.CLEAN.number();
  }
}
