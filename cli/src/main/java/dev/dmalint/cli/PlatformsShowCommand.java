package dev.dmalint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmalint platforms show}. */
@Command(
    name = "show",
    sortOptions = false,
    description = "Shows a platform: what holds on it, and in which variants.")
final class PlatformsShowCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "ID", description = "Id of a platform such as P1.")
  private String id = "";

  @Option(
      names = "--models",
      paramLabel = "FILE",
      description = "Model file beside the built-in ones. May be given several times.")
  private List<String> models = new ArrayList<>();

  PlatformsShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    PageText page = new PageText(session.coloursOutput(), session.surroundings().width());
    session.out().print(PlatformListing.of(models, session.surroundings()).one(id, page));
    return ExitCode.CLEAN.number();
  }
}
