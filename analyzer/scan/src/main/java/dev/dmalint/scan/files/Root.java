package dev.dmalint.scan.files;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A PATH of a scan.
 *
 * @param given as the user wrote it
 * @param real its real path: a file or a folder
 * @param prefix what reports call it; empty where it is the folder the scan was started in
 */
public record Root(String given, Path real, String prefix) {
  public Root {
    requireNonNull(given);
    requireNonNull(real);
    requireNonNull(prefix);
  }

  static Root of(Path given, Path directory) throws IOException {
    Path start = directory.toAbsolutePath().normalize();
    Path real = start.resolve(given).toRealPath();
    Path written = start.resolve(given).normalize();
    // "a/../b" is not "b" where "a" is a link to elsewhere.
    Path logical = written.toRealPath().equals(real) ? written : real;
    Path above = logical.startsWith(start) ? start : logical.getParent();
    String prefix = above == null ? "" : slashed(above.relativize(logical));
    return new Root(given.toString(), real, prefix);
  }

  /** {@return whether that real path is this one or lies below it} */
  public boolean holds(Path other) {
    return other.startsWith(real);
  }

  /** {@return what reports call a real path at or below this one} */
  public String name(Path below) {
    String rest = slashed(real.relativize(below));
    if (prefix.isEmpty() || rest.isEmpty()) {
      return prefix + rest;
    }
    return prefix + "/" + rest;
  }

  /** {@return the folder itself, or the folder the file lies in} */
  public Path folder() {
    Path parent = real.getParent();
    return Files.isDirectory(real) || parent == null ? real : parent;
  }

  /** {@return the nearest folder, this one's or above it, that holds a {@code .git}} */
  public Optional<Path> repository() {
    return repositoryAbove(folder());
  }

  /** {@return the nearest folder, that one or above it, that holds a {@code .git}} */
  public static Optional<Path> repositoryAbove(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** {@return a relative path with '/' between its parts on every system} */
  public static String slashed(Path relative) {
    StringJoiner parts = new StringJoiner("/");
    relative.forEach(part -> parts.add(part.toString()));
    return parts.toString();
  }
}
