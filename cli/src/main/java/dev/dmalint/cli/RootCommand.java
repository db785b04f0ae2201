package dev.dmalint.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

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
      "  0  clean: no finding reaches the threshold",
      "  1  findings at or above the threshold (--fail-on)",
      "  2  the command line, the configuration or a model cannot be followed",
      "  3  something was not scanned, under --strict-coverage",
      "  4  dmalint itself failed, or could not write what it found"
    })
final class RootCommand implements Runnable {
  @Mixin private final Settings settings;

  @Spec private CommandSpec spec;

  RootCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "a command is missing: " + String.join(", ", spec.subcommands().keySet()));
  }
}
