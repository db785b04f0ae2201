package dev.dmalint.machine.iommu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Blocks of pages whose sizes are powers of two; the lowest that fits goes first. */
final class Buddies {
  private final List<TreeSet<Long>> free = new ArrayList<>();
  private final long pages;
  private long used;

  /** All of {@code 2^order} pages, numbered from 0, are free. */
  Buddies(int order) {
    pages = 1L << order;
    for (int i = 0; i <= order; i++) {
      free.add(new TreeSet<>());
    }
    free.get(order).add(0L);
  }

  /** The number of the first page of a block of {@code 2^order}. */
  Optional<Long> take(int order) {
    int from = order;
    while (from < free.size() && free.get(from).isEmpty()) {
      from++;
    }
    if (from >= free.size()) {
      return Optional.empty();
    }
    long block = lowest(order);
    int size = sizeAt(block, order);
    free.get(size).remove(block);
    while (size > order) {
      size--;
      free.get(size).add(block + (1L << size));
    }
    used += 1L << order;
    return Optional.of(block);
  }

  private long lowest(int order) {
    long best = Long.MAX_VALUE;
    for (int i = order; i < free.size(); i++) {
      if (!free.get(i).isEmpty()) {
        best = Math.min(best, free.get(i).first());
      }
    }
    return best;
  }

  private int sizeAt(long block, int order) {
    int size = order;
    while (!free.get(size).contains(block)) {
      size++;
    }
    return size;
  }

  void give(long page, int order) {
    used -= 1L << order;
    long block = page;
    int size = order;
    while (size + 1 < free.size() && free.get(size).remove(block ^ 1L << size)) {
      block &= ~(1L << size);
      size++;
    }
    free.get(size).add(block);
  }

  long used() {
    return used;
  }

  long pages() {
    return pages;
  }

  /** The order of the smallest block for so many pages. */
  static int orderOf(long pages) {
    return pages <= 1 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(pages - 1);
  }
}
