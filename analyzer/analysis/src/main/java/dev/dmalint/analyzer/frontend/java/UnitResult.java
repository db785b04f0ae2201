package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.frontend.FileState;
import dev.dmalint.analyzer.ir.LibraryType;
import dev.dmalint.analyzer.ir.Type;
import dev.dmalint.findings.Gap;
import java.util.List;

/** What became of one file. */
record UnitResult(
    String path, FileState state, List<Type> types, List<LibraryType> library, List<Gap> gaps) {
  UnitResult {
    types = List.copyOf(types);
    library = List.copyOf(library);
    gaps = List.copyOf(gaps);
  }

  /** {@return the account of a file of which nothing was lowered} */
  static UnitResult failed(String path, String message) {
    Gap gap = new Gap(Gap.Kind.FAILED, path, 1, message);
    return new UnitResult(path, FileState.FAILED, List.of(), List.of(), List.of(gap));
  }
}
