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

  /** Whether every page from one to another, both included, is free. */
  boolean isFree(long first, long last) {
    for (long at = first; at <= last; ) {
      int size = holding(at);
      if (size < 0) {
        return false;
      }
      at = ((at >>> size) + 1) << size;
    }
    return true;
  }

  /** Takes those of some pages that are free, so that {@link #take} never gives them. */
  void carve(long first, long last) {
    for (long at = first; at <= last; ) {
      int order = Math.min(Long.numberOfTrailingZeros(at), orderOf(last - at + 2) - 1);
      order = Math.max(0, Math.min(order, free.size() - 1));
      while (at + (1L << order) - 1 > last) {
        order--;
      }
      carveBlock(at, order);
      at += 1L << order;
    }
  }

  private void carveBlock(long block, int order) {
    int size = holding(block);
    if (size >= order) {
      split(block, size, order);
      used += 1L << order;
    } else if (order > 0) {
      carveBlock(block, order - 1);
      carveBlock(block + (1L << (order - 1)), order - 1);
    }
  }

  private void split(long block, int from, int to) {
    int size = from;
    free.get(size).remove(block >>> size << size);
    while (size > to) {
      size--;
      free.get(size).add((block >>> size ^ 1) << size);
    }
  }

  /** The order of the free block that holds a page, or -1. */
  private int holding(long page) {
    for (int size = 0; size < free.size(); size++) {
      if (free.get(size).contains(page >>> size << size)) {
        return size;
      }
    }
    return -1;
  }

  /** Gives pages back that {@link #carve} took. */
  void giveAll(long first, long last) {
    for (long page = first; page <= last; page++) {
      give(page, 0);
    }
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
