package dev.dmalint.scan.configuration;

import dev.dmalint.findings.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** From which severity on findings make a run fail. */
public enum FailOn {
  /** Errors only. */
  ERROR(Optional.of(Severity.ERROR)),
  /** Errors and warnings: what is usual. */
  WARNING(Optional.of(Severity.WARNING)),
  /** Any finding. */
  NOTE(Optional.of(Severity.NOTE)),
  /** No finding. */
  NEVER(Optional.empty());

  private final Optional<Severity> threshold;

  FailOn(Optional<Severity> threshold) {
    this.threshold = threshold;
  }

  /** {@return whether a finding of that severity makes the run fail} */
  public boolean failsFor(Severity severity) {
    return threshold.filter(severity::atLeast).isPresent();
  }

  /** {@return how it is spelt in options and configurations} */
  public String word() {
    return threshold.map(Severity::word).orElse("never");
  }

  /** {@return the one spelt so} */
  public static Optional<FailOn> named(String word) {
    return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
  }

  /** {@return all spellings, in declared order} */
  public static List<String> words() {
    return Arrays.stream(values()).map(FailOn::word).toList();
  }
}
