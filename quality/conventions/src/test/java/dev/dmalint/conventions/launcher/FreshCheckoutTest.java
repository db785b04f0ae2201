package dev.dmalint.conventions.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.conventions.Repository;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
    for (String jar : new String[] {"dmalint.jar", "stubs/dmalint-port.jar"}) {
      assertThat(first.resolve(jar)).hasSameBinaryContentAs(second.resolve(jar));
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
