package dev.dmalint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.cli.Console.Run;
import dev.dmalint.scan.Version;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {
  @TempDir Path folder;

  @Test
  void theVersionIsTheBuilds() {
    Run run = new Console(folder).run("--version");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo("dmalint " + Version.current() + "\n");
    assertThat(Version.current()).matches("\\d+\\.\\d+\\..+").doesNotContain("$");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "scan", "run", "rules", "explain", "ir", "platforms", "platforms show"})
  void everyCommandHasHelpThatNamesTheExitCodes(String command) {
    Run run = new Console(folder).run((command + " --help").strip().split(" "));
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(("Usage: dmalint " + command).strip())
        .contains("Exit codes:", "--color", "-v, --verbose")
        .doesNotContain("\u001b");
  }

  @Test
  void helpIsColouredWhereATerminalIs() {
    assertThat(new Console(folder).onATerminal().run("--help").out()).contains("\u001b[");
  }

  @Test
  void withoutACommandTheRunIsRefused() {
    Run run = new Console(folder).run();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("a command is missing", "`dmalint --help` lists all");
  }

  @Test
  void anUnknownCommandIsGuessed() {
    Run run = new Console(folder).run("platfroms");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("unknown command \"platfroms\"; did you mean \"platforms\"?");
    assertThat(new Console(folder).run("dance").err()).contains("commands are scan, run, rules");
  }

  @Test
  void anUnknownRuleIsRefused() {
    Run run = new Console(folder).run("explain", "no-such-rule-at-all");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "dmalint: explain: unknown rule \"no-such-rule-at-all\"; `dmalint rules` lists all\n");
  }

  @Test
  void theCompletionScriptKnowsCommandsAndWords() {
    Run run = new Console(folder).run("generate-completion");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("--strict-coverage", "platforms", "\"sarif\"", "\"never\"");
  }
}
