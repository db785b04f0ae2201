package dev.dmalint.rules.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmalint.analyzer.rule.Rule;
import dev.dmalint.findings.RuleInfo;
import dev.dmalint.rules.RulePage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule is complete: named like its class, described, with a page and a sample. */
final class CatalogueTest {
  private static final List<String> SECTIONS =
      List.of(
          "What it finds",
          "Why it fails, on which platforms",
          "Example",
          "Instead",
          "Which line is primary",
          "Known misses",
          "Source");

  static Stream<Named<Rule>> rules() {
    return Catalogue.rules().map(rule -> Named.of(rule.info().id(), rule));
  }

  @Test
  void rulesAreFound() {
    assertThat(rules()).isNotEmpty();
  }

  @Test
  void noTwoRulesShareANameOrAMistake() {
    assertThat(Catalogue.rules().map(rule -> rule.info().id())).doesNotHaveDuplicates();
    assertThat(Catalogue.rules().map(rule -> rule.info().mistake()).flatMap(Optional::stream))
        .doesNotHaveDuplicates()
        .allMatch(number -> number.matches("E\\d\\d"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleIsNamedLikeItsClass(Rule rule) {
    String kebab =
        rule.getClass()
            .getSimpleName()
            .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[a-z])(?=[0-9])", "-")
            .toLowerCase(Locale.ROOT);

    assertThat(rule.info().id()).isEqualTo(kebab);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleSaysWhatItIs(Rule rule) {
    RuleInfo info = rule.info();

    assertThat(info.since()).matches("\\d+\\.\\d+");
    assertThat(info.summary()).matches("[A-Z].*[^.]");
    assertThat(info.source()).isNotBlank();
    assertThat(info.tags()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aPageNamesItsRuleAndHasEverySectionInOrder(Rule rule) {
    RuleInfo info = rule.info();
    List<String> lines = info.page().lines().toList();

    assertThat(lines.get(0)).isEqualTo("# " + info.id());
    assertThat(lines.get(2))
        .startsWith(info.mistake().orElse("No number"))
        .containsIgnoringCase(info.severity().word())
        .contains("since " + info.since());
    assertThat(lines.stream().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)))
        .isEqualTo(SECTIONS);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aPageShowsCodeAndSaysSomethingUnderEachHeading(Rule rule) {
    String page = rule.info().page();

    for (String section : SECTIONS) {
      String text = page.split("## " + section + "\n", 2)[1].split("\n## ", 2)[0];
      assertThat(text).as(section).isNotBlank();
      if (section.equals("Example") || section.equals("Instead")) {
        assertThat(text).as(section).contains("```java");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleHasASample(Rule rule) {
    assertThat(Sample.of(rule).file()).isRegularFile();
  }

  @Test
  void aRuleWithoutAPageDoesNotLoad() {
    assertThatThrownBy(() -> RulePage.of(CatalogueTest.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("CatalogueTest.md");
  }
}
