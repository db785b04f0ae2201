package dev.dmalint.cli;

import dev.dmalint.findings.Confidence;
import dev.dmalint.findings.Coverage;
import dev.dmalint.findings.Finding;
import dev.dmalint.findings.Gap;
import dev.dmalint.findings.Path;
import dev.dmalint.findings.PathStep;
import dev.dmalint.findings.PlatformInfo;
import dev.dmalint.findings.Platforms;
import dev.dmalint.findings.Report;
import dev.dmalint.findings.RuleInfo;
import dev.dmalint.findings.Severity;
import dev.dmalint.findings.SourceSpan;
import dev.dmalint.scan.ScanOutcome;
import dev.dmalint.scan.ScanOutcome.Extent;
import dev.dmalint.scan.ScanOutcome.Gate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Outcomes of scans that never ran. */
final class Outcomes {
  private Outcomes() {}

  static ScanOutcome of(Gate gate, Extent extent) {
    List<Gap> gaps =
        extent == Extent.COMPLETE
            ? List.of()
            : List.of(new Gap(Gap.Kind.SYNTAX, "nic/B.java", 3, "a brace is missing; add it"));
    Coverage coverage = new Coverage(0, 1, gaps.size(), 0, 0, gaps);
    Report report =
        new Report(
            "0.1",
            coverage,
            gate == Gate.FAILED ? List.of(finding()) : List.of(),
            List.of(
                RuleInfo.named("wrong-space", Severity.ERROR).mistake("E01").summary("a fault")),
            List.of(new PlatformInfo("P1", "Intel Mac, VT-d on", List.of("always"))),
            List.of());
    return new ScanOutcome(
        report,
        gate,
        extent,
        new TreeMap<>(Map.of("nic/A.java", "write(start);\n")),
        List.of("configuration: none"));
  }

  private static Finding finding() {
    SourceSpan at = new SourceSpan("nic/A.java", 1, 1, 1, 6);
    PathStep step =
        new PathStep(at, PathStep.Kind.SINK, "the device reads it", "CPU", "write(start);");
    return new Finding(
        "wrong-space",
        Optional.of("E01"),
        List.of(),
        Severity.ERROR,
        Confidence.HIGH,
        at,
        "a CPU address reaches 'TX_BASE'",
        Platforms.of(List.of("P1"), List.of(), List.of(), List.of()),
        List.of(new Path(List.of(step), List.of("P1"))),
        List.of("Nic"),
        List.of(),
        "0f");
  }
}
