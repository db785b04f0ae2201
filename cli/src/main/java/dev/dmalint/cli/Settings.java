package dev.dmalint.cli;

import dev.dmalint.cli.Surroundings.Kind;
import dev.dmalint.scan.usage.UsageException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command has. */
final class Settings {
  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Say less: one line a finding, nothing on standard error but errors.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Say more: every path and gap, and how the scan was done. -vv: stack traces.")
  private boolean[] verbose = {};

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      completionCandidates = ColorWords.class,
      description = "Colour: auto (on a terminal, unless NO_COLOR is set), always or never.")
  private String color = "auto";

  /** The words that {@code --color} takes. */
  static final class ColorWords extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    ColorWords() {
      super(List.of("auto", "always", "never"));
    }
  }

  boolean isQuiet() {
    return quiet;
  }

  boolean isVerbose() {
    return verbose.length > 0;
  }

  boolean isDebugging() {
    return verbose.length > 1;
  }

  /** Checks what picocli cannot. */
  void check() throws UsageException {
    if (quiet && isVerbose()) {
      throw new UsageException("-q and -v contradict each other; give one");
    }
    Words.known("--color", color, new ColorWords());
  }

  /** {@return whether what goes to standard output is coloured} */
  boolean coloursOutput(Surroundings surroundings) {
    return switch (color) {
      case "always" -> true;
      case "never" -> false;
      default ->
          surroundings.outKind() == Kind.TERMINAL
              && surroundings.isCapable()
              && surroundings.variable("NO_COLOR").isEmpty();
    };
  }
}
