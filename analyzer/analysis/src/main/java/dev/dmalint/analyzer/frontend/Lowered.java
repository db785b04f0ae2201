package dev.dmalint.analyzer.frontend;

import static java.util.Objects.requireNonNull;

import dev.dmalint.analyzer.ir.Program;
import dev.dmalint.findings.Gap;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a front end made of the files it was given.
 *
 * @param program the IR of all that could be lowered
 * @param files every file given, by path, with its state
 * @param gaps what is missing: syntax errors, missing types (one gap a type and file, at its first
 *     use), constructs that were not lowered, failures
 */
public record Lowered(Program program, SortedMap<String, FileState> files, List<Gap> gaps) {
  public Lowered {
    requireNonNull(program);
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    gaps = gaps.stream().sorted().toList();
  }
}
