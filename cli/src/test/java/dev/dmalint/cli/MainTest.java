package dev.dmalint.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in a JVM of its own. */
final class MainTest {
  @TempDir Path folder;

  @Test
  void helpAndVersionLoadNeitherParserNorModels() throws Exception {
    for (String argument : new String[] {"--version", "--help"}) {
      Run run = run(List.of("-verbose:class"), "", argument);
      assertThat(run.code()).isZero();
      assertThat(run.out().lines().filter(line -> line.contains("dev.dmalint.cli.Main")))
          .isNotEmpty();
      assertThat(run.out().lines())
          .noneMatch(
              line ->
                  line.contains("org.eclipse.")
                      || line.contains("dev.dmalint.models.")
                      || line.contains("dev.dmalint.rules.")
                      || line.contains("tools.jackson."));
    }
  }

  @Test
  void theExitCodeIsTheProcesss() throws Exception {
    Run run = run(List.of(), "", "scan", "Größe");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("no such file or folder: \"Größe\"");
  }

  @Test
  void theUsersLocaleChangesNothing() throws Exception {
    Files.writeString(folder.resolve("dmalint.yaml"), "pathz: x");
    Run plain = run(List.of(), "", "scan", ".");
    Run turkish = run(List.of("-Duser.language=tr", "-Duser.country=TR"), "", "scan", ".");
    assertThat(plain.err()).contains("dmalint.yaml:1:1", "did you mean \"paths\"?");
    assertThat(turkish).isEqualTo(plain);
  }

  @Test
  void aReaderThatGoesAwayLeavesNoTrace() throws Exception {
    Run run = run(List.of(), " | true", "generate-completion");
    assertThat(run.err()).isEmpty();
  }

  private Run run(List<String> options, String tail, String... arguments) throws Exception {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-XX:TieredStopAtLevel=1");
    words.addAll(options);
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.dmalint.cli.Main"));
    words.addAll(List.of(arguments));
    List<String> command = tail.isEmpty() ? words : List.of("sh", "-c", "\"$@\"" + tail, "sh");
    List<String> whole = new ArrayList<>(command);
    if (!tail.isEmpty()) {
      whole.addAll(words);
    }
    return start(whole);
  }

  private Run start(List<String> command) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  private record Run(int code, String out, String err) {}
}
