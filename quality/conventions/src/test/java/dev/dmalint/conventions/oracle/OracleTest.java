package dev.dmalint.conventions.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.analyzer.Progress;
import dev.dmalint.conventions.Repository;
import dev.dmalint.findings.Finding;
import dev.dmalint.findings.Platforms;
import dev.dmalint.findings.Report;
import dev.dmalint.scan.Scan;
import dev.dmalint.scan.ScanRequest;
import dev.dmalint.scan.usage.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The table of mistakes and worlds is what the machine does, and the analysis agrees with it in
 * every cell but those that are listed with a reason. {@code -Dgolden=update} rewrites the table.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OracleTest {
  private static final String HERE = "quality/conventions/src/test/";
  private static final Path TABLE = Repository.file(HERE + "resources/oracle/oracle.txt");
  private static final Path DIFFERENCES =
      Repository.file(HERE + "resources/oracle/differences.txt");
  private static final List<String> SOURCES =
      List.of(HERE + "java/dev/dmalint/conventions/oracle/drivers", "sample-drivers");
  private static final int MISTAKES = 32;

  /** Nothing is claimed of devices behind a virtio-iommu that nobody drives. */
  private static final String NOTHING_CLAIMED = "P9";

  private final Map<Subject, NativeRow> rows =
      new TreeMap<>(java.util.Comparator.comparing(Subject::name));
  private Report report;

  @BeforeAll
  void runAndScan() throws UsageException {
    Stream.concat(Subject.small().stream(), Subject.samples().stream())
        .forEach(subject -> rows.put(subject, NativeRow.of(subject)));
    report =
        Scan.run(
                ScanRequest.of(Repository.file(""), SOURCES.stream().map(Path::of).toList()),
                Progress.SILENT)
            .report();
  }

  @Test
  void theTableIsWhatTheMachineDoes() throws IOException {
    StringBuilder table = new StringBuilder();
    rows.forEach(
        (subject, row) -> {
          table.append(subject.name()).append('\n');
          row.worlds()
              .forEach(
                  (outcome, worlds) ->
                      table.append("  %-8s %s%n".formatted(outcome, String.join(" ", worlds))));
        });
    String made = table.toString().replace("\r\n", "\n");
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(TABLE, made, UTF_8);
    }

    assertThat(made).isEqualTo(Files.readString(TABLE, UTF_8));
  }

  @Test
  void theAnalysisAgreesButForListedDifferences() throws IOException {
    List<String> found = new ArrayList<>();
    rows.forEach((subject, row) -> compare(subject, row, found));

    assertThat(found).containsExactlyElementsOf(listed(DIFFERENCES));
  }

  @Test
  void everyMistakeOfTheCatalogueIsInTheTable() {
    List<String> all = IntStream.rangeClosed(1, MISTAKES).mapToObj("E%02d"::formatted).toList();
    List<String> elsewhere = List.of("E15", "E32");

    assertThat(Stream.concat(rows.keySet().stream().map(Subject::mistake), elsewhere.stream()))
        .containsAll(all);
  }

  /** The lines of a file of differences; the others are reasons. */
  static List<String> listed(Path file) throws IOException {
    return Files.readAllLines(file, UTF_8).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  private void compare(Subject subject, NativeRow row, List<String> found) {
    boolean hasRule =
        report.rules().stream()
            .anyMatch(rule -> rule.mistake().equals(java.util.Optional.of(subject.mistake())));
    TreeSet<String> predicted = new TreeSet<>();
    for (Finding finding : report.findings()) {
      Platforms here = finding.drivers().get(subject.driver().getName());
      if (here != null) {
        predicted.addAll(here.breaks());
      }
    }
    TreeSet<String> actual = new TreeSet<>(row.platforms().breaks());
    actual.remove(NOTHING_CLAIMED);
    predicted.remove(NOTHING_CLAIMED);
    if (!hasRule) {
      found.add(subject.name() + ": no rule");
    }
    TreeSet<String> missed = new TreeSet<>(actual);
    missed.removeAll(predicted);
    TreeSet<String> spurious = new TreeSet<>(predicted);
    spurious.removeAll(actual);
    if (hasRule && !missed.isEmpty()) {
      found.add(subject.name() + ": missed on " + String.join(" ", missed));
    }
    if (!spurious.isEmpty()) {
      found.add(subject.name() + ": claimed on " + String.join(" ", spurious));
    }
  }
}
