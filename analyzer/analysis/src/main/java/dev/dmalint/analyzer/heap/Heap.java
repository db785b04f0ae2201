package dev.dmalint.analyzer.heap;

import dev.dmalint.analyzer.flow.IntTrie;
import dev.dmalint.analyzer.heap.Region.Kind;
import dev.dmalint.models.WorldSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every cell may hold at one point of the program. Immutable: a write makes a new heap that
 * shares the rest.
 */
public final class Heap {
  /** The cell that says a made region exists here. */
  private static final String EXISTS = "#";

  /** The cell that says a region may stand for several objects. */
  private static final String MANY = "#many";

  /** The cell of all elements that have no cell of their own. */
  public static final String ELEMENTS = "[]";

  private final Regions regions;
  private final IntTrie<Value> cells;

  private Heap(Regions regions, IntTrie<Value> cells) {
    this.regions = regions;
    this.cells = cells;
  }

  /** {@return the heap in which nothing exists} */
  public static Heap empty(Regions regions) {
    return new Heap(regions, IntTrie.empty());
  }

  /** {@return what a cell holds; empty if nothing was ever written to it} */
  public Optional<Value> get(Region region, String name) {
    return cells.get(regions.cell(region, name));
  }

  /** {@return what an element holds: its own cell, else the cell of all other elements} */
  public Optional<Value> element(Region region, String name) {
    Optional<Value> own = get(region, name);
    return own.isPresent() ? own : get(region, ELEMENTS);
  }

  /** {@return the names of a region's element cells that hold something, the rest's among them} */
  public List<String> elements(Region region) {
    return regions.elements(region).stream().filter(name -> get(region, name).isPresent()).toList();
  }

  private Heap with(Region region, String name, Value value) {
    IntTrie<Value> changed = cells.put(regions.cell(region, name), value);
    return changed == cells ? this : new Heap(regions, changed);
  }

  /**
   * {@return this heap after a cell was written in some worlds}
   *
   * @param old what the cell held before, also where nothing was ever written to it
   * @param strong the worlds in which the write surely hits this very cell: what was there is gone
   */
  public Heap write(Region region, String name, Value old, Value value, WorldSet strong) {
    boolean one = !isMany(region);
    Value kept = one ? old.in(new WorldSet(~strong.bits())) : old;
    Value now = kept.join(value);
    Optional<Value> before = get(region, name);
    return before.isPresent() && before.get().sameContent(now) ? this : with(region, name, now);
  }

  /** {@return this heap after an object was made; a second time, the region stands for several} */
  public Heap make(Region region, WorldSet where) {
    Optional<Value> exists = get(region, EXISTS);
    if (exists.isPresent()) {
      return with(region, MANY, Value.of(Atoms.ANYTHING, where));
    }
    return with(region, EXISTS, Value.of(Atoms.ANYTHING, where));
  }

  /** {@return whether a made region exists here} */
  public boolean exists(Region region) {
    return get(region, EXISTS).isPresent();
  }

  /** {@return whether a region may stand for several objects} */
  public boolean isMany(Region region) {
    return get(region, MANY).isPresent();
  }

  /**
   * {@return what holds at a point that is reached from two others}
   *
   * @param mine the worlds in which this heap's point is reached
   * @param its the worlds in which the other's is
   * @param untouched what a cell holds in a heap in which nothing was written to it
   */
  public Heap join(WorldSet mine, Heap other, WorldSet its, Untouched untouched) {
    IntTrie<Value> merged =
        cells.merge(
            other.cells,
            (cell, left, right) ->
                side(cell, left, right, mine, this, untouched)
                    .join(side(cell, right, left, its, other, untouched)));
    return merged == cells ? this : new Heap(regions, merged);
  }

  private Value side(
      int cell,
      @Nullable Value value,
      @Nullable Value opposite,
      WorldSet where,
      Heap heap,
      Untouched untouched) {
    if (value != null) {
      return value.in(where);
    }
    Regions.CellKey key = regions.key(cell);
    if (key.name().startsWith("#")) {
      return Value.NEVER;
    }
    boolean absent = key.region().kind() == Kind.MADE && !heap.exists(key.region());
    if (absent || opposite == null) {
      return Value.NEVER;
    }
    return untouched.value(heap, key.region(), key.name()).in(where);
  }

  /** {@return whether both hold the same} */
  public boolean sameContent(Heap other) {
    if (cells == other.cells) {
      return true;
    }
    boolean[] same = {true};
    cells.merge(
        other.cells,
        (cell, left, right) -> {
          boolean equal = left != null && right != null && left.sameContent(right);
          same[0] &= equal;
          return left != null ? left : right == null ? Value.NEVER : right;
        });
    return same[0];
  }

  /** {@return how many cells were written} */
  public int size() {
    int[] count = {0};
    cells.forEach((key, value) -> count[0]++);
    return count[0];
  }

  /** Says what a cell holds to which nothing was written. */
  public interface Untouched {
    /** {@return its content, in all worlds} */
    Value value(Heap heap, Region region, String name);
  }
}
