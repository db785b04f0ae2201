package dev.dmalint.machine.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Virtual addresses of one task: page tables, and the memory the task has taken. */
public final class AddressSpace {
  private static final class Page {
    private long physical;
    private boolean resident;
    private final boolean pageable;
    private int wired;

    Page(long physical, boolean resident, boolean pageable) {
      this.physical = physical;
      this.resident = resident;
      this.pageable = pageable;
    }
  }

  /**
   * Bytes that lie side by side.
   *
   * @param start physical address
   * @param length bytes
   */
  public record Extent(long start, long length) {}

  private record Allocation(long pages, long size) {}

  private final PhysicalMemory memory;
  private final PagePool pool;
  private final int pageShift;
  private final long pageSize;
  private final Map<Long, Page> pages = new HashMap<>();
  private final Map<Long, Allocation> allocations = new HashMap<>();
  private final TreeMap<Long, Long> freed = new TreeMap<>();
  private final Map<Long, Integer> wiredPages = new HashMap<>();
  private long next;
  private long heapAt;
  private long heapEnd;

  /**
   * An empty space.
   *
   * @param memory where pages are
   * @param pool where they come from
   * @param pageShift log2 of the page size
   * @param start where the first mapping goes
   */
  public AddressSpace(PhysicalMemory memory, PagePool pool, int pageShift, long start) {
    this.memory = memory;
    this.pool = pool;
    this.pageShift = pageShift;
    this.pageSize = 1L << pageShift;
    this.next = start;
  }

  /**
   * Takes memory, zeroed.
   *
   * @param size bytes, at least 1
   * @param alignment bytes, a power of two
   * @param pageable whether pages come with the first use
   * @return address, or empty without room
   */
  public Optional<Long> allocate(long size, long alignment, boolean pageable) {
    if (size <= 0) {
      return Optional.empty();
    }
    if (!pageable && size + alignment < pageSize) {
      return small(size, alignment);
    }
    long count = (size + pageSize - 1) >>> pageShift;
    long[] taken = new long[(int) count];
    if (!pageable) {
      Optional<long[]> found = pool.take(count, -1, false, 1);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      taken = found.get();
    }
    long at = reserve(count, alignment);
    for (int i = 0; i < count; i++) {
      pages.put((at >>> pageShift) + i, new Page(taken[i], !pageable, pageable));
    }
    allocations.put(at, new Allocation(count, size));
    return Optional.of(at);
  }

  private Optional<Long> small(long size, long alignment) {
    long at = heapAt + alignment - 1 & -alignment;
    if (heapAt == 0 || at + size > heapEnd) {
      Optional<long[]> page = pool.take(1, -1, false, 1);
      if (page.isEmpty()) {
        return Optional.empty();
      }
      heapAt = map(page.get());
      heapEnd = heapAt + pageSize;
      at = heapAt;
    }
    heapAt = at + size;
    allocations.put(at, new Allocation(0, size));
    return Optional.of(at);
  }

  /**
   * Gives memory back.
   *
   * @param address what {@link #allocate} returned
   * @return false if it is not such an address
   */
  public boolean free(long address) {
    Allocation allocation = allocations.remove(address);
    if (allocation == null) {
      return false;
    }
    freed.put(address, allocation.size());
    for (long i = 0; i < allocation.pages(); i++) {
      Page page = pages.remove((address >>> pageShift) + i);
      if (page != null && page.resident) {
        pool.give(new long[] {page.physical});
      }
    }
    return true;
  }

  /**
   * Where memory that was taken is.
   *
   * @param address what {@link #allocate} returned
   * @return physical ranges of what is resident; none if it is not such an address
   */
  public List<Extent> backing(long address) {
    Allocation allocation = allocations.get(address);
    if (allocation == null) {
      return List.of();
    }
    List<Extent> ranges = new ArrayList<>();
    for (long done = 0; done < allocation.size(); ) {
      long at = address + done;
      long part = Math.min(allocation.size() - done, pageSize - (at & pageSize - 1));
      Page page = pages.get(at >>> pageShift);
      if (page != null && page.resident) {
        ranges.add(new Extent(page.physical + (at & pageSize - 1), part));
      }
      done += part;
    }
    return ranges;
  }

