package dev.dmalint.iokit;

import java.util.ArrayList;
import java.util.List;

/** The pages that a CPU mapping of a descriptor shows. */
final class CpuPages {
  private CpuPages() {}

  /** Page addresses, or null if runs meet inside a page, which page tables cannot show. */
  static long[] of(IOMemoryDescriptor memory, long offset, long length) {
    long mask = (1L << Kernel.current().pageShift()) - 1;
    List<Long> pages = new ArrayList<>();
    long[] run = new long[1];
    for (long done = 0; done < length; done += run[0]) {
      long address = memory.cpuSegment(offset + done, run);
      if ((done > 0 && (address & mask) != 0) || run[0] <= 0) {
        return null;
      }
      run[0] = Math.min(run[0], length - done);
      if (done + run[0] < length && ((address + run[0]) & mask) != 0) {
        return null;
      }
      for (long page = address & ~mask; page - address < run[0]; page += mask + 1) {
        pages.add(page);
      }
    }
    return pages.stream().mapToLong(Long::longValue).toArray();
  }
}
