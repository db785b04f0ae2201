package dev.dmalint.conventions.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.analyzer.Progress;
import dev.dmalint.conventions.Repository;
import dev.dmalint.findings.Finding;
import dev.dmalint.findings.Report;
import dev.dmalint.scan.Scan;
import dev.dmalint.scan.ScanRequest;
import dev.dmalint.scan.usage.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Addresses are followed through the shapes in which drivers pass them on. */
final class ShapesTest {
  private static final String SHAPES = "quality/conventions/src/test/resources/shapes";

  @Test
  void everyShapeEarnsWhatItsCommentsSay() throws IOException, UsageException {
    List<Mark> marks = new ArrayList<>();
    for (Path file : Repository.below(SHAPES, ".java")) {
      String name = Repository.file("").relativize(file).toString().replace('\\', '/');
      marks.addAll(MarkReader.read(name, Files.readString(file)));
    }
    Report report =
        Scan.run(ScanRequest.of(Repository.file(""), List.of(Path.of(SHAPES))), Progress.SILENT)
            .report();
    List<Finding> findings = report.findings();

    assertThat(new Expectations(marks).disagreements(findings)).isEmpty();
    assertThat(marks).hasSizeGreaterThan(findings.size());
  }
}
