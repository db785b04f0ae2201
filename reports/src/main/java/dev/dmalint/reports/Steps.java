package dev.dmalint.reports;

import dev.dmalint.findings.Finding;
import dev.dmalint.findings.PathStep;
import java.util.List;
import java.util.Optional;

/** Looks steps of a finding up. */
final class Steps {
  private Steps() {}

  /** {@return the last step on the line the finding is reported at whose text is known} */
  static Optional<PathStep> onPrimaryLine(Finding finding) {
    List<PathStep> there =
        finding.paths().stream()
            .flatMap(path -> path.steps().stream())
            .filter(step -> step.at().file().equals(finding.at().file()))
            .filter(step -> step.at().line() == finding.at().line())
            .filter(step -> !step.excerpt().isBlank())
            .toList();
    return there.isEmpty() ? Optional.empty() : Optional.of(there.get(there.size() - 1));
  }
}
