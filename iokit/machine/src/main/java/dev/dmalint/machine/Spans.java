package dev.dmalint.machine;

import dev.dmalint.iokit.IOAddressRange;
import java.util.List;

/** Questions to lists of address ranges. */
final class Spans {
  private Spans() {}

  static boolean holds(IOAddressRange range, long address, long length) {
    long inside = address - range.address;
    return inside >= 0 && inside < range.length && length <= range.length - inside;
  }

  static boolean touches(List<IOAddressRange> ranges, long address, long length) {
    return ranges.stream()
        .anyMatch(
            range -> address < range.address + range.length && range.address < address + length);
  }

  /** Whether two lists meet, each range of the first widened to whole granules. */
  static boolean overlap(List<IOAddressRange> left, List<IOAddressRange> right, long granule) {
    for (IOAddressRange one : left) {
      long start = one.address & -granule;
      long end = one.address + one.length + granule - 1 & -granule;
      if (touches(right, start, end - start)) {
        return true;
      }
    }
    return false;
  }
}
