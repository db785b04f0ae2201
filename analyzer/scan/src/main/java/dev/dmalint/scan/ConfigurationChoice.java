package dev.dmalint.scan;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/** Where the configuration of a scan comes from. */
public sealed interface ConfigurationChoice {
  /** From a {@code dmalint.yaml} in the scanned tree or above it, within its repository. */
  record InTree() implements ConfigurationChoice {}

  /** From nowhere: what is usual holds. */
  record None() implements ConfigurationChoice {}

  /**
   * From a file that the user named, and so trusts.
   *
   * @param file relative to the folder the scan was started in
   */
  record Named(Path file) implements ConfigurationChoice {
    public Named {
      requireNonNull(file);
    }
  }
}
