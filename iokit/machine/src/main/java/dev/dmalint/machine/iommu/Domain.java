package dev.dmalint.machine.iommu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An I/O space: a page table with rights for each page. */
public final class Domain {
  /**
   * A page that is mapped.
   *
   * @param physical its CPU-physical address
   * @param read whether devices may read it
   * @param write whether devices may write it
   */
  public record Entry(long physical, boolean read, boolean write) {}

  private final String name;
  private final int pageShift;
  private final Map<Long, Entry> entries = new HashMap<>();
  private final Map<Long, Entry> cached = new HashMap<>();
  private final List<Runnable> afterFlush = new ArrayList<>();
  private boolean cachesStale;

  /**
   * An empty space.
   *
   * @param name what traces call it
   * @param pageShift log2 of the page size
   */
  public Domain(String name, int pageShift) {
    this.name = name;
    this.pageShift = pageShift;
  }

  /** {@return what traces call it} */
  public String name() {
    return name;
  }

  /** {@return log2 of the page size} */
  public int pageShift() {
    return pageShift;
  }

  /** From now on a removed page stays readable until {@link #flush}, as with a queued flush. */
  public void keepStale() {
    cachesStale = true;
  }

  /** Every unit has acknowledged: what was removed is gone. */
  public void flush() {
    cached.clear();
    List<Runnable> due = List.copyOf(afterFlush);
    afterFlush.clear();
    due.forEach(Runnable::run);
  }

  /**
   * Does something once every unit has acknowledged what was removed so far: at once, unless the
   * flush is queued.
   *
   * @param then what to do
   */
  public void afterFlush(Runnable then) {
    if (cachesStale) {
      afterFlush.add(then);
    } else {
      then.run();
    }
  }

  /**
   * Maps a page.
   *
   * @param address IOVA, at a page
   * @param entry what it stands for
   */
  public void put(long address, Entry entry) {
    entries.put(address >>> pageShift, entry);
  }

  /**
   * Removes pages.
   *
   * @param address IOVA of the first
   * @param count pages
   */
  public void remove(long address, long count) {
    for (long i = 0; i < count; i++) {
      Entry entry = entries.remove((address >>> pageShift) + i);
      if (entry != null && cachesStale) {
        cached.put((address >>> pageShift) + i, entry);
      }
    }
  }

  /** {@return the page an address lies in, as the CPU's table has it} */
  public Optional<Entry> at(long address) {
    return Optional.ofNullable(entries.get(address >>> pageShift));
  }

  /**
   * What the hardware makes of an address of a device.
   *
   * @param address IOVA
   * @param write whether the device writes
   * @return CPU-physical; empty if it faults
   */
  public Optional<Long> translate(long address, boolean write) {
    Entry entry = entries.get(address >>> pageShift);
    if (entry == null) {
      entry = cached.get(address >>> pageShift);
    }
    if (entry == null || !(write ? entry.write : entry.read)) {
      return Optional.empty();
    }
    return Optional.of(entry.physical + (address & (1L << pageShift) - 1));
  }

  /** {@return pages that are mapped, their addresses rising} */
  public List<Long> mapped() {
    return new ArrayList<>(
        entries.keySet().stream().sorted().map(page -> page << pageShift).toList());
  }
}
