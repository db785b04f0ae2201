package dev.dmalint.scan;

import dev.dmalint.analyzer.Analysis;
import dev.dmalint.analyzer.frontend.FileState;
import dev.dmalint.analyzer.frontend.SourceFile;
import dev.dmalint.findings.Coverage;
import dev.dmalint.findings.Finding;
import dev.dmalint.findings.Gap;
import dev.dmalint.findings.Report;
import dev.dmalint.scan.ScanOutcome.Extent;
import dev.dmalint.scan.ScanOutcome.Gate;
import dev.dmalint.scan.configuration.FailOn;
import dev.dmalint.scan.files.Found;
import dev.dmalint.scan.files.Root;
import dev.dmalint.scan.identity.DeviceIdentity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts the report together.
 *
 * @param preparation what the scan stood on
 * @param found which files there are
 * @param sources what was read of them
 * @param identity what is known of devices
 * @param analysis what came of it
 */
record Assembly(
    Preparation preparation,
    Found found,
    Sources sources,
    DeviceIdentity identity,
    Analysis analysis) {
  private static final int MOST_NAMED = 10;

  /** Gaps behind which findings may hide though no file is counted as partly read. */
  private static final Set<Gap.Kind> HIDING =
      EnumSet.of(
          Gap.Kind.UNREADABLE,
          Gap.Kind.NOT_A_FILE,
          Gap.Kind.IDENTITY,
          Gap.Kind.BOUND,
          Gap.Kind.FAILED);

  ScanOutcome outcome(Optional<FailOn> failOn) {
    List<Finding> findings = preparation.rules().apply(analysis.findings());
    Coverage coverage = coverage();
    Report report =
        new Report(
            Version.current(),
            coverage,
            findings,
            preparation.rules().infos(),
            PlatformInfos.of(preparation.universe()),
            notes());
    FailOn threshold = failOn.orElse(FailOn.WARNING);
    boolean failed = findings.stream().anyMatch(finding -> threshold.failsFor(finding.severity()));
    boolean complete =
        coverage.complete()
            && coverage.gaps().stream().noneMatch(gap -> HIDING.contains(gap.kind()));
    return new ScanOutcome(
        report,
        failed ? Gate.FAILED : Gate.PASSED,
        complete ? Extent.COMPLETE : Extent.INCOMPLETE,
        sources.texts(),
        details());
  }

  private Coverage coverage() {
    List<Gap> gaps = new ArrayList<>(analysis.gaps());
    gaps.addAll(found.gaps());
    gaps.addAll(sources.gaps());
    gaps.addAll(identity.gaps());
    int parsed = 0;
    int partial = 0;
    int failed = sources.failed();
    for (SourceFile file : sources.files()) {
      switch (analysis.files().getOrDefault(file.path(), FileState.FAILED)) {
        case PARSED -> parsed++;
        case PARTIAL -> partial++;
        case FAILED -> failed++;
      }
      if (!analysis.files().containsKey(file.path())) {
        gaps.add(
            new Gap(Gap.Kind.FAILED, file.path(), 1, "the analysis gave no account of this file"));
      }
    }
    int skipped = sources.skipped() + found.skipped();
    return new Coverage(0, parsed, partial, failed, skipped, gaps.stream().distinct().toList());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (found.files().isEmpty() && found.skipped() == 0) {
      String paths =
          found.roots().stream()
              .map(root -> "\"" + root.given() + "\"")
              .collect(Collectors.joining(", "));
      notes.add("no Java file below " + paths + ": nothing was analysed");
    }
    if (!found.leftOut().isEmpty()) {
      notes.add(
          "left out by name, though they hold Java files: %s; give one as a path to scan it"
              .formatted(names(found.leftOut())));
    }
    if (!found.excluded().isEmpty()) {
      notes.add("left out by \"excludes\": " + names(found.excluded()));
    }
    if (!sources.guessed().isEmpty()) {
      notes.add("not UTF-8, read as ISO-8859-1: " + names(sources.guessed()));
    }
    return notes;
  }

  private static String names(List<String> all) {
    String named = all.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    int rest = all.size() - MOST_NAMED;
    return rest > 0 ? named + " and " + rest + " more" : named;
  }

  private List<String> details() {
    return Stream.of(
            preparation.details(),
            found.roots().stream().map(Root::real).map(root -> "scanned: " + root),
            identity.files().stream().map(file -> "device identity: " + file),
            found.leftOut().stream().map(name -> "left out by name: " + name),
            found.excluded().stream().map(name -> "left out by \"excludes\": " + name),
            found.doubles().stream().map(name -> "second name of a file read already: " + name))
        .flatMap(lines -> lines)
        .toList();
  }
}
