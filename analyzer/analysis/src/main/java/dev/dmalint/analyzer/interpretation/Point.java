package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.heap.Heap;
import dev.dmalint.analyzer.heap.Value;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.models.WorldSet;
import java.util.Arrays;

/** What holds at one point of one activation. The only thing that changes while steps are run. */
final class Point {
  private final Value[] locals;
  private Heap heap;
  private WorldSet reach;

  private Point(Value[] locals, Heap heap, WorldSet reach) {
    this.locals = locals;
    this.heap = heap;
    this.reach = reach;
  }

  /** {@return the point at which nothing is in any local} */
  static Point start(int locals, Heap heap, WorldSet reach) {
    Value[] values = new Value[locals];
    Arrays.fill(values, Value.NEVER);
    return new Point(values, heap, reach);
  }

  Point copy() {
    return new Point(locals.clone(), heap, reach);
  }

  Value get(Local local) {
    return locals[local.index()].in(reach);
  }

  void set(Local local, Value value) {
    locals[local.index()] = value.in(reach);
  }

  Heap heap() {
    return heap;
  }

  void heap(Heap changed) {
    heap = changed;
  }

  /** {@return the worlds in which control comes here} */
  WorldSet reach() {
    return reach;
  }

  void narrow(WorldSet kept) {
    reach = reach.and(kept);
  }

  boolean isDead() {
    return reach.isEmpty();
  }

  /** Takes over from a call: what it left of the heap, and where it came back at all. */
  void resume(Heap left, WorldSet returned) {
    heap = left;
    reach = returned;
  }

  /** {@return whether anything changes when another way leads here too} */
  boolean join(Point other, Heap.Untouched untouched) {
    Heap joined = heap.join(reach, other.heap, other.reach, untouched);
    WorldSet both = reach.or(other.reach);
    boolean changed = !both.equals(reach) || (joined != heap && !joined.sameContent(heap));
    for (int i = 0; i < locals.length; i++) {
      if ((locals[i] != other.locals[i]) || !both.equals(reach)) {
        Value mine = locals[i].in(reach);
        Value value = mine.join(other.locals[i].in(other.reach));
        changed |= !value.sameContent(mine);
        locals[i] = value;
      }
    }
    heap = joined;
    reach = both;
    return changed;
  }
}
