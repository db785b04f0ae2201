package dev.dmalint.analyzer.heap;

import dev.dmalint.analyzer.heap.Atoms.Pointer;
import dev.dmalint.models.WorldSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a place may hold: atoms, each in a set of worlds. The order of atoms says nothing. */
public final class Value {
  /** Holds nothing in any world: what was never computed. */
  public static final Value NEVER = new Value(new Atom[0], new long[0]);

  /** How many numbers or offsets of one world are told apart. */
  private static final int MOST_NUMBERS = 4;

  /** How many atoms a value keeps before it is anything. */
  private static final int MOST_ATOMS = 96;

  private final Atom[] atoms;
  private final long[] worlds;

  private Value(Atom[] atoms, long[] worlds) {
    this.atoms = atoms;
    this.worlds = worlds;
  }

  /** {@return that atom in those worlds} */
  public static Value of(Atom atom, WorldSet worlds) {
    return worlds.isEmpty() ? NEVER : new Value(new Atom[] {atom}, new long[] {worlds.bits()});
  }

  /** {@return whether there is no atom in any world} */
  public boolean isNever() {
    return atoms.length == 0;
  }

  /** {@return the worlds in which there is an atom} */
  public WorldSet worlds() {
    long all = 0;
    for (long each : worlds) {
      all |= each;
    }
    return new WorldSet(all);
  }

  /** {@return the worlds in which an atom of that kind may be there} */
  public WorldSet worldsWith(Predicate<Atom> kind) {
    long all = 0;
    for (int i = 0; i < atoms.length; i++) {
      if (kind.test(atoms[i])) {
        all |= worlds[i];
      }
    }
    return new WorldSet(all);
  }

  /** {@return whether an atom of that kind is there in any world} */
  public boolean has(Predicate<Atom> kind) {
    return !worldsWith(kind).isEmpty();
  }

  /** {@return what it is in those worlds} */
  public Value in(WorldSet kept) {
    long mask = kept.bits();
    int count = 0;
    boolean whole = true;
    for (long each : worlds) {
      count += (each & mask) != 0 ? 1 : 0;
      whole &= (each & ~mask) == 0;
    }
    if (whole) {
      return this;
    }
    Atom[] keptAtoms = new Atom[count];
    long[] keptWorlds = new long[count];
    int next = 0;
    for (int i = 0; i < atoms.length; i++) {
      if ((worlds[i] & mask) != 0) {
        keptAtoms[next] = atoms[i];
        keptWorlds[next++] = worlds[i] & mask;
      }
    }
    return count == 0 ? NEVER : new Value(keptAtoms, keptWorlds);
  }

  /** {@return only the atoms of that kind} */
  public Value only(Predicate<Atom> kind) {
    Collector result = new Collector();
    forEach(
        (atom, where) -> {
          if (kind.test(atom)) {
            result.add(atom, where);
          }
        });
    return result.value();
  }

  /** {@return all that either may be} */
  public Value join(Value other) {
    if (this == other || other.isNever()) {
      return this;
    }
    if (isNever()) {
      return other;
    }
    Collector result = new Collector(this);
    for (int i = 0; i < other.atoms.length; i++) {
      result.add(other.atoms[i], new WorldSet(other.worlds[i]));
    }
    Value joined = result.value();
    return joined.isSameAs(this) ? this : joined;
  }

  /** Whether both hold equal atoms in equal worlds and prefer the same ways. */
  private boolean isSameAs(Value other) {
    return atoms.length == other.atoms.length
        && Arrays.equals(worlds, other.worlds)
        && IntStream.range(0, atoms.length).allMatch(i -> atoms[i] == other.atoms[i]);
  }

  /** {@return whether both may be the same in the same worlds, whatever the order} */
  public boolean sameContent(Value other) {
    if (this == other) {
      return true;
    }
    if (atoms.length != other.atoms.length) {
      return false;
    }
    for (int i = 0; i < atoms.length; i++) {
      int at = other.indexOf(atoms[i], i);
      if (at < 0 || other.worlds[at] != worlds[i]) {
        return false;
      }
    }
    return true;
  }

  private int indexOf(Atom atom, int first) {
    if (first < atoms.length && atoms[first].equals(atom)) {
      return first;
    }
    for (int i = 0; i < atoms.length; i++) {
      if (atoms[i].equals(atom)) {
        return i;
      }
    }
    return -1;
  }

  /** Shows each atom with its worlds. */
  public void forEach(BiConsumer<Atom, WorldSet> action) {
    for (int i = 0; i < atoms.length; i++) {
      action.accept(atoms[i], new WorldSet(worlds[i]));
    }
  }

  /** {@return each atom turned into another} */
  public Value map(Function<Atom, Atom> change) {
    Collector result = new Collector();
    forEach((atom, where) -> result.add(change.apply(atom), where));
    return result.value();
  }

