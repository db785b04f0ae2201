package dev.dmalint.reports;

import java.util.Optional;

/**
 * Knows a hash of a source line and of what follows it, as GitHub's {@code primaryLocationLineHash}
 * defines it. Renderers never read source files; who has the text supplies this.
 */
@FunctionalInterface
public interface LineHashes {
  /**
   * {@return the hash of that line; empty where the text is not at hand}
   *
   * @param file as spans name it, relative to the scan's root
   * @param line from 1
   */
  Optional<String> at(String file, int line);

  /** {@return hashes of nothing} */
  static LineHashes none() {
    return (file, line) -> Optional.empty();
  }
}
