package dev.dmalint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a whole process asks of the kernel, as strace tells: no socket, no other process, and
 * nothing written but the reports.
 */
@Tag("full")
final class SystemCallsTest {
  /** The C library asks it for the user's name when a JVM starts, if it is there. */
  private static final String NAME_SERVICE = "/var/run/nscd/socket";

  private static final Pattern STARTS_A_PROCESS =
      Pattern.compile("\\b(execve|execveat|fork|vfork|clone3?)\\(");
  private static final Pattern CHANGES_A_FILE =
      Pattern.compile(
          "\\b(open(at)?\\(.*O_(WRONLY|RDWR|CREAT|TRUNC)"
              + "|(creat|mkdir|mknod|rename|link|symlink|unlink|rmdir|truncate"
              + "|chmod|chown|utime|setxattr)\\w*\\()");

  @TempDir Path temporary;

  private Path folder;
  private Path tree;

  @BeforeEach
  void writeATree() throws IOException {
    Path strace = Path.of("/usr/bin/strace");
    assumeTrue(Files.isExecutable(strace), "needs strace");
    folder = temporary.toRealPath();
    tree = Files.createDirectory(folder.resolve("tree"));
    Files.writeString(
        tree.resolve("Ring.java"),
        """
        import dev.dmalint.iokit.IOBufferMemoryDescriptor;
        import dev.dmalint.iokit.IOPCIDevice;

        class Ring extends Missing {
          void program(IOPCIDevice device, IOBufferMemoryDescriptor ring) {
            device.ioWrite32(0x10, (int) ring.getPhysicalAddress());
          }
        }
        """);
    Files.writeString(tree.resolve("Broken.java"), "class Broken {");
    Files.writeString(tree.resolve("Info.plist"), "<plist>");
    Files.createSymbolicLink(tree.resolve("loop"), Path.of("."));
    Files.writeString(
        folder.resolve("model.yaml"), "package: com.example\nrows:\n  Missing:\n    none(): []\n");
    Files.writeString(folder.resolve("settings.yaml"), "threads: 2\n");
  }

  @Test
  void aScanAsksForNoSocketAndNoProcessAndWritesOnlyItsReports() throws Exception {
    var before = contents();
    List<String> calls =
        scan(
            "--report=json=out.json",
            "--report=sarif=out.sarif",
            "--report=text=out.txt",
            "--models=model.yaml",
            "--config=settings.yaml",
            "--classpath=" + jar());
    assertThat(contents()).isEqualTo(before);
    assertThat(folder.resolve("out.json")).content().contains("\"partial\": 1");
    assertThat(calls.stream().filter(STARTS_A_PROCESS.asPredicate()))
        .as("processes, after the one of strace")
        .allMatch(call -> call.contains("CLONE_THREAD"));
    assertThat(sockets(calls)).as("sockets").isEmpty();
    assertThat(calls.stream().filter(CHANGES_A_FILE.asPredicate()))
        .as("writing")
        .allMatch(call -> call.contains("/.dmalint-report-") || call.contains("\"/proc/self/"));
  }

  @Test
  void findingsOnStandardOutputTakeNoMore() throws Exception {
    assertThat(sockets(scan("--report=sarif", "--no-tree-config"))).isEmpty();
  }

  /**
   * {@return the calls on sockets, without what the C library does before anything of ours runs}
   */
  private static List<String> sockets(List<String> calls) {
    List<String> sockets = new ArrayList<>();
    String asked = "";
    for (String call : calls) {
      if (call.contains("connect(") && call.contains(NAME_SERVICE)) {
        sockets.remove(asked);
      } else if (call.matches(
          ".*\\b(socket|socketpair|connect|bind|listen|accept|get\\w*name)\\(.*")) {
        sockets.add(call);
        asked = call;
      }
    }
    return sockets;
  }

  /** {@return the system calls of a scan, after the one that started it} */
  private List<String> scan(String... more) throws IOException, InterruptedException {
    Path trace = folder.resolve("trace");
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of("/usr/bin/strace", "-f", "-qq", "-s", "4096", "-e", "trace=network,process,file"));
    command.addAll(List.of("-o", trace.toString()));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:-UsePerfData", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Main.class.getName(), "scan", "tree", "--fail-on=never"));
    command.addAll(List.of(more));
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assumeTrue(Files.exists(trace) && Files.size(trace) > 0, "strace may not trace here");
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    try (Stream<String> lines = Files.lines(trace)) {
      return lines.skip(1).toList();
    }
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.toList()) {
        contents.put(
            file.toString(),
            Files.isRegularFile(file)
                ? Files.readString(file)
                : Files.getLastModifiedTime(file).toString());
      }
    }
    return contents;
  }

  /** {@return some jar of the class path of this test} */
  private static String jar() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> entry.endsWith(".jar"))
        .findFirst()
        .orElseThrow();
  }
}
