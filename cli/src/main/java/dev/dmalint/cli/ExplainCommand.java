package dev.dmalint.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dmalint explain}. */
@Command(
    name = "explain",
    sortOptions = false,
    description = "Explains a rule: what it finds, why that fails and what to do instead.")
final class ExplainCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "RULE",
      description = "A rule's name, or the number of a mistake such as E01.")
  private String rule = "";

  ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    session
        .out()
        .print(Explanation.of(rule, session.coloursOutput(), session.surroundings().width()));
    return ExitCode.CLEAN.number();
  }
}
