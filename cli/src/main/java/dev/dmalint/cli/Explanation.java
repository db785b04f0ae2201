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
    return rules.stream()
        .map(rule -> head(rule, page) + page.of(rule.page()))
        .collect(Collectors.joining("\n"));
  }

  private static String head(RuleInfo rule, PageText page) {
    String mistake = rule.mistake().map(number -> number + " ").orElse("");
    return page.heading("%s%s (%s)".formatted(mistake, rule.id(), rule.severity().word()))
        + page.paragraph(rule.summary())
        + (rule.page().isBlank() ? page.paragraph("Source: " + rule.source()) : "");
  }
}
