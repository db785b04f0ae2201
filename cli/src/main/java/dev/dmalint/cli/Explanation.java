package dev.dmalint.cli;

import dev.dmalint.findings.RuleInfo;
import dev.dmalint.scan.RuleCatalogue;
import dev.dmalint.scan.usage.Located;
import dev.dmalint.scan.usage.UsageException;
import java.util.List;
import java.util.stream.Collectors;

/** The pages of rules, for a terminal. */
final class Explanation {
  private Explanation() {}

  /** {@return the pages of the rules that a word means} */
  static String of(String word, boolean coloured, int width) throws UsageException {
    List<RuleInfo> rules = RuleCatalogue.shipped().named(new Located(word, "explain"));
    PageText page = new PageText(coloured, width);
    return rules.stream().map(rule -> text(rule, page)).collect(Collectors.joining("\n"));
  }

  /** A page names its rule, mistake and severity itself; a rule of a model has none. */
  private static String text(RuleInfo rule, PageText page) {
    if (!rule.page().isBlank()) {
      return page.of(rule.page());
    }
    String mistake = rule.mistake().map(number -> number + ", ").orElse("");
    return page.heading(rule.id())
        + page.paragraph("%s%s, since %s.".formatted(mistake, rule.severity().word(), rule.since()))
        + page.paragraph(rule.summary());
  }
}
