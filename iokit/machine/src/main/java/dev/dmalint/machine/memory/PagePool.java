package dev.dmalint.machine.memory;

import dev.dmalint.machine.memory.PhysicalMemory.Bank;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The pages the kernel hands out: scattered, in an order that a seed decides. */
public final class PagePool {
  private static final int TRIES = 64;

  private final PhysicalMemory memory;
  private final List<Bank> banks;
  private final List<Bank> preferred;
  private final long pageSize;
  private final Chance chance;
  private final Deque<Long> planned = new ArrayDeque<>();
  private final Set<Long> taken = new HashSet<>();

  /**
   * A pool with all its pages free.
   *
   * @param memory where they are
   * @param banks runs of pages that may be handed out
   * @param preferred those of them that are used as long as the caller names no bound
   * @param pageSize bytes in a page
   * @param chance decides the order
   */
  public PagePool(
      PhysicalMemory memory, List<Bank> banks, List<Bank> preferred, long pageSize, Chance chance) {
    this.memory = memory;
    this.banks = List.copyOf(banks);
    this.preferred = List.copyOf(preferred);
    this.pageSize = pageSize;
    this.chance = chance;
  }

  /**
   * Decides the next single pages that are handed out, before chance does.
   *
   * @param pages addresses, in order
   */
  public void plan(List<Long> pages) {
    planned.addAll(pages);
  }

  /**
   * Takes pages, zeroed.
   *
   * @param count how many
   * @param highest the highest byte wanted, unsigned
   * @param contiguous whether they follow each other
   * @param alignment bytes of the first one, if contiguous
   * @return their addresses, or empty without room
   */
  public Optional<long[]> take(long count, long highest, boolean contiguous, long alignment) {
    List<Long> pages = new ArrayList<>();
    if (contiguous) {
      run(count, highest, Math.max(alignment, pageSize)).ifPresent(pages::addAll);
    } else {
      for (long i = 0; i < count; i++) {
        one(highest, pages.isEmpty() ? -1 : pages.get(pages.size() - 1)).ifPresent(pages::add);
      }
    }
    if (pages.size() != count) {
      pages.forEach(taken::remove);
      return Optional.empty();
    }
    pages.forEach(page -> memory.clear(page, pageSize));
    return Optional.of(pages.stream().mapToLong(Long::longValue).toArray());
  }

  /**
   * Gives pages back; their content stays until they are taken again.
   *
   * @param pages addresses
   */
  public void give(long[] pages) {
    for (long page : pages) {
      taken.remove(page);
    }
  }

  /** {@return whether the page of an address is handed out} */
  public boolean isTaken(long address) {
    return taken.contains(address & -pageSize);
  }

  private Optional<Long> one(long highest, long before) {
    Long next = planned.poll();
    if (next != null) {
      taken.add(next);
      return Optional.of(next);
    }
    List<Bank> fitting = fitting(highest);
    long pages = fitting.stream().mapToLong(Bank::length).sum() / pageSize;
    if (pages == 0) {
      return Optional.empty();
    }
    long start = chance.below(pages);
    for (long i = 0; i < pages; i++) {
      long page = page(fitting, i < TRIES ? start : (start + i) % pages);
      boolean follows = page == before + pageSize && i < TRIES;
      if (!follows && taken.add(page)) {
        return Optional.of(page);
      }
      start = i < TRIES ? chance.below(pages) : start;
    }
    return Optional.empty();
  }

  private Optional<List<Long>> run(long count, long highest, long alignment) {
    for (Bank bank : fitting(highest)) {
      long first = bank.start() + alignment - 1 & -alignment;
      long places = (bank.start() + bank.length() - first - count * pageSize) / alignment + 1;
      long start = places > 0 ? chance.below(places) : 0;
      for (long i = 0; i < places; i++) {
        long at = first + (start + i) % places * alignment;
        if (isFree(at, count)) {
          List<Long> pages = new ArrayList<>();
          for (long page = 0; page < count; page++) {
            pages.add(at + page * pageSize);
          }
          taken.addAll(pages);
          return Optional.of(pages);
        }
      }
    }
    return Optional.empty();
  }

  private boolean isFree(long at, long count) {
    for (long page = 0; page < count; page++) {
      if (taken.contains(at + page * pageSize)) {
        return false;
      }
    }
    return true;
  }

  private List<Bank> fitting(long highest) {
    if (highest == -1) {
      return preferred;
    }
    List<Bank> result = new ArrayList<>();
    for (Bank bank : banks) {
      long last = bank.start() + bank.length() - 1;
      if (Long.compareUnsigned(last, highest) <= 0) {
        result.add(bank);
      } else if (Long.compareUnsigned(bank.start() + pageSize - 1, highest) <= 0) {
        result.add(new Bank(bank.start(), (highest - bank.start() + 1) / pageSize * pageSize));
      }
    }
    return result;
  }

  private long page(List<Bank> from, long index) {
    long rest = index;
    for (Bank bank : from) {
      long pages = bank.length() / pageSize;
      if (rest < pages) {
        return bank.start() + rest * pageSize;
      }
      rest -= pages;
    }
    throw new IllegalArgumentException("no page with index " + index);
  }
}
