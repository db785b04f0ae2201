package dev.dmalint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dmalint rules}. */
@Command(name = "rules", sortOptions = false, description = "Lists the rules.")
final class RulesCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = ListWords.class,
      description = "text (usual) or json.")
  private String format = "text";

  RulesCommand(Session session) {
    this.session = session;
  }

  /** The words that {@code --format} takes. */
  static final class ListWords extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    ListWords() {
      super(List.of("text", "json"));
    }
  }

  @Override
  public Integer call() throws Exception {
    Words.known("--format", format, new ListWords());
    RuleListing listing = RuleListing.shipped();
    session.out().print(format.equals("json") ? listing.json() : listing.table());
    return ExitCode.CLEAN.number();
  }
}
