package dev.dmalint.cli;

import dev.dmalint.scan.usage.UsageException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** {@code dmalint} without a command: only its options. */
@Command(
    name = "dmalint",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = VersionText.class,
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    description = "Finds addresses that reach a device in the wrong address space.",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  clean: no finding reaches the threshold; run: the driver works",
      "  1  findings at or above the threshold (--fail-on); run: something went wrong",
      "  2  the command line, the configuration or a model cannot be followed",
      "  3  something was not scanned, under --strict-coverage",
      "  4  dmalint itself failed, or could not write what it found"
    })
final class RootCommand implements Callable<Integer> {
  @Override
  public Integer call() throws UsageException {
    throw new UsageException("a command is missing; `dmalint --help` lists all");
  }
}
