package dev.dmalint.models;

import static java.util.Objects.requireNonNull;

import dev.dmalint.findings.Severity;

/**
 * A mistake that a model file declares, beside those that have a rule of their own.
 *
 * @param number how classifications name it, such as {@code S01}
 * @param rule name of the rule, small letters and hyphens
 * @param severity how bad it is
 * @param message what is wrong, in one sentence
 */
public record MistakeDeclaration(String number, String rule, Severity severity, String message) {
  public MistakeDeclaration {
    requireNonNull(number);
    requireNonNull(rule);
    requireNonNull(severity);
    requireNonNull(message);
  }
}