  /**
   * Whether a range touches memory that was given back. Addresses are not used twice.
   *
   * @param address virtual
   * @param length bytes
   * @return whether a byte of it was freed
   */
  public boolean wasFreed(long address, long length) {
    Map.Entry<Long, Long> before = freed.lowerEntry(address + length);
    return before != null && before.getKey() + before.getValue() > address;
  }

  /**
   * Maps pages anywhere.
   *
   * @param physical their addresses
   * @return address of the first
   */
  public long map(long[] physical) {
    long at = reserve(physical.length, pageSize);
    mapAt(at, physical);
    return at;
  }

  /**
   * Maps pages at an address.
   *
   * @param at where, at a page
   * @param physical their addresses
   * @return false if something is mapped there
   */
  public boolean mapAt(long at, long[] physical) {
    for (int i = 0; i < physical.length; i++) {
      if (pages.containsKey((at >>> pageShift) + i)) {
        return false;
      }
    }
    freed.subMap(at, at + ((long) physical.length << pageShift)).clear();
    for (int i = 0; i < physical.length; i++) {
      pages.put((at >>> pageShift) + i, new Page(physical[i], true, false));
    }
    return true;
  }

  /**
   * Removes a mapping.
   *
   * @param address of the first page
   * @param count pages
   */
  public void unmap(long address, long count) {
    for (long i = 0; i < count; i++) {
      pages.remove((address >>> pageShift) + i);
    }
  }

  /**
   * What an address stands for; brings its page in.
   *
   * @param address virtual
   * @return physical, or empty where nothing is mapped
   */
  public Optional<Long> translate(long address) {
    Page page = pages.get(address >>> pageShift);
    if (page == null || !bringIn(page, -1)) {
      return Optional.empty();
    }
    return Optional.of(page.physical + (address & pageSize - 1));
  }

  /**
   * Brings pages in and holds them.
   *
   * @param address virtual
   * @param length bytes
   * @param highest the highest physical byte for pages that come in
   * @return false where nothing is mapped, or without room
   */
  public boolean wire(long address, long length, long highest) {
    long first = address >>> pageShift;
    long last = (address + Math.max(1, length) - 1) >>> pageShift;
    for (long at = first; at <= last; at++) {
      Page page = pages.get(at);
      if (page == null || !bringIn(page, highest)) {
        return false;
      }
    }
    for (long at = first; at <= last; at++) {
      Page page = pages.get(at);
      if (page != null) {
        page.wired++;
        wiredPages.merge(page.physical, 1, Integer::sum);
      }
    }
    return true;
  }

  /**
   * Takes a {@link #wire} back. Pageable pages move.
   *
   * @param address virtual
   * @param length bytes
   */
  public void unwire(long address, long length) {
    long last = (address + Math.max(1, length) - 1) >>> pageShift;
    for (long at = address >>> pageShift; at <= last; at++) {
      Page page = pages.get(at);
      if (page == null || page.wired == 0) {
        continue;
      }
      page.wired--;
      wiredPages.computeIfPresent(page.physical, (key, count) -> count == 1 ? null : count - 1);
      if (page.pageable && page.wired == 0) {
        move(page);
      }
    }
  }

  /** {@return whether somebody holds the page of a physical address} */
  public boolean isWired(long physical) {
    return wiredPages.containsKey(physical & -pageSize);
  }

  private void move(Page page) {
    Optional<long[]> elsewhere = pool.take(1, -1, false, 1);
    if (elsewhere.isPresent()) {
      byte[] content = new byte[(int) pageSize];
      memory.read(page.physical, content, 0, content.length);
      memory.write(elsewhere.get()[0], content, 0, content.length);
      pool.give(new long[] {page.physical});
      page.physical = elsewhere.get()[0];
    }
  }

  private boolean bringIn(Page page, long highest) {
    if (page.resident) {
      return true;
    }
    Optional<long[]> found = pool.take(1, highest, false, 1);
    found.ifPresent(
        taken -> {
          page.physical = taken[0];
          page.resident = true;
        });
    return found.isPresent();
  }

  /** Addresses with an unmapped page behind them, so that an overrun is seen. */
  private long reserve(long count, long alignment) {
    long at = next + alignment - 1 & -Math.max(alignment, pageSize);
    next = at + ((count + 1) << pageShift);
    return at;
  }
}
