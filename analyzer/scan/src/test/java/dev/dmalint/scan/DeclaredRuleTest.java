package dev.dmalint.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.analyzer.Progress;
import dev.dmalint.findings.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model file alone turns the analysis to an API that has nothing to do with drivers. */
class DeclaredRuleTest {
  private static final String MODEL =
      """
      spaces:
        - {id: environment, name: text of the environment}
        - {id: trusted, name: text of the program}
      consumers:
        - id: process
          name: process launcher
          reads:
            - {space: trusted}
      mistakes:
        - number: S01
          rule: environment-to-process
          message: Text of the environment starts a process.
      classifications:
        - {consumers: process, origins: environment, mistake: S01}
      rows:
        java.lang.System:
          getenv(name):
            - address: result
              cases:
                - {space: environment, origin: environment, what: text of the environment}
        java.lang.ProcessBuilder:
          <init>(command):
            - {demand: "command[]", consumer: process, field: command}
      """;

  private static final String SOURCE =
      """
      import java.util.ArrayList;
      import java.util.List;

      class Tool {
        private String name;

        void load() {
          name = System.getenv("TOOL");
        }

        Process fromAField() throws Exception {
          List<String> command = new ArrayList<>();
          command.add("/bin/" + name);
          return new ProcessBuilder(command).start();
        }

        Process fixed() throws Exception {
          System.out.println(System.getenv("TOOL"));
          return new ProcessBuilder("ls", "-l").start();
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void findsWhatTheModelFileDeclares() throws Exception {
    write("env.yaml", MODEL);
    write("dmalint.yaml", "models: [env.yaml]\n");
    write("Tool.java", SOURCE);

    ScanOutcome outcome =
        Scan.run(
            ScanRequest.of(folder.toRealPath(), List.of(Path.of("Tool.java"))), Progress.SILENT);

    assertThat(outcome.report().findings()).hasSize(1);
    Finding finding = outcome.report().findings().get(0);
    assertThat(finding.rule()).isEqualTo("environment-to-process");
    assertThat(finding.mistake()).contains("S01");
    assertThat(finding.at().line()).isEqualTo(14);
    assertThat(finding.path().steps().get(0).at().line()).isEqualTo(8);
    assertThat(finding.message()).isEqualTo("Text of the environment starts a process");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
