package dev.dmalint.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmalint.findings.Severity;
import dev.dmalint.models.Device.Match;
import dev.dmalint.models.text.ModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** User files: what they add, and what is said of those that cannot be used. */
final class ModelReaderTest {
  @TempDir Path folder;

  private int files;

  private Path file(String text) {
    try {
      return Files.writeString(folder.resolve("user%d.yaml".formatted(++files)), text);
    } catch (IOException trouble) {
      throw new AssertionError(trouble);
    }
  }

  private Universe alone(String text) {
    return ModelReader.read(List.of(file(text)));
  }

  private static final String ENVIRONMENT =
      """
      spaces:
        - {id: environment, name: text of the environment}
        - {id: trusted, name: text of the program}
      consumers:
        - id: process
          name: process launcher
          reads:
            - {space: trusted}
      mistakes:
        - {number: S01, rule: environment-to-process, severity: warning, message: Environment text starts a process.}
      classifications:
        - {consumers: process, origins: environment, mistake: S01}
      rows:
        java.lang.System:
          getenv(name):
            - address: result
              cases:
                - {space: environment, origin: environment, what: text of the environment}
        java.lang.ProcessBuilder:
          <init>(command):
            - {demand: "command[]", consumer: process, field: command}
      """;

  @Test
  void aModelFileAloneDescribesAnotherApiInOneWorld() {
    Universe universe = alone(ENVIRONMENT);
    assertThat(universe.worlds()).extracting(World::id).containsExactly("any");
    assertThat(universe.platforms()).extracting(Platform::id).containsExactly("any");
    assertThat(universe.rows()).hasSize(2);
    assertThat(universe.rows().get(0).origin()).endsWith("user1.yaml:15");
    assertThat(universe.mistakes())
        .containsExactly(
            new MistakeDeclaration(
                "S01",
                "environment-to-process",
                Severity.WARNING,
                "Environment text starts a process."));
  }

  @Test
  void filesAddToTheBuiltInOnes() {
    Universe before = ModelReader.builtIn();
    Universe after = ModelReader.read(before, List.of(file(ENVIRONMENT)));
    assertThat(after.worlds()).isEqualTo(before.worlds());
    assertThat(after.rows()).hasSize(before.rows().size() + 2);
    assertThat(after.consumers()).hasSize(before.consumers().size() + 1);
    assertThat(after.classifications().get(0).mistake()).isEqualTo("S01");
  }

  @Test
  void aUsersRowTakesThePlaceOfTheBuiltInOne() {
    Universe before = ModelReader.builtIn();
    Universe after =
        ModelReader.read(
            before,
            List.of(
                file(
                    """
                    package: dev.dmalint.iokit
                    rows:
                      IOMemoryDescriptor:
                        getLength(): 4096
                    """)));
    assertThat(after.rows()).hasSize(before.rows().size());
    assertThat(after.rows().get(0).origin()).endsWith("user1.yaml:4");
  }

  @Test
  void aUsersDeviceStandsBeforeBuiltInOnesAsVague() {
    Universe after =
        ModelReader.read(
            ModelReader.builtIn(),
            List.of(
                file(
                    """
                    devices:
                      - id: my-nic
                        name: my network card
                        match: [{id: 0x12348086}]
                        consumer: K1
                        registers:
                          - {name: RING, offset: 0x40, width: 64, layout: ring}
                        layouts:
                          - {id: ring, stride: 16, fields: [{name: buffer, offset: 8, width: 64}]}
                    """)));
    Device device = after.devices().get(0);
    assertThat(device.id()).isEqualTo("my-nic");
    assertThat(device.matches()).containsExactly(new Match.PciId(0x12348086, -1));
    assertThat(device.registers())
        .extracting(register -> Map.entry(register.offset(), register.part()))
        .containsExactly(Map.entry(0x40L, Device.Part.WHOLE), Map.entry(0x44L, Device.Part.HIGH));
  }

  @Test
  void aUsersPlatformAddsItsWorlds() {
    Universe before = ModelReader.builtIn();
    Universe after =
        ModelReader.read(
            before,
            List.of(
                file(
                    """
                    platforms:
                      - id: LAB
                        name: the machine in the lab
                        attributes: {mapper: M1}
                        variants:
                          - attribute: mode
                            values:
                              - {value: a, when: when in mode a, also: {speed: 1}}
                              - {value: b, when: when in mode b}
                    """)));
    assertThat(after.worlds()).hasSize(before.worlds().size() + 2);
    World world = after.worlds().get(before.worlds().size());
    assertThat(world.id()).isEqualTo("LAB/mode-a");
    assertThat(world.attribute("speed")).isEqualTo("1");
    assertThat(world.attribute("platform")).isEqualTo("LAB");
  }

