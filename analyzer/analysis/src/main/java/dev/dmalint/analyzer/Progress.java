package dev.dmalint.analyzer;

/** Told how far an analysis is. Called from one thread. */
public interface Progress {
  /** Tells nobody. */
  Progress SILENT = (stage, done, total) -> {};

  /**
   * Something was finished.
   *
   * @param stage such as {@code reading}
   * @param done how many things of this stage are done
   * @param total how many there are
   */
  void reached(String stage, int done, int total);
}
