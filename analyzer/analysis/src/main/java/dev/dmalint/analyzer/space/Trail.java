package dev.dmalint.analyzer.space;

import static java.util.Objects.requireNonNull;

import dev.dmalint.findings.PathStep;
import dev.dmalint.findings.SourceSpan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way of one address so far: its last step, and the way before that. */
public final class Trail {
  /** Ways longer than this keep their first steps and grow no more. */
  private static final int LONGEST = 64;

  private final @Nullable Trail before;
  private final Step step;
  private final int length;

  private Trail(@Nullable Trail before, Step step) {
    this.before = before;
    this.step = step;
    this.length = before == null ? 1 : before.length + 1;
  }

  /** {@return the way that starts with {@code step}} */
  public static Trail start(Step step) {
    return new Trail(null, step);
  }

  /** {@return this way and one step more; a step equal to the last one is not taken twice} */
  public Trail then(Step next) {
    return length >= LONGEST || step.equals(next) ? this : new Trail(this, next);
  }

  /** {@return how many steps} */
  public int length() {
    return length;
  }

  /** {@return the steps, first to last} */
  public List<Step> steps() {
    Deque<Step> result = new ArrayDeque<>();
    for (Trail at = this; at != null; at = at.before) {
      result.push(at.step);
    }
    return List.copyOf(result);
  }

  /**
   * One step.
   *
   * @param at where
   * @param kind what kind of step
   * @param message what happened
   * @param unit how the address is written from here on: shift and kept bits as the space label
   *     shows them; empty for bytes
   */
  public record Step(SourceSpan at, PathStep.Kind kind, String message, String unit) {
    public Step {
      requireNonNull(at);
      requireNonNull(kind);
      requireNonNull(message);
      requireNonNull(unit);
    }
  }
}
