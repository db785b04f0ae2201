package dev.dmalint.reports;

import dev.dmalint.findings.Coverage;
import dev.dmalint.findings.Report;
import dev.dmalint.findings.Severity;
import java.util.ArrayList;
import java.util.List;

/** The sentence that ends every run: how many files were analysed, and what came of it. */
public final class CoverageLine {
  private CoverageLine() {}

  /**
   * {@return the sentence, as {@code 12 files: 12 parsed, 0 partial, 0 failed, 0 skipped, 0
   * indexed; 5 findings (4 errors, 1 warning), 1 gap}}
   */
  public static String of(Report report) {
    Coverage coverage = report.coverage();
    return "%s: %d parsed, %d partial, %d failed, %d skipped, %d indexed; %s%s, %s"
        .formatted(
            counted(coverage.found(), "file"),
            coverage.parsed(),
            coverage.partial(),
            coverage.failed(),
            coverage.skipped(),
            coverage.indexed(),
            counted(report.findings().size(), "finding"),
            bySeverity(report),
            counted(coverage.gaps().size(), "gap"));
  }

  private static String bySeverity(Report report) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count =
          report.findings().stream().filter(finding -> finding.severity() == severity).count();
      if (count > 0) {
        parts.add(counted(count, severity.word()));
      }
    }
    return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
  }

  /** {@return the count with its noun, in the plural where it is not one} */
  static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
