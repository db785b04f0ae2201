package dev.dmalint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.scan.ScanOutcome.Extent;
import dev.dmalint.scan.ScanOutcome.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process is ended there without being asked")
final class WritingGuardTest {
  @TempDir Path folder;

  @Test
  void aRunThatIsToldToEndLeavesNoUnfinishedFile() throws Exception {
    Path target = Files.writeString(folder.resolve("report"), "old");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Endless.class.getName(),
                target.toString())
            .redirectErrorStream(true)
            .start();
    // It says so once it is in the middle of the file.
    assertThat(process.getInputStream().read()).isEqualTo('w');
    assertThat(names()).hasSize(2);
    process.destroy();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(names()).containsExactly("report");
    assertThat(target).content().isEqualTo("old");
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  /** Writes a report that has no end. */
  static final class Endless {
    private Endless() {}

    public static void main(String[] arguments) throws IOException {
      WritingGuard.write(
          Path.of(arguments[0]),
          (report, out) -> {
            System.out.print('w');
            System.out.flush();
            while (true) {
              out.append("x".repeat(10_000)).flush();
            }
          },
          Outcomes.of(Gate.PASSED, Extent.COMPLETE).report());
    }
  }
}
