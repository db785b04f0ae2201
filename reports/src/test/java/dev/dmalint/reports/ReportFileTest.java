package dev.dmalint.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dmalint.findings.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
  private static final Report REPORT = SampleReports.everything();
  private static final Renderer JSON = Format.JSON.renderer(RenderOptions.plain());

  @TempDir Path folder;

  @Test
  void aReportIsWrittenWhole() throws IOException {
    Path target = folder.resolve("report.json");
    ReportFile.write(target, JSON, REPORT);
    assertThat(target).content().isEqualTo(Golden.rendered(JSON, REPORT));
    assertThat(names()).containsExactly("report.json");
  }

  @Test
  void anOlderReportIsReplaced() throws IOException {
    Path target = Files.writeString(folder.resolve("report.json"), "old");
    ReportFile.write(target, JSON, REPORT);
    assertThat(target).content().isEqualTo(Golden.rendered(JSON, REPORT));
  }

  @Test
  void aWriteThatFailsLeavesTheOlderReportAndNothingElse() throws IOException {
    Path target = Files.writeString(folder.resolve("report.json"), "old");
    Renderer failing =
        (report, out) -> {
          out.write("half");
          out.flush();
          throw new IOException("No space left on device");
        };
    assertThatThrownBy(() -> ReportFile.write(target, failing, REPORT))
        .isInstanceOf(ReportFileException.class)
        .hasMessage(
            "cannot write report \"%s\": No space left on device; name another file", target);
    assertThat(target).content().isEqualTo("old");
    assertThat(names()).containsExactly("report.json");
  }

  @Test
  void aRendererThatBreaksLeavesNothing() throws IOException {
    Renderer broken =
        (report, out) -> {
          out.write("half");
          throw new IllegalStateException("ours");
        };
    Path target = folder.resolve("report.json");
    assertThatThrownBy(() -> ReportFile.write(target, broken, REPORT))
        .isInstanceOf(IllegalStateException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void anInterruptEndsTheWritingAndLeavesTheOlderReport() throws IOException {
    Path target = Files.writeString(folder.resolve("report.json"), "old");
    Renderer endless =
        (report, out) -> {
          Thread.currentThread().interrupt();
          while (true) {
            out.append("x".repeat(10_000)).flush();
          }
        };
    try {
      assertThatThrownBy(() -> ReportFile.write(target, endless, REPORT))
          .isInstanceOf(ReportFileException.class)
          .hasMessage("cannot write report \"%s\": the run was told to end", target);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(target).content().isEqualTo("old");
    assertThat(names()).containsExactly("report.json");
  }

  @Test
  void anInterruptAfterTheLastByteComesInTimeToo() throws IOException {
    Path target = folder.resolve("report.json");
    Renderer last =
        (report, out) -> {
          out.append("whole").flush();
          Thread.currentThread().interrupt();
        };
    try {
      assertThatThrownBy(() -> ReportFile.write(target, last, REPORT))
          .isInstanceOf(ReportFileException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(names()).isEmpty();
  }

  @Test
  void aMissingDirectoryIsNamedWithWhatToDo() {
    Path target = folder.resolve("missing").resolve("report.json");
    assertThatThrownBy(() -> ReportFile.write(target, JSON, REPORT))
        .isInstanceOf(ReportFileException.class)
        .hasMessage(
            "cannot write report \"%s\": its directory does not exist;"
                + " create it or name another file",
            target);
  }

  @Test
  void whatARunThatWasKilledLeftIsNotInTheWay() throws IOException {
    Files.writeString(folder.resolve(".dmalint-report-0.tmp"), "half");
    ReportFile.write(folder.resolve("report.json"), JSON, REPORT);
    assertThat(folder.resolve("report.json")).content().isEqualTo(Golden.rendered(JSON, REPORT));
    assertThat(names()).containsExactly(".dmalint-report-0.tmp", "report.json");
  }

  @Test
  void runsThatWriteTheSameFileAtOnceLeaveOneWholeReport() throws IOException {
    Path target = folder.resolve("report.json");
    IntStream.range(0, 32)
        .parallel()
        .forEach(
            run -> {
              try {
                ReportFile.write(target, JSON, REPORT);
              } catch (ReportFileException broken) {
                throw new UncheckedIOException(broken);
              }
            });
    assertThat(target).content().isEqualTo(Golden.rendered(JSON, REPORT));
    assertThat(names()).containsExactly("report.json");
  }

  @Test
  void aDirectoryIsNoTarget() {
    assertThatThrownBy(() -> ReportFile.write(folder, JSON, REPORT))
        .isInstanceOf(ReportFileException.class)
        .hasMessage("cannot write report \"%s\": it is a directory; name another file", folder);
  }

  @Test
  void aDirectoryThatMayNotBeWrittenIsNamed() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    assumeTrue(closed.toFile().setWritable(false) && !Files.isWritable(closed));
    try {
      assertThatThrownBy(() -> ReportFile.write(closed.resolve("r.json"), JSON, REPORT))
          .isInstanceOf(ReportFileException.class)
          .hasMessageContaining("permission denied");
    } finally {
      assertThat(closed.toFile().setWritable(true)).isTrue();
    }
  }

  @Test
  void aSymbolicLinkStaysOne() throws IOException {
    Path real = Files.writeString(folder.resolve("real.json"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), real.getFileName());
    ReportFile.write(link, JSON, REPORT);
    assertThat(link).isSymbolicLink();
    assertThat(real).content().isEqualTo(Golden.rendered(JSON, REPORT));
  }

  @Test
  void aPipeIsWrittenToAndStaysOne() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
    assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor()).isZero();
    CompletableFuture<String> read =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Files.readString(pipe);
              } catch (IOException broken) {
                return broken.toString();
              }
            });
    ReportFile.write(pipe, JSON, REPORT);
    assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo(Golden.rendered(JSON, REPORT));
    assertThat(Files.isRegularFile(pipe)).isFalse();
    assertThat(names()).containsExactly("pipe");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
