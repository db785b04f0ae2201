package dev.dmalint.scan;

import dev.dmalint.analyzer.rule.Rule;
import dev.dmalint.analyzer.space.Facts;
import dev.dmalint.findings.Finding;
import dev.dmalint.findings.RuleInfo;
import dev.dmalint.models.MistakeDeclaration;
import java.util.stream.Stream;

/** Finds a mistake that a model file declares, in that file's words. */
final class DeclaredRule implements Rule {
  private final MistakeDeclaration mistake;

  DeclaredRule(MistakeDeclaration mistake) {
    this.mistake = mistake;
  }

  @Override
  public RuleInfo info() {
    return RuleInfo.named(mistake.rule(), mistake.severity())
        .mistake(mistake.number())
        .summary(mistake.message())
        .source("the model files in use")
        .tags("models");
  }

  @Override
  public Stream<Finding> check(Facts facts) {
    return facts.mismatches(mistake.number()).map(wrong -> wrong.finding(info(), words()));
  }

  /** A finding's message is a sentence without a full stop. */
  private String words() {
    String message = mistake.message();
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }
}
