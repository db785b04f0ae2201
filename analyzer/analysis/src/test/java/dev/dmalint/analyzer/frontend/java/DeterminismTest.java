package dev.dmalint.analyzer.frontend.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.analyzer.frontend.FrontendOptions;
import dev.dmalint.analyzer.frontend.Lowered;
import dev.dmalint.analyzer.frontend.SourceFile;
import dev.dmalint.analyzer.ir.IrPrinter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same files give the same bytes, whatever the threads and the order. */
final class DeterminismTest {
  private static final List<SourceFile> FILES = files();

  private static List<SourceFile> files() {
    List<SourceFile> files = new ArrayList<>();
    Sources.below(Path.of("src/test/resources/ir")).files().forEach(files::add);
    Sources.below(Path.of("src/main/java/dev/dmalint/analyzer/ir")).files().forEach(files::add);
    return files;
  }

  private static String text(List<SourceFile> files, int threads) {
    Lowered lowered = new JavaFrontend().lower(files, new FrontendOptions(List.of(), threads, 60));
    return IrPrinter.text(lowered.program()) + lowered.files() + lowered.gaps();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void threadsAndOrderDoNotShow(int threads) {
    List<SourceFile> shuffled = new ArrayList<>(FILES);
    Collections.shuffle(shuffled, new Random(threads));
    assertThat(text(shuffled, threads)).isEqualTo(text(FILES, 1));
  }

  @Test
  void batchesDoNotShow() {
    List<SourceFile> padded = new ArrayList<>(FILES);
    String filler = "// " + "x".repeat(3 << 20);
    padded.add(new SourceFile("M1.java", filler));
    padded.add(new SourceFile("M2.java", filler));
    assertThat(new JavaFrontend().lower(padded, new FrontendOptions(List.of(), 2, 60)).program())
        .isEqualTo(
            new JavaFrontend().lower(FILES, new FrontendOptions(List.of(), 1, 60)).program());
  }
}
