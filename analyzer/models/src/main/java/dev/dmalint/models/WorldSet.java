package dev.dmalint.models;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of worlds, one bit each.
 *
 * @param bits bit {@code i} stands for the world with index {@code i}
 */
public record WorldSet(long bits) {
  /** The most worlds a universe may have. */
  public static final int CAPACITY = 64;

  /** No world: what cannot be. */
  public static final WorldSet NONE = new WorldSet(0);

  /** {@return the set of the first {@code count} worlds} */
  public static WorldSet first(int count) {
    return new WorldSet(count == CAPACITY ? -1L : (1L << count) - 1);
  }

  /** {@return the set of one world} */
  public static WorldSet of(int index) {
    return new WorldSet(1L << index);
  }

  /** {@return the worlds of both} */
  public WorldSet and(WorldSet other) {
    return new WorldSet(bits & other.bits);
  }

  /** {@return the worlds of either} */
  public WorldSet or(WorldSet other) {
    return new WorldSet(bits | other.bits);
  }

  /** {@return the worlds of this that are not of the other} */
  public WorldSet minus(WorldSet other) {
    return new WorldSet(bits & ~other.bits);
  }

  /** {@return whether there is no world} */
  public boolean isEmpty() {
    return bits == 0;
  }

  /** {@return whether both have a world} */
  public boolean meets(WorldSet other) {
    return (bits & other.bits) != 0;
  }

  /** {@return whether all worlds of the other are of this} */
  public boolean contains(WorldSet other) {
    return (other.bits & ~bits) == 0;
  }

  /** {@return whether the world with that index is of this} */
  public boolean has(int index) {
    return (bits >>> index & 1) != 0;
  }

  /** {@return how many} */
  public int size() {
    return Long.bitCount(bits);
  }

  /** {@return the indices, rising} */
  public List<Integer> indices() {
    List<Integer> result = new ArrayList<>();
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      result.add(Long.numberOfTrailingZeros(rest));
    }
    return result;
  }
}
