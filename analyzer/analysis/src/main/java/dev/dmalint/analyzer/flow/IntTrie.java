package dev.dmalint.analyzer.flow;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from small non-negative numbers to values. A changed map shares all but one path
 * with the map it came from, and merging two maps visits only where they differ.
 *
 * @param <V> type of the values
 */
public final class IntTrie<V> {
  private static final int BITS = 5;
  private static final int WIDTH = 1 << BITS;
  private static final IntTrie<?> EMPTY = new IntTrie<>(null, 0);

  /** Inner nodes hold {@code Object[]}, the lowest level holds values. */
  private final @Nullable Object @Nullable [] root;

  private final int levels;

  private IntTrie(@Nullable Object @Nullable [] root, int levels) {
    this.root = root;
    this.levels = levels;
  }

  /** {@return the map without entries} */
  @SuppressWarnings("unchecked") // an empty map holds no value of any type
  public static <V> IntTrie<V> empty() {
    return (IntTrie<V>) EMPTY;
  }

  /** {@return the value at {@code key}} */
  @SuppressWarnings("unchecked") // only put writes the lowest level
  public Optional<V> get(int key) {
    @Nullable Object node = root;
    if (key >>> (levels * BITS) != 0) {
      return Optional.empty();
    }
    for (int level = levels - 1; level >= 0 && node != null; level--) {
      node = ((@Nullable Object[]) node)[(key >>> (level * BITS)) & (WIDTH - 1)];
    }
    return Optional.ofNullable((V) node);
  }

  /**
   * {@return this map with {@code value} at {@code key}; this map itself if it is there already}
   */
  public IntTrie<V> put(int key, V value) {
    int wanted = Math.max(levels, 1);
    @Nullable Object @Nullable [] top = root;
    while (key >>> (wanted * BITS) != 0) {
      wanted++;
    }
    for (int level = levels; level < wanted && top != null; level++) {
      @Nullable Object[] above = new @Nullable Object[WIDTH];
      above[0] = top;
      top = above;
    }
    @Nullable Object[] changed = put(top, wanted - 1, key, value);
    return changed == root ? this : new IntTrie<>(changed, wanted);
  }

  private static @Nullable Object[] put(
      @Nullable Object @Nullable [] node, int level, int key, Object value) {
    int slot = (key >>> (level * BITS)) & (WIDTH - 1);
    @Nullable Object old = node == null ? null : node[slot];
    Object fresh =
        level == 0 ? value : put((@Nullable Object @Nullable []) old, level - 1, key, value);
    if (node != null && old == fresh) {
      return node;
    }
    @Nullable Object[] copy =
        node == null ? new @Nullable Object[WIDTH] : Arrays.copyOf(node, WIDTH);
    copy[slot] = fresh;
    return copy;
  }

  /**
   * Says what stands at a key of a merged map.
   *
   * @param <V> type of the values
   */
  public interface Merger<V> {
    /** {@return the value for a key that has {@code left} here, {@code right} there, or neither} */
    V merge(int key, @Nullable V left, @Nullable V right);
  }

  /** {@return the union; {@code merger} decides wherever the two do not share the very value} */
  @SuppressWarnings("unchecked") // only put writes the lowest level
  public IntTrie<V> merge(IntTrie<V> other, Merger<V> merger) {
    if (this == other || (other.root == null && root == null)) {
      return this;
    }
    int height = Math.max(levels, other.levels);
    @Nullable Object[] left = raised(height);
    @Nullable Object[] right = other.raised(height);
    @Nullable Object merged = merge(left, right, height - 1, 0, merger);
    if (merged == root) {
      return this;
    }
    return merged == other.root
        ? other
        : new IntTrie<>((@Nullable Object[]) Objects.requireNonNull(merged), height);
  }

  private @Nullable Object[] raised(int height) {
    @Nullable Object[] top = root == null ? new @Nullable Object[WIDTH] : root;
    for (int level = Math.max(levels, 1); level < height; level++) {
      @Nullable Object[] above = new @Nullable Object[WIDTH];
      above[0] = top;
      top = above;
    }
    return top;
  }

  @SuppressWarnings("unchecked") // only put writes the lowest level
  private static <V> @Nullable Object merge(
      @Nullable Object left, @Nullable Object right, int level, int key, Merger<V> merger) {
    if (left == right) {
      return left;
    }
    if (level < 0) {
      return merger.merge(key, (V) left, (V) right);
    }
    @Nullable Object[] result = new @Nullable Object[WIDTH];
    boolean sameLeft = left != null;
    boolean sameRight = right != null;
    for (int slot = 0; slot < WIDTH; slot++) {
      @Nullable Object a = left == null ? null : ((@Nullable Object[]) left)[slot];
      @Nullable Object b = right == null ? null : ((@Nullable Object[]) right)[slot];
      result[slot] = merge(a, b, level - 1, key | (slot << (level * BITS)), merger);
      sameLeft &= result[slot] == a;
      sameRight &= result[slot] == b;
    }
    return sameLeft ? left : sameRight ? right : result;
  }

  /** Shows every entry, by rising key. */
  public void forEach(BiConsumer<Integer, V> action) {
    if (root != null) {
      visit(root, levels - 1, 0, action);
    }
  }

  @SuppressWarnings("unchecked") // only put writes the lowest level
  private static <V> void visit(
      @Nullable Object[] node, int level, int key, BiConsumer<Integer, V> action) {
    for (int slot = 0; slot < WIDTH; slot++) {
      @Nullable Object child = node[slot];
      if (child != null && level == 0) {
        action.accept(key | slot, (V) child);
      } else if (child != null) {
        visit((@Nullable Object[]) child, level - 1, key | (slot << (level * BITS)), action);
      }
    }
  }
}
