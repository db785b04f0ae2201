package dev.dmalint.machine.iommu;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which IOVA a mapping gets. Small ones come from an arena of buddies at low numbers; on an
 * AppleVTD space those of 512 KiB and more, if their device can reach the whole window, from 4 GiB
 * up. Never 0, and never a number that is reserved: the interrupt range, ranges the firmware wants
 * mapped to themselves, windows of bridges.
 *
 * @see "IOPCIFamily: AppleVTD.cpp"
 */
public final class Numbers {
  private static final long LARGE = 128;
  private static final long LARGE_WHEN_TIGHT = 32;

  /**
   * How a space counts.
   *
   * @param arenaBits log2 of the bytes of the arena, which starts at 0
   * @param first the first number of the arena that is handed out, a power of two
   * @param windowBits log2 of the bytes of the whole window; equal to {@code arenaBits} if there is
   *     nothing above the arena
   * @param firstLarge where large mappings start
   * @param reserved numbers that are never handed out
   */
  public record Plan(
      int arenaBits, long first, int windowBits, long firstLarge, List<Range> reserved) {
    /** Copies the list. */
    public Plan {
      reserved = List.copyOf(reserved);
    }
  }

  private final Plan plan;
  private final int pageShift;
  private final Buddies arena;
  private final Optional<Buddies> below;
  private final TreeMap<Long, Long> large = new TreeMap<>();
  private final Map<Long, Long> fixed = new HashMap<>();

  /**
   * Nothing is handed out yet.
   *
   * @param plan how to count
   * @param pageShift log2 of the page size
   */
  public Numbers(Plan plan, int pageShift) {
    this.plan = plan;
    this.pageShift = pageShift;
    this.arena = new Buddies(plan.arenaBits() - pageShift);
    int reserved = Buddies.orderOf(Math.max(1, plan.first() >>> pageShift));
    arena.take(reserved);
    this.below = reserved == 0 ? Optional.empty() : Optional.of(new Buddies(reserved));
    below.ifPresent(buddies -> buddies.take(0));
    plan.reserved().forEach(this::reserve);
  }

  private void reserve(Range range) {
    long first = range.first() >>> pageShift;
    long last = range.last() >>> pageShift;
    long split = below.map(Buddies::pages).orElse(0L);
    below.ifPresent(buddies -> buddies.carve(first, Math.min(last, split - 1)));
    arena.carve(Math.max(first, split), Math.min(last, arena.pages() - 1));
    large.merge(first << pageShift, (last - first + 1) << pageShift, Math::max);
  }

  /**
   * Takes a run of numbers that somebody wants to be these.
   *
   * @param first the first, at a page
   * @param pages how many
   * @return false if one of them is 0, reserved, taken or outside the window
   */
  public boolean takeAt(long first, long pages) {
    long page = first >>> pageShift;
    long last = page + pages - 1;
    boolean inside = pages > 0 && first >= 0 && last >>> (plan.windowBits() - pageShift) == 0;
    Range wanted = new Range(first, first + (pages << pageShift) - 1);
    if (!inside || plan.reserved().stream().anyMatch(wanted::meets) || !isFree(page, last)) {
      return false;
    }
    long split = below.map(Buddies::pages).orElse(0L);
    below.ifPresent(buddies -> buddies.carve(page, Math.min(last, split - 1)));
    arena.carve(Math.max(page, split), Math.min(last, arena.pages() - 1));
    if (last >= arena.pages()) {
      large.put(first, pages << pageShift);
    }
    fixed.put(first, pages);
    return true;
  }

  private boolean isFree(long page, long last) {
    long split = below.map(Buddies::pages).orElse(0L);
    boolean lowFree =
        below.isEmpty() || page >= split || below.get().isFree(page, Math.min(last, split - 1));
    Range wanted = new Range(page << pageShift, ((last + 1) << pageShift) - 1);
    return lowFree
        && arena.isFree(Math.max(page, split), Math.min(last, arena.pages() - 1))
        && large.entrySet().stream()
            .noneMatch(
                taken ->
                    wanted.meets(new Range(taken.getKey(), taken.getKey() + taken.getValue() - 1)));
  }

  private void giveFixed(long first, long pages) {
    long page = first >>> pageShift;
    long last = page + pages - 1;
    long split = below.map(Buddies::pages).orElse(0L);
    below.ifPresent(buddies -> buddies.giveAll(page, Math.min(last, split - 1)));
    arena.giveAll(Math.max(page, split), Math.min(last, arena.pages() - 1));
    large.remove(first);
  }

  /** {@return whether so many pages do not fit a quarter of the arena} */
  public boolean isQuarterOfArena(long pages) {
    return pages >= arena.pages() / 4;
  }

  /**
   * Takes a run of numbers.
   *
   * @param pages how many
   * @param alignment bytes, a power of two
   * @param addressBits bits the last number may have
   * @param onlyArena whether large runs come from the arena as well
   * @return the first, or empty without room
   */
  public Optional<Long> take(long pages, long alignment, int addressBits, boolean onlyArena) {
    long aligned = Math.max(pages, alignment >>> pageShift);
    if (!onlyArena && isLarge(pages) && addressBits >= plan.windowBits()) {
      return takeLarge(aligned);
    }
    int order = Buddies.orderOf(aligned);
    Optional<Long> page = arena.take(order);
    if (page.isPresent() && !fits(page.get(), order, addressBits)) {
      arena.give(page.get(), order);
      page = Optional.empty();
    }
    if (page.isEmpty() && below.isPresent() && order < Long.SIZE) {
      page = below.get().take(order);
      if (page.isPresent() && !fits(page.get(), order, addressBits)) {
        below.get().give(page.get(), order);
        page = Optional.empty();
      }
    }
    return page.map(number -> number << pageShift);
  }

  private boolean isLarge(long pages) {
    if (plan.windowBits() <= plan.arenaBits()) {
      return false;
    }
    long used = arena.used();
    long size = arena.pages();
    long limit = used >= size / 8 * 7 ? 1 : used >= size / 4 * 3 ? LARGE_WHEN_TIGHT : LARGE;
    return pages >= limit;
  }

  private boolean fits(long page, int order, int bits) {
    return bits >= 64 || (((page + (1L << order)) << pageShift) - 1) >>> bits == 0;
  }

  private Optional<Long> takeLarge(long pages) {
    long size = 1L << (Buddies.orderOf(pages) + pageShift);
    long at = plan.firstLarge();
    for (var taken : large.entrySet()) {
      at = at + size - 1 & -size;
      if (at + size <= taken.getKey()) {
        break;
      }
      at = Math.max(at, taken.getKey() + taken.getValue());
    }
    at = at + size - 1 & -size;
    if (at + size > 1L << plan.windowBits()) {
      return Optional.empty();
    }
    large.put(at, size);
    return Optional.of(at);
  }

  /**
   * Gives a run back.
   *
   * @param first what {@link #take} returned
   * @param pages as asked for
   * @param alignment as asked for
   */
  public void give(long first, long pages, long alignment) {
    Long asked = fixed.remove(first);
    if (asked != null) {
      giveFixed(first, asked);
    } else if (large.remove(first) == null) {
      int order = Buddies.orderOf(Math.max(pages, alignment >>> pageShift));
      long page = first >>> pageShift;
      if (below.isPresent() && page < below.get().pages()) {
        below.get().give(page, order);
      } else {
        arena.give(page, order);
      }
    }
  }
}
