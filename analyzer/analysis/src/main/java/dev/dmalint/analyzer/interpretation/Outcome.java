package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.heap.Heap;
import dev.dmalint.analyzer.heap.Value;
import dev.dmalint.models.WorldSet;

/**
 * What a call leaves behind.
 *
 * @param result what it returned
 * @param heap the heap where it returned
 * @param returns the worlds in which it may return
 * @param thrownHeap the heap where it threw
 * @param throwsIn the worlds in which it may throw
 */
record Outcome(Value result, Heap heap, WorldSet returns, Heap thrownHeap, WorldSet throwsIn) {
  static Outcome returned(Value result, Heap heap, WorldSet worlds) {
    return new Outcome(result, heap, worlds, heap, WorldSet.NONE);
  }
}