  @Test
  void aUniverseCanBeLimitedToPlatforms() {
    Universe limited = ModelReader.builtIn().limitedTo(List.of("P8", "P5"));
    assertThat(limited.platforms()).extracting(Platform::id).containsExactly("P5", "P8");
    assertThat(limited.worlds()).hasSize(5);
    assertThat(limited.worlds()).extracting(World::index).containsExactly(0, 1, 2, 3, 4);
    assertThat(limited.worldsOf("P8").size()).isEqualTo(4);
    assertThatThrownBy(() -> ModelReader.builtIn().limitedTo(List.of("P4c")))
        .isInstanceOf(ModelException.class)
        .hasMessage("unknown platform \"P4c\"; did you mean \"P4\"?");
  }

  @Test
  void thirtyFiveWorldsShipAndEachPlatformHasOneFile() {
    Universe universe = ModelReader.builtIn();
    assertThat(universe.worlds()).hasSize(35);
    assertThat(universe.platforms().stream().map(Platform::id).collect(Collectors.joining(" ")))
        .isEqualTo("P1 P2 P3 P4 P4b P5 P6 P7 P8 P9 P10 P11 P12 P13 P14");
    for (Platform platform : universe.platforms()) {
      assertThat(Path.of("src/main/models/platforms", platform.id() + ".yaml")).isRegularFile();
    }
  }

  @Test
  void whatCannotBeUsedIsNamedWithItsPlace() {
    assertMistake("rowz: {}", ":1:1: a model file has no field \"rowz\"; did you mean \"rows\"?");
    assertMistake(
        """
        rows:
          A:
            f():
              - {addres: result}
        """,
        ":4:9: no action \"addres\"; did you mean \"address\"?");
    assertMistake(
        """
        rows:
          A:
            f(x): y
        """,
        ":3:11: nothing here is called \"y\"; did you mean \"x\"?");
    assertMistake(
        """
        rows:
          A:
            f(x): hass(x, 1)
        """,
        ":3:11: no function \"hass\"; did you mean \"has\"?");
    assertMistake(
        """
        rows:
          A:
            f(x): x +
        """,
        ":3:11: not an expression: \"x +\", column 4: expected a value");
    assertMistake(
        """
        rows:
          A:
            f(x): world.macoss
        """,
        ":3:11: no platform has an attribute \"macoss\"; known are platform");
    assertMistake(
        """
        rows:
          A:
            f(x:
              []
        """,
        "is no signature; write name(type parameter, ...)");
    assertMistake(
        "consumers: [{id: a, name: b, reads: [{space: c}]}]", "no space \"c\" is declared");
    assertMistake("spaces: [{id: a, name: b}, {id: c}]", ":1:28: a space needs the field \"name\"");
    assertMistake(
        "devices: [{id: d, name: d, match: [], consumer: K1}]", "no consumer \"K1\" is declared");
    assertMistake(
        """
        rows:
          A:
            f(x): $term
        """,
        ":3:11: no term \"$term\" is defined");
    assertMistake(
        """
        define:
          terms: {a: $b, b: $a}
        rows:
          A:
            f(x): $a
        """,
        "a term stands for itself");
    assertMistake("spaces: [\n", "not YAML");
    assertMistake("a: &x 1\nb: *x\n", "anchors and aliases are not allowed");
    assertMistake("spaces: []\nspaces: []\n", "\"spaces\" stands here twice; remove one");
    assertMistake("spaces: []\n---\nspaces: []\n", "a second document");
    assertMistake("spaces: " + "[".repeat(60) + "]".repeat(60), "not YAML");
    assertMistake("spaces: {id: [}", "not YAML");
  }

  private void assertMistake(String text, String message) {
    Path file = file(text);
    assertThatThrownBy(() -> ModelReader.read(List.of(file)))
        .as(text)
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith(file + ":")
        .hasMessageContaining(message);
  }

  @Test
  void filesThatAreNoTextAreNamed() throws IOException {
    assertThatThrownBy(() -> ModelReader.read(List.of(folder.resolve("none.yaml"))))
        .isInstanceOf(ModelException.class)
        .hasMessageEndingWith("none.yaml:1:1: no such file; name a model file");
    Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThatThrownBy(() -> ModelReader.read(List.of(binary)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("not UTF-8");
    Path empty = Files.writeString(folder.resolve("empty.yaml"), "", StandardCharsets.UTF_8);
    assertThat(ModelReader.read(List.of(empty)).rows()).isEmpty();
  }

  @Test
  void moreThanSixtyFourWorldsAreRefused() {
    StringBuilder text = new StringBuilder("platforms:\n");
    for (int i = 0; i < 65; i++) {
      text.append("  - {id: X%d, name: x}\n".formatted(i));
    }
    Path file = file(text.toString());
    assertThatThrownBy(() -> ModelReader.read(List.of(file)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("more than 64 worlds, the first too many in platform X64");
  }
}
