package dev.dmalint.conventions.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.analyzer.Progress;
import dev.dmalint.conventions.Repository;
import dev.dmalint.conventions.samples.Mark.Kind;
import dev.dmalint.findings.PlatformInfo;
import dev.dmalint.findings.Report;
import dev.dmalint.findings.RuleInfo;
import dev.dmalint.scan.Scan;
import dev.dmalint.scan.ScanRequest;
import dev.dmalint.scan.usage.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every sample driver earns what its comments say, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExpectationTest {
  private static final String DRIVERS = "sample-drivers";

  /** Nothing is claimed of devices behind a virtio-iommu that nobody drives. */
  private static final String NOTHING_CLAIMED = "P9";

  private Expectations expectations = new Expectations(List.of());
  private Report report;

  @BeforeAll
  void scanTheDrivers() throws UsageException {
    expectations =
        new Expectations(
            Repository.below(DRIVERS, ".java").stream().flatMap(ExpectationTest::marks).toList());
    Path root = Repository.file("");
    report = Scan.run(ScanRequest.of(root, List.of(Path.of(DRIVERS))), Progress.SILENT).report();
  }

  @Test
  void everyDriverEarnsWhatItsCommentsSay() {
    assertThat(expectations.disagreements(report.findings())).isEmpty();
  }

  @Test
  void everyDriverIsReadWhole() {
    assertThat(report.coverage().parsed()).isEqualTo(Repository.below(DRIVERS, ".java").size());
    assertThat(report.coverage().gaps()).isEmpty();
  }

  @Test
  void marksNameRulesAndPlatformsThatAreThere() {
    List<String> rules = report.rules().stream().map(RuleInfo::id).toList();
    List<String> platforms =
        report.platforms().stream()
            .map(PlatformInfo::id)
            .filter(id -> !id.equals(NOTHING_CLAIMED))
            .toList();

    assertThat(expectations.marks()).extracting(Mark::rule).isSubsetOf(rules);
    assertThat(expectations.marks())
        .flatExtracting(mark -> mark.breaks().orElse(List.of()))
        .isSubsetOf(platforms);
  }

  @Test
  void everyDueFindingSaysWhereItBreaks() {
    assertThat(expectations.marks())
        .filteredOn(mark -> mark.kind() == Kind.WANT || mark.kind() == Kind.MISSED)
        .allSatisfy(mark -> assertThat(mark.breaks()).as(mark.toString()).isPresent());
  }

  @Test
  void everyMistakeThatHasARuleIsMadeByADriver() {
    List<String> due =
        Stream.concat(expectations.of(Kind.WANT).stream(), expectations.of(Kind.MISSED).stream())
            .map(Mark::rule)
            .distinct()
            .toList();

    assertThat(report.rules())
        .filteredOn(rule -> rule.mistake().isPresent())
        .extracting(RuleInfo::id)
        .isNotEmpty()
        .isSubsetOf(due);
  }

  @Test
  void everyBrokenDriverHasItsRepairedTwin() {
    List<Path> broken =
        Repository.below(DRIVERS, ".java").stream()
            .map(Path::getParent)
            .filter(folder -> folder.endsWith("broken"))
            .distinct()
            .toList();

    assertThat(broken)
        .isNotEmpty()
        .allSatisfy(folder -> assertThat(folder.resolveSibling("repaired")).isDirectory())
        .allSatisfy(folder -> assertThat(due(folder)).as("marks in %s", folder).isPositive());
    assertThat(expectations.marks())
        .filteredOn(mark -> mark.kind() != Kind.SPURIOUS)
        .allSatisfy(mark -> assertThat(mark.file()).contains("/broken/"));
  }

  private long due(Path folder) {
    String prefix = name(folder) + "/";
    return expectations.marks().stream()
        .filter(mark -> mark.kind() == Kind.WANT || mark.kind() == Kind.MISSED)
        .filter(mark -> mark.file().startsWith(prefix))
        .count();
  }

  private static Stream<Mark> marks(Path file) {
    try {
      return MarkReader.read(name(file), Files.readString(file)).stream();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String name(Path file) {
    return Repository.file("").relativize(file).toString().replace('\\', '/');
  }
}
