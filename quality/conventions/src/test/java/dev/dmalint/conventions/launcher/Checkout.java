package dev.dmalint.conventions.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dmalint.conventions.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A checkout in miniature: the real launcher, a pom, a source, and beside them a JDK and a Maven
 * that are scripts. The Java prints how it was started; the Maven notes each build and makes the
 * three jars, so that what the launcher decides can be watched in milliseconds.
 */
final class Checkout {
  private static final String JAVA =
      """
      #!/bin/sh
      case "$*" in
        *-Xshare:dump*)
          for argument in "$@"; do
            case $argument in -XX:SharedArchiveFile=*) : >"${argument#*=}" ;; esac
          done ;;
      esac
      printf 'in %s\\n' "$PWD"
      for argument in "$@"; do printf '<%s>\\n' "$argument"; done
      exit "${JAVA_EXIT:-0}"
      """;

  private static final String MAVEN =
      """
      #!/bin/sh
      echo "$$ $*" >>"$MAVEN_NOTES"
      echo 'this goes to the log'
      [ -z "${MAVEN_SLEEP:-}" ] || sleep "$MAVEN_SLEEP"
      [ -z "${MAVEN_FAILS:-}" ] || { echo 'Broken.java:1: not Java'; exit 1; }
      mkdir -p cli/target/quick/dist/stubs cli/target/quick/dist/machine
      echo jar >cli/target/quick/dist/dmalint.jar
      echo jar >cli/target/quick/dist/stubs/dmalint-port.jar
      echo jar >cli/target/quick/dist/machine/dmalint-machine.jar
      """;

  private static final List<String> TOOLS =
      List.of(
          "find",
          "head",
          "mkdir",
          "mv",
          "ps",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "sleep",
          "tail",
          "uname");

  private final Path base;
  private final Path root;

  private Checkout(Path base, Path root) {
    this.base = base;
    this.root = root;
  }

  static Checkout in(Path base) throws IOException {
    Path root = Files.createDirectories(base.toRealPath().resolve("a check out"));
    Checkout checkout = new Checkout(base.toRealPath(), root);
    Files.copy(Repository.file("dmalint"), checkout.launcher());
    executable(checkout.launcher());
    checkout.write("pom.xml", "<project/>");
    checkout.write("cli/src/main/java/Main.java", "class Main {}");
    checkout.script("jdk/bin/java", JAVA);
    checkout.script("jdk/bin/javac", "#!/bin/sh\n");
    checkout.javaVersion("17.0.15");
    checkout.script("maven/mvn", MAVEN);
    for (String tool : TOOLS) {
      checkout.script("tools/" + tool, "#!/bin/sh\nexec " + onPath(tool) + " \"$@\"\n");
    }
    return checkout;
  }

  Path launcher() {
    return root.resolve("dmalint");
  }

  Path base() {
    return base;
  }

  Path root() {
    return root;
  }

  Path jar() {
    return root.resolve("cli/target/dist/dmalint.jar");
  }

  Path lock() {
    return root.resolve("target/launcher/lock");
  }

  void javaVersion(String version) throws IOException {
    Files.writeString(base.resolve("jdk/release"), "JAVA_VERSION=\"" + version + "\"\n");
  }

  Path write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  /** Makes all that is there look a minute old, as it does to the next use of the launcher. */
  void age() throws IOException {
    FileTime then = FileTime.from(Instant.now().minusSeconds(60));
    List<Path> all;
    try (var walk = Files.walk(root)) {
      all = walk.toList();
    }
    for (Path path : all) {
      Files.setLastModifiedTime(path, then);
    }
  }

  /** {@return one line for each build the launcher asked for: the process and the arguments} */
  List<String> builds() throws IOException {
    Path notes = base.resolve("notes");
    return Files.exists(notes) ? Files.readAllLines(notes) : List.of();
  }

  Run run(String... arguments) throws IOException, InterruptedException {
    return start(Map.of(), root, launcher(), arguments).end();
  }

  Run run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return start(environment, root, launcher(), arguments).end();
  }

  Run.Started start(Map<String, String> environment, Path folder, Path script, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(shell());
    command.add(script.toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("JAVA_HOME", base.resolve("jdk").toString());
    builder.environment().put("PATH", base.resolve("tools") + ":" + base.resolve("maven"));
    builder.environment().put("MAVEN_NOTES", base.resolve("notes").toString());
    builder.environment().putAll(environment);
    return Run.start(builder, Files.createTempDirectory(base, "run"));
  }

  /** {@return the shell to run under: of those a system may have as sh, the strictest here} */
  private static List<String> shell() {
    Path dash = Path.of("/bin/dash");
    return List.of(Files.isExecutable(dash) ? dash.toString() : "/bin/sh");
  }

  private void script(String file, String text) throws IOException {
    Path path = base.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    executable(path);
  }

  private static void executable(Path file) throws IOException {
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make executable: " + file);
    }
  }

  private static Path onPath(String tool) throws IOException {
    for (String folder : List.of("/usr/bin", "/bin")) {
      Path path = Path.of(folder, tool);
      if (Files.isExecutable(path)) {
        return path;
      }
    }
    throw new IOException("no " + tool + " in /usr/bin or /bin");
  }

  /** What one start of the launcher left behind. */
  record Run(int exit, String out, String err) {
    static Started start(ProcessBuilder builder, Path notes) throws IOException {
      Path out = notes.resolve("out");
      Path err = notes.resolve("err");
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      return new Started(builder.start(), out, err);
    }

    /** A launcher that may still be running. */
    record Started(Process process, Path out, Path err) {
      Run end() throws IOException, InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new IOException("the launcher did not end: " + Files.readString(err, UTF_8));
        }
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
      }
    }
  }
}
