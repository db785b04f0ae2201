package dev.dmalint.analyzer.frontend.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.analyzer.frontend.Lowered;
import dev.dmalint.analyzer.ir.IrPrinter;
import dev.dmalint.analyzer.ir.IrVerifier;
import dev.dmalint.findings.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One source for each family of constructs, and the IR it must become. */
final class GoldenIrTest {
  private static final Path FOLDER = Path.of("src/test/resources/ir");

  static List<String> families() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void becomesTheIrOnRecord(String family) throws IOException {
    Lowered lowered =
        Sources.of(family + ".java", Files.readString(FOLDER.resolve(family + ".java"))).lower();
    assertThat(IrVerifier.faults(lowered.program())).isEmpty();
    Path golden = FOLDER.resolve(family + ".txt");
    String text = text(lowered);
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }

  /** The types and the gaps; what the JDK declares differs from one version to the next. */
  private static String text(Lowered lowered) {
    String types =
        lowered.program().types().stream().map(IrPrinter::text).collect(Collectors.joining());
    String gaps = lowered.gaps().stream().map(GoldenIrTest::text).collect(Collectors.joining());
    return types + lowered.files().values() + "\n" + gaps;
  }

  private static String text(Gap gap) {
    return gap.line() + " " + gap.kind().word() + ": " + gap.message() + "\n";
  }
}
