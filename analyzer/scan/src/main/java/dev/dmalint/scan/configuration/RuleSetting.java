package dev.dmalint.scan.configuration;

import static java.util.Objects.requireNonNull;

import dev.dmalint.findings.Severity;
import dev.dmalint.scan.usage.Located;
import java.util.Optional;

/**
 * What a configuration says of a rule.
 *
 * @param rule the rule's name, or the number of the mistake it finds
 * @param severity its new severity; empty where the rule is off
 */
public record RuleSetting(Located rule, Optional<Severity> severity) {
  public RuleSetting {
    requireNonNull(rule);
    requireNonNull(severity);
  }
}
