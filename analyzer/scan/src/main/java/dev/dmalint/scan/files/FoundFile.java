package dev.dmalint.scan.files;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * A regular file with a name that ends in {@code .java}.
 *
 * @param name what reports call it
 * @param file its real path
 * @param root the PATH it was found below
 */
public record FoundFile(String name, Path file, Root root) {
  public FoundFile {
    requireNonNull(name);
    requireNonNull(file);
    requireNonNull(root);
  }
}
