package dev.dmalint.iokit;

import java.util.ArrayList;
import java.util.List;

/**
 * How a mapper lays memory out in an I/O space: page after page, each run of the memory keeping its
 * offset in the first page. Runs that meet at a page boundary become one.
 *
 * @param pages CPU-physical page addresses, in order
 * @param runs which bytes of the memory lie side by side
 */
record DmaLayout(List<Long> pages, List<Run> runs) implements DmaPages {
  @Override
  public long start() {
    return runs.get(0).at();
  }

  @Override
  public boolean isOneRun() {
    return runs.size() == 1;
  }

  /** Copies the lists. */
  DmaLayout {
    pages = List.copyOf(pages);
    runs = List.copyOf(runs);
  }

  /**
   * Bytes that lie side by side.
   *
   * @param offset of the first, from the start of what was laid out
   * @param at the same, from the start of the first page
   * @param length bytes
   */
  public record Run(long offset, long at, long length) {}

  /**
   * Walks memory and lays it out.
   *
   * @param memory what
   * @param offset bytes into it
   * @param length bytes
   * @param pageShift log2 of the page size of the I/O space
   * @return the layout, or null if the memory ends before
   */
  public static DmaLayout of(IOMemoryDescriptor memory, long offset, long length, int pageShift) {
    Builder builder = new Builder(pageShift);
    IOMDDMAWalkSegmentArgs walk = new IOMDDMAWalkSegmentArgs();
    for (long done = 0; done < length; done += walk.fLength) {
      walk.fOffset = offset + done;
      int result =
          memory.dmaCommandOperation(IOMemoryDescriptor.kIOMDWalkSegments, walk, Integer.BYTES);
      if (result != IOReturn.kIOReturnSuccess || walk.fLength <= 0) {
        return null;
      }
      walk.fLength = Math.min(walk.fLength, length - done);
      builder.add(done, walk.fIOVMAddr, walk.fLength);
    }
    return builder.build();
  }

  /**
   * Where a byte lies.
   *
   * @param offset from the start of what was laid out
   * @param run out, shape [1]: bytes that follow side by side
   * @return bytes from the start of the first page
   */
  public long at(long offset, long[] run) {
    for (Run candidate : runs) {
      if (offset < candidate.offset + candidate.length) {
        run[0] = candidate.offset + candidate.length - offset;
        return candidate.at + offset - candidate.offset;
      }
    }
    run[0] = 0;
    return 0;
  }

  private static final class Builder {
    private final int pageShift;
    private final List<Long> pages = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private long end;

    Builder(int pageShift) {
      this.pageShift = pageShift;
    }

    void add(long offset, long address, long length) {
      long mask = (1L << pageShift) - 1;
      boolean follows = !runs.isEmpty() && (end & mask) == 0 && (address & mask) == 0;
      long at = ((long) pages.size() << pageShift) + (address & mask);
      for (long page = address & ~mask; page - address < length; page += mask + 1) {
        pages.add(page);
      }
      end = address + length;
      if (follows) {
        Run last = runs.remove(runs.size() - 1);
        runs.add(new Run(last.offset, last.at, last.length + length));
      } else {
        runs.add(new Run(offset, at, length));
      }
    }

    DmaLayout build() {
      return new DmaLayout(pages, runs);
    }
  }
}
