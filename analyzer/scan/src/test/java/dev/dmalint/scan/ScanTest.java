package dev.dmalint.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmalint.analyzer.Progress;
import dev.dmalint.analyzer.frontend.SourceFile;
import dev.dmalint.analyzer.identity.Personality;
import dev.dmalint.findings.Coverage;
import dev.dmalint.findings.Finding;
import dev.dmalint.findings.Gap;
import dev.dmalint.findings.PlatformInfo;
import dev.dmalint.findings.RuleInfo;
import dev.dmalint.findings.Severity;
import dev.dmalint.models.Platform;
import dev.dmalint.scan.ScanOutcome.Extent;
import dev.dmalint.scan.ScanOutcome.Gate;
import dev.dmalint.scan.configuration.FailOn;
import dev.dmalint.scan.usage.Located;
import dev.dmalint.scan.usage.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScanTest {
  @TempDir Path temporary;

  private Path folder;
  private final FakeEngine engine = new FakeEngine();

  @BeforeEach
  void takeTheRealPath() throws IOException {
    folder = temporary.toRealPath();
  }

  @Test
  void theCountsAddUpToTheFilesFound() throws Exception {
    write("a/Good.java", "class Good {}");
    write("a/Half.java", "partial");
    write("a/Bad.java", "broken");
    write("a/Lost.java", "unaccounted");
    Files.write(folder.resolve("a/Binary.java"), new byte[] {0, 1, 2});
    Files.createSymbolicLink(folder.resolve("a/Link.java"), Path.of("nowhere"));
    write("dmalint.yaml", "maxFileBytes: 100");
    write("a/Large.java", "x".repeat(100));
    ScanOutcome outcome = scan("a");
    Coverage coverage = outcome.report().coverage();
    assertThat(coverage.parsed()).isEqualTo(1);
    assertThat(coverage.partial()).isEqualTo(1);
    assertThat(coverage.failed()).isEqualTo(2);
    assertThat(coverage.skipped()).isEqualTo(3);
    assertThat(coverage.found()).isEqualTo(7);
    assertThat(coverage.gaps())
        .extracting(Gap::file)
        .contains("a/Binary.java", "a/Lost.java", "a/Link.java", "a/Large.java");
    assertThat(outcome.extent()).isEqualTo(Extent.INCOMPLETE);
    assertThat(outcome.texts())
        .containsOnlyKeys("a/Good.java", "a/Half.java", "a/Bad.java", "a/Lost.java");
  }

  @Test
  void anEmptyTreeIsANoteAndPasses() throws Exception {
    Files.createDirectories(folder.resolve("empty"));
    ScanOutcome outcome = scan("empty");
    assertThat(outcome.report().notes())
        .containsExactly("no Java file below \"empty\": nothing was analysed");
    assertThat(outcome.gate()).isEqualTo(Gate.PASSED);
    assertThat(outcome.extent()).isEqualTo(Extent.COMPLETE);
    assertThat(engine.requests()).isEmpty();
  }

  @Test
  void whatWasLeftOutAndGuessedIsNoted() throws Exception {
    write("a/target/A.java", "class A {}");
    write("a/gen/B.java", "class B {}");
    write("dmalint.yaml", "excludes: gen");
    Files.write(folder.resolve("a/C.java"), "// Größe".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(scan("a").report().notes())
        .containsExactly(
            "left out by name, though they hold Java files: a/target; give one as a path to scan"
                + " it",
            "left out by \"excludes\": a/gen",
            "not UTF-8, read as ISO-8859-1: a/C.java");
  }

  @Test
  void theThresholdDecides() throws Exception {
    write("A.java", "finding warning");
    assertThat(scan(request("A.java", FailOn.ERROR)).gate()).isEqualTo(Gate.PASSED);
    assertThat(scan(request("A.java", FailOn.WARNING)).gate()).isEqualTo(Gate.FAILED);
    assertThat(scan(request("A.java", FailOn.NOTE)).gate()).isEqualTo(Gate.FAILED);
    assertThat(scan(request("A.java", FailOn.NEVER)).gate()).isEqualTo(Gate.PASSED);
    assertThat(scan("A.java").gate()).isEqualTo(Gate.FAILED);
    write("dmalint.yaml", "failOn: error");
    assertThat(scan("A.java").gate()).isEqualTo(Gate.PASSED);
    assertThat(scan(request("A.java", FailOn.NOTE)).gate()).isEqualTo(Gate.FAILED);
  }

  @Test
  void rulesCanBeOffOrOfAnotherSeverity() throws Exception {
    write("A.java", "finding warning");
    write("dmalint.yaml", "rules: {E01: note}");
    ScanOutcome outcome = scan("A.java");
    assertThat(outcome.report().findings())
        .extracting(Finding::severity)
        .containsExactly(Severity.NOTE);
    assertThat(outcome.report().rules())
        .extracting(RuleInfo::id, RuleInfo::severity)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("first-rule", Severity.NOTE),
            org.assertj.core.groups.Tuple.tuple("second-rule", Severity.ERROR));
    write("dmalint.yaml", "rules: {first-rule: off}");
    assertThat(scan("A.java").report().findings()).isEmpty();
    assertThat(engine.lastRequest().rules())
        .extracting(rule -> rule.info().id())
        .containsExactly("second-rule");
  }

  @Test
  void aRuleThatIsAskedForRunsThoughTheConfigurationSwitchesItOff() throws Exception {
    write("A.java", "finding warning");
    write("dmalint.yaml", "rules: {first-rule: off}");
    ScanRequest plain = ScanRequest.of(folder, List.of(Path.of("A.java")));
    ScanOutcome outcome = scan(withRules(plain, "e01"));
    assertThat(outcome.report().findings()).hasSize(1);
    assertThat(outcome.report().rules()).extracting(RuleInfo::id).containsExactly("first-rule");
  }

  @Test
  void platformsLimitTheUniverse() throws Exception {
    write("A.java", "class A {}");
    write("dmalint.yaml", "platforms: [p2]");
    ScanOutcome outcome = scan("A.java");
    assertThat(outcome.report().platforms())
        .containsExactly(new PlatformInfo("P2", "Second", List.of("RAM is low", "RAM is high")));
    assertThat(engine.lastRequest().universe().platforms())
        .extracting(Platform::id)
        .containsExactly("P2");
  }

  @Test
  void whatTheUserWroteWrongStopsBeforeAnythingIsScanned() throws Exception {
    write("A.java", "class A {}");
    assertUsage("platforms: [P22]", "dmalint.yaml:1:13: unknown platform \"P22\"; did you mean");
    assertUsage(
        "rules: {fist-rule: off}", "unknown rule \"fist-rule\"; did you mean \"first-rule\"?");
    assertUsage("rules: {nonsense-here: off}", "`dmalint rules` lists all");
    assertUsage(
        "devices: {A: nwme}", "dmalint.yaml:1:14: unknown device \"nwme\"; did you mean \"nvme\"?");
    assertUsage(
        "sinks: [{owner: A, method: b, parameter: 0, consumer: K99}]", "unknown consumer \"K99\"");
    write("lib.jar", "no archive");
    assertUsage("classpath: lib.jar", "neither a jar nor a folder");
    assertThat(engine.requests()).isEmpty();
  }

  @Test
  void configuredDevicesStandBeforeThoseOfPlists() throws Exception {
    write("A.java", "class A {}");
    write(
        "Info.plist",
        "<plist><dict><key>IOKitPersonalities</key><dict><key>x</key>"
            + "<dict><key>IOClass</key><string>A</string></dict></dict></dict></plist>");
    write("dmalint.yaml", "devices: {A: NVMe}");
    scan("A.java");
    assertThat(engine.lastRequest().personalities().get(0).device()).contains("nvme");
    assertThat(engine.lastRequest().personalities())
        .extracting(Personality::origin)
        .containsExactly("dmalint.yaml:1:11", "Info.plist:1");
  }

  @Test
  void aMalformedPlistMakesTheScanIncompleteButNotMore() throws Exception {
    write("A.java", "class A {}");
    write("Info.plist", "<plist>");
    ScanOutcome outcome = scan("A.java");
    assertThat(outcome.report().coverage().parsed()).isEqualTo(1);
    assertThat(outcome.extent()).isEqualTo(Extent.INCOMPLETE);
  }

  @Test
  void withoutTreeConfigurationTheFileIsNotLookedAt() throws Exception {
    write("A.java", "class A {}");
    write("dmalint.yaml", "no: [such");
    assertThat(scan(configured(new ConfigurationChoice.None())).gate()).isEqualTo(Gate.PASSED);
    write("other.yaml", "threads: 7");
    scan(configured(new ConfigurationChoice.Named(Path.of("other.yaml"))));
    assertThat(engine.lastRequest().options().threads()).isEqualTo(7);
  }

  @Test
  void pathsComeFromTheConfigurationWhereNoneAreGiven() throws Exception {
    write("src/A.java", "class A {}");
    write("dmalint.yaml", "paths: src");
    scan();
    assertThat(engine.lastRequest().sources())
        .extracting(SourceFile::path)
        .containsExactly("src/A.java");
    Files.delete(folder.resolve("dmalint.yaml"));
    assertThatThrownBy(() -> scan())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("nothing to scan");
  }

  @Test
  void theClassPathEndsWithThePort() throws Exception {
    write("A.java", "class A {}");
    Files.createDirectories(folder.resolve("classes"));
    Files.write(Files.createDirectories(folder.resolve("lib")).resolve("b.jar"), jarMark());
    Files.write(folder.resolve("lib/a.jar"), jarMark());
    ScanRequest plain = ScanRequest.of(folder, List.of(Path.of("A.java")));
    scan(withClassPath(plain, "classes", "lib/*"));
    List<Path> entries = engine.lastRequest().options().classPath();
    assertThat(entries)
        .startsWith(
            folder.resolve("classes"), folder.resolve("lib/a.jar"), folder.resolve("lib/b.jar"))
        .hasSize(4);
    assertThatThrownBy(() -> scan(withClassPath(plain, "nowhere.jar")))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("--classpath", "no such class path entry: \"nowhere.jar\"");
  }

  @Test
  void theTreeIsAsItWasAfterwards() throws Exception {
    write("a/A.java", "finding warning");
    write("a/Info.plist", "<plist>");
    List<String> before = listing();
    scan("a");
    assertThat(listing()).isEqualTo(before);
  }

  private List<String> listing() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  private static byte[] jarMark() {
    return new byte[] {'P', 'K', 3, 4};
  }

  private void assertUsage(String configuration, String message) throws IOException {
    write("dmalint.yaml", configuration);
    assertThatThrownBy(() -> scan("A.java"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }

  private ScanOutcome scan(String... paths) throws UsageException {
    return scan(ScanRequest.of(folder, List.of(paths).stream().map(Path::of).toList()));
  }

  private ScanOutcome scan(ScanRequest request) throws UsageException {
    return Scan.run(request, Progress.SILENT, engine, FakeEngine.catalogue());
  }

  private ScanRequest request(String path, FailOn failOn) {
    return new ScanRequest(
        folder,
        List.of(Path.of(path)),
        new ConfigurationChoice.InTree(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.of(failOn),
        OptionalInt.empty());
  }

  private ScanRequest configured(ConfigurationChoice choice) {
    return new ScanRequest(
        folder,
        List.of(Path.of("A.java")),
        choice,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        OptionalInt.empty());
  }

  private static ScanRequest withRules(ScanRequest plain, String... rules) {
    return new ScanRequest(
        plain.directory(),
        plain.paths(),
        plain.configuration(),
        plain.classPath(),
        plain.models(),
        plain.platforms(),
        List.of(rules).stream().map(rule -> new Located(rule, "--rule")).toList(),
        plain.failOn(),
        plain.threads());
  }

  private static ScanRequest withClassPath(ScanRequest plain, String... entries) {
    return new ScanRequest(
        plain.directory(),
        plain.paths(),
        plain.configuration(),
        List.of(entries).stream().map(entry -> new Located(entry, "--classpath")).toList(),
        plain.models(),
        plain.platforms(),
        plain.rules(),
        plain.failOn(),
        plain.threads());
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
