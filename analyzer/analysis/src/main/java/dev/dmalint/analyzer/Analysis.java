package dev.dmalint.analyzer;

import dev.dmalint.analyzer.frontend.FileState;
import dev.dmalint.findings.Finding;
import dev.dmalint.findings.Gap;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an analysis found.
 *
 * @param findings sorted
 * @param files every source file with how much of it was lowered
 * @param gaps of the front end and of the analysis, sorted
 */
public record Analysis(List<Finding> findings, SortedMap<String, FileState> files, List<Gap> gaps) {
  public Analysis {
    findings = findings.stream().sorted().toList();
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    gaps = gaps.stream().sorted().distinct().toList();
  }
}
