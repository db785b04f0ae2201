package dev.dmalint.rules.translation;

import static dev.dmalint.findings.Severity.WARNING;

import com.google.auto.service.AutoService;
import dev.dmalint.analyzer.rule.Rule;
import dev.dmalint.analyzer.space.Facts;
import dev.dmalint.analyzer.space.Judgement;
import dev.dmalint.analyzer.space.Mismatch;
import dev.dmalint.findings.Finding;
import dev.dmalint.findings.RuleInfo;
import dev.dmalint.rules.RulePage;
import java.util.stream.Stream;

/** A value of one space is read in another, under model files that name no mistakes. */
@AutoService(Rule.class)
public final class AddressSpaceMismatch implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.named("address-space-mismatch", WARNING)
          .since("0.1")
          .summary("Value of one space is read in another")
          .source("the model files in use: what they say of the source and of the reader")
          .tags("models", "translation")
          .page(RulePage.of(AddressSpaceMismatch.class));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Facts facts) {
    return facts.mismatches(Judgement.GENERIC).map(AddressSpaceMismatch::finding);
  }

  private static Finding finding(Mismatch wrong) {
    return wrong.finding(
        INFO,
        "%s reaches '%s' of the %s, which reads another space"
            .formatted(wrong.arrives(), wrong.field(), wrong.consumer()));
  }
}