  /** {@return the atoms, in no particular order} */
  public List<Atom> atoms() {
    return List.of(atoms);
  }

  @Override
  public String toString() {
    return IntStream.range(0, atoms.length)
        .mapToObj(i -> atoms[i] + "@" + Long.toHexString(worlds[i]))
        .collect(Collectors.joining(" ", "{", "}"));
  }

  /** Collects atoms into a value. */
  public static final class Collector {
    private final List<Atom> atoms = new ArrayList<>(4);
    private final List<Long> worlds = new ArrayList<>(4);

    /** Starts with nothing. */
    public Collector() {}

    Collector(Value start) {
      atoms.addAll(Arrays.asList(start.atoms));
      for (long each : start.worlds) {
        worlds.add(each);
      }
    }

    /** Adds an atom in some worlds. */
    public void add(Atom atom, WorldSet where) {
      if (where.isEmpty()) {
        return;
      }
      int at = atoms.indexOf(atom);
      if (at >= 0) {
        atoms.set(at, atoms.get(at).preferred(atom));
        worlds.set(at, worlds.get(at) | where.bits());
      } else {
        atoms.add(atom);
        worlds.add(where.bits());
      }
    }

    /** Adds all of a value. */
    public void add(Value value) {
      value.forEach(this::add);
    }

    /** {@return what was collected} */
    public Value value() {
      if (atoms.size() > 1) {
        widenNumbers();
        dropCovered();
        widenPointers();
      }
      if (atoms.isEmpty()) {
        return NEVER;
      }
      if (atoms.size() > MOST_ATOMS) {
        long all = worlds.stream().reduce(0L, (a, b) -> a | b);
        return of(Atoms.ANYTHING, new WorldSet(all));
      }
      return new Value(
          atoms.toArray(new Atom[0]), worlds.stream().mapToLong(Long::longValue).toArray());
    }

    private void widenNumbers() {
      long crowded = crowded(atom -> atom instanceof Whole);
      if (crowded == 0) {
        return;
      }
      Whole all = null;
      long where = 0;
      for (int i = atoms.size() - 1; i >= 0; i--) {
        if (atoms.get(i) instanceof Whole number && (worlds.get(i) & crowded) != 0) {
          all = all == null ? number : all.meet(number);
          where |= worlds.get(i) & crowded;
          reduce(i, crowded);
        }
      }
      if (all != null) {
        add(all, new WorldSet(where));
      }
    }

    /** A number that another one of the same world stands for already says nothing new. */
    private void dropCovered() {
      for (int i = atoms.size() - 1; i >= 0; i--) {
        if (atoms.get(i) instanceof Whole number) {
          long gone = 0;
          for (int j = 0; j < atoms.size(); j++) {
            if (j != i && atoms.get(j) instanceof Whole other && other.covers(number)) {
              gone |= worlds.get(j);
            }
          }
          if ((worlds.get(i) & gone) != 0) {
            reduce(i, gone);
          }
        }
      }
    }

    private void widenPointers() {
      for (int first = 0; first < atoms.size(); first++) {
        if (atoms.get(first) instanceof Pointer pointer) {
          widenPointersTo(pointer.region());
        }
      }
    }

    private void widenPointersTo(Region region) {
      long crowded = crowded(atom -> atom instanceof Pointer p && p.region().equals(region));
      if (crowded == 0) {
        return;
      }
      Whole all = null;
      long where = 0;
      for (int i = atoms.size() - 1; i >= 0; i--) {
        if (atoms.get(i) instanceof Pointer p
            && p.region().equals(region)
            && (worlds.get(i) & crowded) != 0) {
          all = all == null ? p.offset() : all.meet(p.offset());
          where |= worlds.get(i) & crowded;
          reduce(i, crowded);
        }
      }
      if (all != null) {
        add(new Pointer(region, all), new WorldSet(where));
      }
    }

    private void reduce(int index, long gone) {
      long rest = worlds.get(index) & ~gone;
      if (rest == 0) {
        atoms.remove(index);
        worlds.remove(index);
      } else {
        worlds.set(index, rest);
      }
    }

    /** The worlds in which more atoms of a kind meet than are told apart. */
    private long crowded(Predicate<Atom> kind) {
      long[] atLeast = new long[MOST_NUMBERS + 1];
      for (int i = 0; i < atoms.size(); i++) {
        if (kind.test(atoms.get(i))) {
          for (int n = MOST_NUMBERS; n > 0; n--) {
            atLeast[n] |= atLeast[n - 1] & worlds.get(i);
          }
          atLeast[0] |= worlds.get(i);
        }
      }
      return atLeast[MOST_NUMBERS];
    }
  }
}
