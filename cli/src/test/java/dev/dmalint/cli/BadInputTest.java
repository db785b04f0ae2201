package dev.dmalint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dmalint.cli.Console.Run;
import dev.dmalint.scan.Scan;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What users get wrong, through the whole command: a message that names the place and says what to
 * do, the right exit code, no stack trace, and the rest is scanned.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links and pipes need other commands there")
final class BadInputTest {
  private static final String GOOD = "tree/Good.java";

  @TempDir Path temporary;

  private Path folder;
  private Console console;
  private List<String> before = List.of();

  @BeforeEach
  void writeAGoodFile() throws IOException {
    folder = temporary.toRealPath();
    console = new Console(folder).scanner((request, progress) -> Scan.run(request, progress));
    write(GOOD, "class Good { int one() { return 1; } }\n");
  }

  @AfterEach
  void theTreeIsAsItWas() throws IOException {
    if (!before.isEmpty()) {
      assertThat(listing()).isEqualTo(before);
    }
  }

  @Test
  void aGoodTreeIsCleanAndComplete() throws IOException {
    Run run = scan("--strict-coverage");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(line(1, "1 parsed, 0 partial, 0 failed, 0 skipped", 0));
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aPathThatIsNotThere() {
    refused(console.run("scan", "tree", "tre"), "no such file or folder: \"tre\"");
  }

  @Test
  void anEmptyTree() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    Run run = console.run("scan", "empty", "--strict-coverage");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("note: no Java file below \"empty\"", "0 files: 0 parsed");
  }

  @Test
  void anUnreadableFile() throws IOException {
    write("tree/Closed.java", "class Closed {}");
    Path closed = folder.resolve("tree/Closed.java");
    assumeTrue(closed.toFile().setReadable(false) && !Files.isReadable(closed), "run as root");
    gap(
        "0 partial, 1 failed, 0 skipped",
        "unreadable (1)",
        "tree/Closed.java:1: it cannot be read");
  }

  @Test
  void aSyntaxError() throws IOException {
    write("tree/Broken.java", "class Broken {\n  int one() { return 1; }\n  int two( { }\n}\n");
    gap("1 parsed, 1 partial, 0 failed, 0 skipped", "syntax-error", "tree/Broken.java:3: ");
  }

  @Test
  void aBinaryFile() throws IOException {
    Files.write(folder.resolve("tree/Class.java"), new byte[] {(byte) 0xca, (byte) 0xfe, 0, 0});
    gap("0 partial, 0 failed, 1 skipped", "not-text (1)", "tree/Class.java:1: it holds NUL bytes");
  }

  @Test
  void aFileOfFiftyMegabytes() throws IOException {
    try (var sparse = new RandomAccessFile(folder.resolve("tree/Large.java").toFile(), "rw")) {
      sparse.setLength(50_000_000);
    }
    gap("0 partial, 0 failed, 1 skipped", "too-large (1)", "tree/Large.java:1: it has 20000000");
  }

  @Test
  void aLoopOfLinks() throws IOException {
    Files.createSymbolicLink(folder.resolve("tree/loop"), Path.of("."));
    Run run = scan("--strict-coverage");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("1 file: 1 parsed");
  }

  @Test
  void aPipe() throws Exception {
    assumeTrue(new ProcessBuilder("mkfifo", folder + "/tree/Pipe.java").start().waitFor() == 0);
    gap("0 partial, 0 failed, 1 skipped", "not-a-file (1)", "tree/Pipe.java:1: it is a pipe");
  }

  @Test
  void aMalformedPlist() throws IOException {
    write("tree/Info.plist", "<plist>\n<dict>\n<key>IOKitPersonalities</key>\n</dict></plist>\n");
    gap("0 partial, 0 failed, 0 skipped", "identity (1)", "tree/Info.plist:4: the key");
  }

  @Test
  void wordsThatAreUnknown() {
    refused(scan("--platform", "P99"), "unknown platform \"P99\"; did you mean \"P9\"?");
    refused(scan("--rule", "E0l"), "unknown rule \"E0l\"; did you mean \"E01\"?");
    refused(scan("--repot", "json"), "unknown option \"--repot\"; did you mean \"--report\"?");
    refused(scan("--report", "sariff"), "unknown format \"sariff\"; did you mean \"sarif\"?");
    refused(console.run("explain", "E0l"), "unknown rule \"E0l\"; did you mean \"E01\"?");
    refused(console.run("platforms", "show", "P99"), "unknown platform \"P99\"");
  }

  @Test
  void aBrokenModel() throws IOException {
    write("model.yaml", "rows:\n  - call: [\n");
    refused(scan("--models", "model.yaml"), "model.yaml:");
    refused(scan("--models", "nowhere.yaml"), "nowhere.yaml", "no such file");
  }

  @Test
  void aBrokenConfiguration() throws IOException {
    write("dmalint.yaml", "threads: 2\nplatfroms: [P1]\n");
    refused(scan(), "dmalint.yaml:2:1: ", "\"platfroms\"; did you mean \"platforms\"?");
    write("dmalint.yaml", "rules: {E01: [}\n");
    refused(scan(), "dmalint.yaml:1:", "not YAML");
    refused(scan("--config", "nowhere.yaml"), "no such file: \"nowhere.yaml\"");
    assertThat(scan("--no-tree-config").code()).isZero();
  }

  @Test
  void aClassPathEntryThatIsNotThere() {
    refused(scan("--classpath", "lib/nowhere.jar"), "--classpath", "\"lib/nowhere.jar\"");
  }

  /** A scan that goes on around something it cannot read, and says so. */
  private void gap(String counts, String... messages) throws IOException {
    before = listing();
    Run run = scan("-v");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains(counts).contains(messages);
    assertThat(run.out() + run.err()).doesNotContain("\tat ", "Exception");
    assertThat(scan("--strict-coverage").code()).isEqualTo(3);
  }

  private static void refused(Run run, String... messages) {
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("dmalint: ")
        .contains(messages)
        .doesNotContain("\tat ", "    at ", "Exception");
  }

  private static String line(int files, String counts, int findings) {
    return "%d file: %s, 0 indexed; %d findings, 0 gaps\n".formatted(files, counts, findings);
  }

  private Run scan(String... more) {
    return console.run(
        Stream.concat(Stream.of("scan", "tree"), Stream.of(more)).toArray(String[]::new));
  }

  private List<String> listing() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
