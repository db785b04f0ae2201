package dev.dmalint.conventions.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the machine does with each whole sample driver is what the scan says of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SampleTableAgreementTest {
  private static final Path TABLE =
      Repository.file("iokit/machine/src/test/resources/dev/dmalint/machine/sample-table.txt");
  private static final Path DIFFERENCES =
      Repository.file("quality/conventions/src/test/resources/oracle/sample-differences.txt");
  private static final Pattern LINE = Pattern.compile("(\\w+) (\\w+) on (P\\w+)(/\\S+)?: (\\S+)");
  private static final Set<String> BREAKS =
      Set.of("faults", "corrupts", "panics", "refuses", "hangs");
  private static final Set<String> KNOWN = Set.of("works", "n/a", "unfit");

  private final Map<String, Set<String>> platforms = new TreeMap<>();
  private final Map<String, Set<String>> broken = new TreeMap<>();
  private Report report;

  @BeforeAll
  void readAndScan() throws IOException, UsageException {
    for (String line : Files.readAllLines(TABLE, UTF_8)) {
      Matcher parts = LINE.matcher(line);
      assertThat(parts.matches()).as(line).isTrue();
      String driver = parts.group(1) + "." + parts.group(2);
      String outcome = parts.group(5);
      assertThat(BREAKS.contains(outcome) || KNOWN.contains(outcome)).as(line).isTrue();
      platforms.computeIfAbsent(driver, key -> new TreeSet<>()).add(parts.group(3));
      Set<String> here = broken.computeIfAbsent(driver, key -> new TreeSet<>());
      if (BREAKS.contains(outcome)) {
        here.add(parts.group(3));
      }
    }
    report =
        Scan.run(
                ScanRequest.of(Repository.file(""), List.of(Path.of("sample-drivers"))),
                Progress.SILENT)
            .report();
  }

  @Test
  void theScanAgreesButForListedDifferences() throws IOException {
    List<String> found = new ArrayList<>();
    platforms.forEach((driver, all) -> compare(driver, all, found));

    assertThat(found).containsExactlyElementsOf(OracleTest.listed(DIFFERENCES));
  }

  private void compare(String driver, Set<String> all, List<String> found) {
    Set<String> predicted = new TreeSet<>();
    for (Finding finding : report.findings()) {
      finding
          .drivers()
          .forEach(
              (type, where) -> {
                if (type.startsWith("dev.dmalint.samples." + driver + ".")) {
                  predicted.addAll(where.breaks());
                }
              });
    }
    predicted.retainAll(all);
    Set<String> missed = new TreeSet<>(broken.getOrDefault(driver, Set.of()));
    missed.removeAll(predicted);
    predicted.removeAll(broken.getOrDefault(driver, Set.of()));
    if (!missed.isEmpty()) {
      found.add(driver + ": missed on " + String.join(" ", missed));
    }
    if (!predicted.isEmpty()) {
      found.add(driver + ": claimed on " + String.join(" ", predicted));
    }
  }
}
