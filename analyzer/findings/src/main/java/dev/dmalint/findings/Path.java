package dev.dmalint.findings;

import java.util.List;

/**
 * A way of one address through the source.
 *
 * @param steps from the place that made it to its consumer, at least one
 * @param platforms ids of the platforms this way is broken on, sorted
 */
public record Path(List<PathStep> steps, List<String> platforms) {
  public Path {
    steps = List.copyOf(steps);
    platforms = List.copyOf(platforms);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a path has at least one step");
    }
  }
}
