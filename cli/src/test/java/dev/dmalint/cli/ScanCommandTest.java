package dev.dmalint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.cli.Console.Run;
import dev.dmalint.scan.ConfigurationChoice;
import dev.dmalint.scan.ScanOutcome.Extent;
import dev.dmalint.scan.ScanOutcome.Gate;
import dev.dmalint.scan.ScanRequest;
import dev.dmalint.scan.configuration.FailOn;
import dev.dmalint.scan.usage.Located;
import dev.dmalint.scan.usage.UsageException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ScanCommandTest {
  private static final String ESCAPE = "\u001b";

  @TempDir Path folder;

  @Test
  void argumentsBecomeARequest() {
    List<ScanRequest> requests = new ArrayList<>();
    Console console = new Console(folder);
    console.scanner(
        (request, progress) -> {
          requests.add(request);
          return Outcomes.of(Gate.PASSED, Extent.COMPLETE);
        });
    String classPath = "a.jar" + File.pathSeparator + "lib/*";
    Run run =
        console.run(
            "scan",
            "src",
            "more",
            "--classpath",
            classPath,
            "--config",
            "c.yaml",
            "--models",
            "m.yaml",
            "--platform",
            "P1,P2",
            "--platform=P3",
            "--rule",
            "E01",
            "--fail-on",
            "note",
            "--threads",
            "3");
    assertThat(run.code()).isZero();
    assertThat(requests)
        .containsExactly(
            new ScanRequest(
                folder,
                List.of(Path.of("src"), Path.of("more")),
                new ConfigurationChoice.Named(Path.of("c.yaml")),
                located("--classpath", "a.jar", "lib/*"),
                List.of(Path.of("m.yaml")),
                located("--platform", "P1", "P2", "P3"),
                located("--rule", "E01"),
                Optional.of(FailOn.NOTE),
                OptionalInt.of(3)));
    console.run("scan", "@src", "--no-tree-config");
    assertThat(requests.get(1).configuration()).isEqualTo(new ConfigurationChoice.None());
    assertThat(requests.get(1).paths()).containsExactly(Path.of("@src"));
  }

  private static List<Located> located(String option, String... words) {
    return List.of(words).stream().map(word -> new Located(word, option)).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "PASSED, COMPLETE, false, 0",
    "FAILED, COMPLETE, false, 1",
    "FAILED, COMPLETE, true, 1",
    "PASSED, INCOMPLETE, false, 0",
    "PASSED, INCOMPLETE, true, 3",
    "FAILED, INCOMPLETE, true, 3",
    "FAILED, INCOMPLETE, false, 1",
  })
  void theExitCodeSaysWhatCameOfIt(Gate gate, Extent extent, boolean strict, int code) {
    Console console = console(gate, extent);
    Run run = strict ? console.run("scan", ".", "--strict-coverage") : console.run("scan", ".");
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.err().contains("incomplete")).isEqualTo(code == 3);
  }

  @Test
  void textGoesToStandardOutputUnlessAnotherReportDoes() throws Exception {
    Console console = console(Gate.FAILED, Extent.COMPLETE);
    Run plain = console.run("scan", ".");
    assertThat(plain.out()).contains("nic/A.java:1:1", "'TX_BASE'", "1 file:");
    assertThat(plain.err()).isEmpty();

    Run files = console.run("scan", ".", "--report", "json=f.json", "--report", "sarif=f.sarif");
    assertThat(files.out()).isEqualTo(plain.out());
    assertThat(json(folder.resolve("f.json")).path("findings")).hasSize(1);
    assertThat(json(folder.resolve("f.sarif")).path("version").stringValue()).isEqualTo("2.1.0");

    Run json = console.run("scan", ".", "--report", "json", "--report", "text=f.txt");
    assertThat(new JsonMapper().readTree(json.out()).path("findings")).hasSize(1);
    assertThat(json.err()).startsWith("dmalint: 1 file: 1 parsed");
    assertThat(folder.resolve("f.txt")).content().isEqualTo(plain.out());
  }

  @Test
  void quietSaysLessAndVerboseMore() {
    Console console = console(Gate.FAILED, Extent.COMPLETE);
    assertThat(console.run("scan", ".", "-q").out().lines()).hasSize(1);
    assertThat(console.run("-q", "scan", ".").out().lines()).hasSize(1);
    assertThat(console.run("scan", ".", "-q", "--report", "json").err()).isEmpty();
    assertThat(console.run("scan", ".", "-v").err()).isEqualTo("dmalint: configuration: none\n");
  }

  @Test
  void sarifCarriesGitHubsLineHash() throws Exception {
    console(Gate.FAILED, Extent.COMPLETE).run("scan", ".", "--report", "sarif=f.sarif");
    assertThat(folder.resolve("f.sarif"))
        .content()
        .contains(SourceLineHashes.hashes("write(start);\n").get(0));
  }

  @Test
  void colourIsForTerminalsAndNeverAgainstNoColor() {
    Console console = console(Gate.FAILED, Extent.COMPLETE);
    assertThat(console.run("scan", ".").out()).doesNotContain(ESCAPE);
    assertThat(console.run("scan", ".", "--color", "always").out()).contains(ESCAPE);
    console.onATerminal();
    assertThat(console.run("scan", ".").out()).contains(ESCAPE);
    assertThat(console.run("scan", ".", "--color=never").out()).doesNotContain(ESCAPE);
    assertThat(console.variable("NO_COLOR", "").run("scan", ".").out()).contains(ESCAPE);
    assertThat(console.variable("NO_COLOR", "1").run("scan", ".").out()).doesNotContain(ESCAPE);
    assertThat(console.variable("NO_COLOR", "").variable("TERM", "dumb").run("scan", ".").out())
        .doesNotContain(ESCAPE);
    assertThat(console.run("scan", ".", "--color", "always", "--report", "text=f.txt").code())
        .isEqualTo(1);
    assertThat(folder.resolve("f.txt")).content().doesNotContain(ESCAPE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--report jsn            | unknown format \"jsn\"; did you mean \"json\"?",
        "--report text --report json | two reports go to standard output",
        "--report json=a --report sarif=./a | two reports go to",
        "--report json=          | no file after '='",
        "--report json=no/such/f | has no folder to lie in",
        "--report json=.         | is a folder",
        "--fail-on eror          | unknown severity \"eror\"; did you mean \"error\"?",
        "--color sometimes       | unknown word \"sometimes\"",
        "--threads 0             | a number from 1 to 1024, not 0",
        "--threads x             | is not an int",
        "--platfrom P1           | unknown option \"--platfrom\"; did you mean \"--platform\"?",
        "--strict_coverage=yes   | unknown option \"--strict_coverage\"; did you mean"
            + " \"--strict-coverage\"?",
        "--report                | FORMAT[=FILE]",
        "-q -v                   | contradict each other",
      })
  void aWrongCommandLineStopsBeforeAnythingIsScanned(String arguments, String message) {
    String[] words = ("scan . " + arguments.strip()).split(" +");
    Run run = new Console(folder).run(words);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("dmalint: ").contains(message).doesNotContain("\tat ");
  }

  @Test
  void anEmptyPathIsNotTheCurrentFolder() {
    Run run = new Console(folder).run("scan", "");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("an empty path");
  }

  @Test
  void whatTheScanRefusesEndsWithTwo() {
    Console console =
        new Console(folder)
            .scanner(
                (request, progress) -> {
                  throw new UsageException("dmalint.yaml:4:3: unknown \u001b[31mkey");
                });
    Run run = console.run("scan", ".");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("dmalint: dmalint.yaml:4:3: unknown <U+001B>[31mkey\n");
    assertThat(console.run("scan", ".", "-vv").err()).contains("UsageException");
  }

  @Test
  void aFaultOfOursEndsWithFourInOneLine() {
    Console console =
        new Console(folder)
            .scanner(
                (request, progress) -> {
                  throw new IllegalStateException("no such region");
                });
    Run run = console.run("scan", ".");
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains("internal error (IllegalStateException: no such region)", "-vv");
    assertThat(console.run("scan", ".", "-vv").err()).contains("    at dev.dmalint");
    assertThat(console.run("scan", ".", "-v", "-v").err()).contains("    at dev.dmalint");
  }

  @Test
  void evenAnErrorOfTheJvmEndsWithFour() {
    Console console =
        new Console(folder)
            .scanner(
                (request, progress) -> {
                  throw new OutOfMemoryError("Java heap space");
                });
    Run run = console.run("scan", ".");
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err())
        .isEqualTo(
            "dmalint: out of memory; give it more with"
                + " DMALINT_JAVA_OPTS=-Xmx4g, or scan less at once\n");
  }

  @Test
  void aReaderThatGoesAwayIsNothingToTalkAbout() {
    Console console = console(Gate.FAILED, Extent.COMPLETE).to(failing("Broken pipe"));
    for (String[] arguments : new String[][] {{"scan", "."}, {"--help"}, {"--version"}}) {
      Run run = console.run(arguments);
      assertThat(run.code()).isEqualTo(4);
      assertThat(run.err()).isEmpty();
    }
  }

  @Test
  void aFullDiskIsSaid() {
    Console console = console(Gate.PASSED, Extent.COMPLETE).to(failing("No space left on device"));
    Run run = console.run("scan", ".");
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err())
        .isEqualTo("dmalint: cannot write to standard output: No space left on device\n");
  }

  @Test
  void aReportReplacesItsFileWholeAndLeavesNothingBeside() throws Exception {
    Files.writeString(folder.resolve("f.json"), "old");
    console(Gate.PASSED, Extent.COMPLETE).run("scan", ".", "--report", "json=f.json");
    assertThat(json(folder.resolve("f.json")).has("coverage")).isTrue();
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int unit) throws IOException {
        throw new IOException(message);
      }
    };
  }

  private static JsonNode json(Path file) {
    return new JsonMapper().readTree(file);
  }

  private Console console(Gate gate, Extent extent) {
    return new Console(folder).scanner((request, progress) -> Outcomes.of(gate, extent));
  }
}
