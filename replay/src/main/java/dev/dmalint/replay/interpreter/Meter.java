package dev.dmalint.replay.interpreter;

/** Counts what a run uses against its budget. */
final class Meter {
  private final Budget budget;
  private long steps;
  private long cells;
  private int nesting;

  Meter(Budget budget) {
    this.budget = budget;
  }

  void step() {
    steps(1);
  }

  void steps(long count) {
    steps += count;
    if (steps > budget.steps()) {
      throw Stop.spent(Budget.Kind.STEPS);
    }
  }

  long steps() {
    return steps;
  }

  /** Counts memory before it is allocated. */
  void allocate(long count) {
    cells += count;
    if (count < 0 || cells > budget.cells()) {
      throw Stop.spent(Budget.Kind.MEMORY);
    }
  }

  void depth(int frames) {
    if (frames > budget.depth()) {
      throw Stop.spent(Budget.Kind.DEPTH);
    }
  }

  void enter() {
    nesting++;
    if (nesting > budget.nesting()) {
      throw Stop.spent(Budget.Kind.NESTING);
    }
  }

  void leave() {
    nesting--;
  }
}
