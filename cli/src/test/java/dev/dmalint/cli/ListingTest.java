package dev.dmalint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmalint.findings.RuleInfo;
import dev.dmalint.findings.Severity;
import dev.dmalint.models.Platform;
import dev.dmalint.models.Universe;
import dev.dmalint.models.World;
import dev.dmalint.scan.usage.UsageException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ListingTest {
  private final RuleListing rules =
      new RuleListing(
          List.of(
              RuleInfo.named("second-rule", Severity.NOTE).summary("says \"so\"").tags("b", "a"),
              RuleInfo.named("first-rule", Severity.ERROR).mistake("E01").cwe(787)));

  @Test
  void rulesAreATable() {
    assertThat(rules.table())
        .isEqualTo(
            """
            mistake  rule         severity  finds
                     second-rule  note      says "so"
            E01      first-rule   error
            """);
  }

  @Test
  void rulesAreJson() {
    JsonNode read = new JsonMapper().readTree(rules.json());
    assertThat(read).hasSize(2);
    assertThat(read.get(0).path("summary").stringValue()).isEqualTo("says \"so\"");
    assertThat(read.get(0).has("mistake")).isFalse();
    assertThat(read.get(0).path("tags")).hasSize(2);
    assertThat(read.get(1).path("mistake").stringValue()).isEqualTo("E01");
    assertThat(read.get(1).path("cwe").get(0).intValue()).isEqualTo(787);
    assertThat(rules.json().lines()).hasSize(4);
  }

  @Test
  void platformsAreATable() {
    assertThat(new PlatformListing(universe()).table())
        .isEqualTo(
            """
            id  platform  variants
            P1  First     2
            """);
  }

  @Test
  void onePlatformIsShownWithItsVariants() throws Exception {
    assertThat(new PlatformListing(universe()).one("p1", new PageText(false, 80)))
        .isEqualTo(
            """
            P1 First

            A machine.

            what    holds
            mapper  on

            Variants

            - RAM is low
            - RAM is high
            """);
  }

  @Test
  void anUnknownPlatformIsRefused() {
    assertThatThrownBy(() -> new PlatformListing(universe()).one("P2", new PageText(false, 80)))
        .isInstanceOf(UsageException.class)
        .hasMessage("unknown platform \"P2\"; did you mean \"P1\"?");
  }

  private static Universe universe() {
    TreeMap<String, String> none = new TreeMap<>();
    List<Platform.Value> values =
        List.of(
            new Platform.Value("low", "when RAM is low", none),
            new Platform.Value("high", "when RAM is high", none));
    return new Universe(
        List.of(
            new World(0, "P1/low", "P1", new TreeMap<>(Map.of("ram", "low"))),
            new World(1, "P1/high", "P1", new TreeMap<>(Map.of("ram", "high")))),
        List.of(
            new Platform(
                "P1",
                "First",
                "A machine.",
                new TreeMap<>(Map.of("mapper", "on")),
                List.of(new Platform.Variant("ram", values)))),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
