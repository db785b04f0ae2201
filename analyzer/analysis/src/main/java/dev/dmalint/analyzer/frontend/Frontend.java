package dev.dmalint.analyzer.frontend;

import java.util.List;

/** Turns source text of one language into IR. */
public interface Frontend {
  /** {@return whether files of that name are this front end's} */
  boolean reads(String path);

  /**
   * Lowers files that belong together.
   *
   * @param files in any order; the order never changes the result
   * @param options what may be looked up
   * @return the IR and an account of every file
   */
  Lowered lower(List<SourceFile> files, FrontendOptions options);
}
