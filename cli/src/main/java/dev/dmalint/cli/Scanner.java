package dev.dmalint.cli;

import dev.dmalint.analyzer.Progress;
import dev.dmalint.scan.ScanOutcome;
import dev.dmalint.scan.ScanRequest;
import dev.dmalint.scan.usage.UsageException;

/** Runs a scan. */
@FunctionalInterface
interface Scanner {
  /** {@return what came of it} */
  ScanOutcome scan(ScanRequest request, Progress progress) throws UsageException;
}
