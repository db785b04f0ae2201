package dev.dmalint.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SarifTextTest {
  @Test
  void whatLooksLikeAPlaceholderIsNone() {
    assertThat(SarifText.literal("{0} { 1 } {x} {12}")).isEqualTo("{{0}} { 1 } {x} {{12}}");
  }

  @Test
  void whatLooksLikeALinkIsNone() {
    assertThat(SarifText.literal("ring[0] [a](b) [c]")).isEqualTo("ring[0] \\[a\\](b) [c]");
  }

  @Test
  void aSentenceEndsOnce() {
    assertThat(SarifText.sentence("fact")).isEqualTo("fact.");
    assertThat(SarifText.sentence("fact. ")).isEqualTo("fact.");
    assertThat(SarifText.sentence("")).isEqualTo(".");
  }

  @Test
  void aDescriptionIsAtMostAsLongAsGitHubTakesIt() {
    assertThat(SarifText.description("short")).isEqualTo("short");
    assertThat(SarifText.description("x".repeat(5000))).hasSizeLessThan(1025).endsWith("x...");
    assertThat(SarifText.description("\ud83d\ude00".repeat(600))).hasSizeLessThan(1025);
  }

  @Test
  void aRuleIsNamedInPascalCase() {
    assertThat(SarifText.pascalCase("physical-address-to-device"))
        .isEqualTo("PhysicalAddressToDevice");
  }
}
