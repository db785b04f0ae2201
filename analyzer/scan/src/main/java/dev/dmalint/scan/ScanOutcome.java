package dev.dmalint.scan;

import static java.util.Objects.requireNonNull;

import dev.dmalint.findings.Report;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of a scan.
 *
 * @param report what was found
 * @param gate whether a finding reaches the threshold
 * @param extent whether everything was scanned
 * @param texts the text of every file that was read, by the name that the report uses
 * @param details sentences on how the scan was done, for users who ask for more
 */
public record ScanOutcome(
    Report report,
    Gate gate,
    Extent extent,
    SortedMap<String, String> texts,
    List<String> details) {
  public ScanOutcome {
    requireNonNull(report);
    requireNonNull(gate);
    requireNonNull(extent);
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    details = List.copyOf(details);
  }

  /** Whether a finding reaches the threshold. */
  public enum Gate {
    /** None does. */
    PASSED,
    /** At least one does. */
    FAILED
  }

  /** Whether everything was scanned. */
  public enum Extent {
    /** Every file was read whole, and nothing that was met was left aside. */
    COMPLETE,
    /** Something is missing; the report's gaps say what. */
    INCOMPLETE
  }
}
