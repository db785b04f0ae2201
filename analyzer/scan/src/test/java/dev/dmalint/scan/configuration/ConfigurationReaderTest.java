package dev.dmalint.scan.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmalint.analyzer.identity.ConfiguredSink;
import dev.dmalint.findings.Severity;
import dev.dmalint.models.DemandedField;
import dev.dmalint.scan.usage.Located;
import dev.dmalint.scan.usage.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigurationReaderTest {
  @TempDir Path temporary;

  private Path folder;

  @BeforeEach
  void takeTheRealPath() throws IOException {
    folder = temporary.toRealPath();
  }

  @Test
  void everyKeyIsRead() throws Exception {
    Files.createDirectories(folder.resolve("src"));
    Files.writeString(folder.resolve("models.yaml"), "");
    Configuration read =
        read(
            """
            # yaml-language-server: $schema=dmalint.schema.json
            paths: src
            excludes: ["gen/**", "*Test.java"]
            classpath: [src]
            models:
              - models.yaml
            platforms: [P1, P4b]
            failOn: error
            threads: 3
            maxFileBytes: 1000
            rules:
              E12: off
              some-rule: note
            devices:
              org.example.Nic: e1000
              Other: { IOProviderClass: IOPCIDevice, IOPCIMatch: "0x10021af4", IOPCITunnelCompatible: true }
            sinks:
              - { owner: org.example.Port, method: post, parameter: 1, consumer: K1, shift: 12, width: 32 }
            """);
    assertThat(read.paths()).containsExactly(folder.resolve("src"));
    assertThat(read.excludes().patterns()).hasToString("[gen/**, *Test.java]");
    assertThat(read.classPath()).containsExactly(folder.resolve("src"));
    assertThat(read.models()).containsExactly(folder.resolve("models.yaml"));
    assertThat(read.platforms())
        .containsExactly(
            new Located("P1", "dmalint.yaml:7:13"), new Located("P4b", "dmalint.yaml:7:17"));
    assertThat(read.failOn()).contains(FailOn.ERROR);
    assertThat(read.threads()).isEqualTo(OptionalInt.of(3));
    assertThat(read.maxFileBytes()).isEqualTo(1000);
    assertThat(read.rules())
        .containsExactly(
            new RuleSetting(new Located("E12", "dmalint.yaml:12:3"), Optional.empty()),
            new RuleSetting(
                new Located("some-rule", "dmalint.yaml:13:3"), Optional.of(Severity.NOTE)));
    assertThat(read.devices()).hasSize(2);
    assertThat(read.devices().get(0).personality().device()).contains("e1000");
    assertThat(read.devices().get(1).personality().pciMatches()).containsExactly("0x10021af4");
    assertThat(read.devices().get(1).personality().tunnelCompatible()).contains(true);
    assertThat(read.sinks())
        .extracting(SinkEntry::sink)
        .containsExactly(
            new ConfiguredSink(
                "org.example.Port",
                "post",
                1,
                "K1",
                new DemandedField("post", 12, 32, 1, Optional.empty())));
  }

  @Test
  void anEmptyFileSaysNothing() throws Exception {
    Configuration none = Configuration.none(folder);
    for (String empty : new String[] {"", "\n# nothing\n", "---\n", "{}", "\ufeff", "rules:\n"}) {
      Configuration read = read(empty);
      assertThat(read.rules()).isEmpty();
      assertThat(read.maxFileBytes()).isEqualTo(none.maxFileBytes());
      assertThat(read.failOn()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pathz: x                 | dmalint.yaml:1:1: the configuration has no field \"pathz\"; did"
            + " you mean \"paths\"?",
        "report: json=x           | dmalint.yaml:1:1: the configuration has no field \"report\"",
        "failOn: eror             | dmalint.yaml:1:9: \"failOn\" cannot be \"eror\"; did you mean"
            + " \"error\"?",
        "threads: 0               | dmalint.yaml:1:10: \"threads\" is a number from 1 to 1024, not"
            + " 0",
        "threads: many            | dmalint.yaml:1:10: \"threads\" is a number",
        "threads: 1e400000        | dmalint.yaml:1:10: \"threads\" is a number",
        "rules: {E01: fatal}      | dmalint.yaml:1:14: a rule is off or has a severity; \"fatal\""
            + " is neither",
        "rules: [E01]             | dmalint.yaml:1:8: \"rules\" is a mapping, not a list",
        "devices: {A: {pci: 1}}   | dmalint.yaml:1:15: a device has no field \"pci\"",
        "devices: {A: ''}         | dmalint.yaml:1:14: the device of A is empty",
        "sinks: [{owner: x}]      | dmalint.yaml:1:9: a sink needs the field \"method\"",
        "paths: [{a: b}]          | dmalint.yaml:1:9: an entry of \"paths\"",
        "threads: 1\\nthreads: 2  | dmalint.yaml:2:1: \"threads\" stands here twice",
        "a: [1                    | dmalint.yaml:1:6: not YAML",
        "paths: &a [x]            | anchors and aliases",
        "--- {}\\n--- {}          | second document",
        "paths: nowhere           | dmalint.yaml:1:8: no such file or folder: \"nowhere\"",
      })
  void aMistakeIsNamedWithItsPlace(String text, String message) {
    assertThatThrownBy(() -> read(text.strip().replace("\\n", "\n")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }

  @Test
  void hostileYamlIsRefusedQuickly() {
    assertThatThrownBy(() -> read("a: " + "[".repeat(100_000))).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> read("x".repeat(300_000)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("more than 262144 bytes");
    assertThatThrownBy(() -> read("threads: !!javax.script.ScriptEngineManager [1]"))
        .isInstanceOf(UsageException.class);
  }

  @ParameterizedTest
  @CsvSource({"paths", "classpath", "models"})
  void aFileFoundInTheTreeReachesNothingOutsideIt(String key) throws Exception {
    Path tree = Files.createDirectories(folder.resolve("tree"));
    Files.createDirectories(folder.resolve("outside"));
    Files.createSymbolicLink(tree.resolve("link"), Path.of("../outside"));
    Path file = tree.resolve("dmalint.yaml");
    ConfigurationFile found = new ConfigurationFile(file, "dmalint.yaml", Optional.of(tree));
    for (String outside : new String[] {"../outside", "link", "/etc", "../nowhere"}) {
      Files.writeString(file, key + ": [\"" + outside + "\"]");
      assertThatThrownBy(() -> ConfigurationReader.read(found))
          .isInstanceOf(UsageException.class)
          .hasMessageContainingAll("lies outside", "--config");
    }
    ConfigurationFile named = ConfigurationFile.named(Path.of("tree/dmalint.yaml"), folder);
    Files.writeString(file, key + ": ../outside");
    assertThat(ConfigurationReader.read(named).file()).isPresent();
  }

  @Test
  void aFileIsFoundInTheTreeUpToTheRepository() throws Exception {
    Path repository = Files.createDirectories(folder.resolve("repository/.git")).getParent();
    Path deep = Files.createDirectories(repository.resolve("a/b"));
    Files.writeString(folder.resolve("dmalint.yaml"), "");
    assertThat(ConfigurationFile.find(deep, folder)).isEmpty();
    Files.writeString(repository.resolve("dmalint.yaml"), "");
    assertThat(ConfigurationFile.find(deep, folder))
        .hasValueSatisfying(
            file -> {
              assertThat(file.name()).isEqualTo("repository/dmalint.yaml");
              assertThat(file.fence()).contains(repository);
            });
    Files.writeString(deep.resolve("dmalint.yaml"), "");
    assertThat(ConfigurationFile.find(deep, folder))
        .hasValueSatisfying(
            file -> assertThat(file.name()).isEqualTo("repository/a/b/dmalint.yaml"));
  }

  @Test
  void outsideARepositoryAFileIsFoundUpToTheStartFolder() throws Exception {
    Path deep = Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(folder.resolve("dmalint.yaml"), "");
    assertThat(ConfigurationFile.find(deep, folder)).isPresent();
    assertThat(ConfigurationFile.find(deep, deep)).isEmpty();
    assertThat(ConfigurationFile.find(deep, folder.resolve("elsewhere"))).isEmpty();
  }

  @Test
  void aFoundFileThatIsALinkIsNotRead() throws Exception {
    Files.writeString(folder.resolve("elsewhere.yaml"), "threads: 1");
    Files.createSymbolicLink(folder.resolve("dmalint.yaml"), Path.of("elsewhere.yaml"));
    ConfigurationFile found = ConfigurationFile.find(folder, folder).orElseThrow();
    assertThatThrownBy(() -> ConfigurationReader.read(found))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("dmalint.yaml", "a link", "--no-tree-config");
  }

  @Test
  void aNamedFileThatIsMissingIsNamed() {
    assertThatThrownBy(() -> ConfigurationFile.named(Path.of("strict.yaml"), folder))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("--config", "no such file", "strict.yaml");
  }

  private Configuration read(String text) throws UsageException, IOException {
    Path file = Files.writeString(folder.resolve("dmalint.yaml"), text);
    return ConfigurationReader.read(
        new ConfigurationFile(file, "dmalint.yaml", Optional.of(folder)));
  }
}
