package dev.dmalint.scan.files;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * What the configuration leaves out.
 *
 * @param folder real path of the folder that the patterns start from
 * @param patterns any one is enough
 */
public record Excludes(Path folder, List<Glob> patterns) {
  public Excludes {
    requireNonNull(folder);
    patterns = List.copyOf(patterns);
  }

  /** {@return nothing} */
  public static Excludes none(Path folder) {
    return new Excludes(folder, List.of());
  }

  boolean cover(Path real) {
    if (patterns.isEmpty() || !real.startsWith(folder) || real.equals(folder)) {
      return false;
    }
    String relative = Root.slashed(folder.relativize(real));
    return patterns.stream().anyMatch(pattern -> pattern.matches(relative));
  }
}
