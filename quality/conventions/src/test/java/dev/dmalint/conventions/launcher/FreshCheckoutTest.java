package dev.dmalint.conventions.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.conventions.Repository;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with the real Maven and the real JDK, in copies of the sources. */
@Tag("full")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "dmalint.cmd is the launcher there")
final class FreshCheckoutTest {
  private static final Set<String> NOT_SOURCE = Set.of("target", ".git", ".idea");

  @TempDir Path folder;

  @Test
  void twoFirstUsesInTwoFoldersGiveTheSameBytes() throws Exception {
    Path first = firstUse("a check out");
    Path second = firstUse("another");
    for (String jar :
        new String[] {"dmalint.jar", "stubs/dmalint-port.jar", "machine/dmalint-machine.jar"}) {
      assertThat(first.resolve(jar)).hasSameBinaryContentAs(second.resolve(jar));
    }
    theThunderboltSampleRuns(first, folder.resolve("a check out"));
  }

  /** What the README shows, by the launcher: compile against the port, then run. */
  private void theThunderboltSampleRuns(Path distribution, Path root) throws Exception {
    String classes = folder.resolve("card").toString();
    List<String> compile =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-cp",
                distribution.resolve("stubs/dmalint-port.jar").toString(),
                "-d",
                classes));
    Path sources = root.resolve("sample-drivers/src/main/java/dev/dmalint/samples/thunderbolt");
    try (Stream<Path> files = Files.list(sources.resolve("broken"))) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(compile::add);
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, compile.toArray(String[]::new)))
        .isZero();
    for (String platform : List.of("P4", "P1")) {
      Path out = folder.resolve("run.out");
      Process process =
          new ProcessBuilder(
                  root.resolve("dmalint").toString(),
                  "run",
                  "dev.dmalint.samples.thunderbolt.broken.CaptureCard",
                  "--classpath=" + classes,
                  "--device=1b2e:c4a7",
                  "--platform=" + platform)
              .redirectOutput(out.toFile())
              .redirectError(folder.resolve("run.err").toFile())
              .start();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).isEqualTo(platform.equals("P4") ? 0 : 1);
      assertThat(out)
          .content()
          .contains(platform.equals("P4") ? "works: nothing went wrong" : "reason 0x06 R:0x");
    }
  }

  /** {@return the distribution that the first use in a new copy of the sources has made} */
  private Path firstUse(String name) throws IOException, InterruptedException {
    Path root = folder.resolve(name);
    copySources(root);
    Path out = folder.resolve(name + ".out");
    Path err = folder.resolve(name + ".err");
    Process process =
        new ProcessBuilder(root.resolve("dmalint").toString(), "--version")
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("the build ends in time").isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isZero();
    assertThat(err).content().startsWith("dmalint: building for the first use").hasLineCount(1);
    assertThat(out).content().contains("0.1.0");
    return root.resolve("cli/target/dist");
  }

  private static void copySources(Path target) throws IOException {
    Path source = Repository.file("");
    Files.walkFileTree(
        source,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes)
              throws IOException {
            if (!at.equals(source) && NOT_SOURCE.contains(at.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(target.resolve(source.relativize(at)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path at, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(at, target.resolve(source.relativize(at)));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
