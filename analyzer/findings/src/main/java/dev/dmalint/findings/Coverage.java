package dev.dmalint.findings;

import java.util.List;

/**
 * How much of the tree was analysed. The five counts add up to the files found.
 *
 * @param indexed files read and not needed: nothing in them can matter
 * @param parsed files analysed whole
 * @param partial files analysed in part: each has at least one gap
 * @param failed files that could not be analysed: each has a gap
 * @param skipped files left out: each has a gap that says why
 * @param gaps sorted
 */
public record Coverage(
    int indexed, int parsed, int partial, int failed, int skipped, List<Gap> gaps) {
  public Coverage {
    if (indexed < 0 || parsed < 0 || partial < 0 || failed < 0 || skipped < 0) {
      throw new IllegalArgumentException("counts are not negative");
    }
    gaps = gaps.stream().sorted().toList();
  }

  /** {@return how many files were found} */
  public int found() {
    return indexed + parsed + partial + failed + skipped;
  }

  /** {@return whether every file found was read whole} */
  public boolean complete() {
    return partial == 0
        && failed == 0
        && skipped == 0
        && gaps.stream().noneMatch(gap -> gap.kind() == Gap.Kind.BOUND);
  }
}
