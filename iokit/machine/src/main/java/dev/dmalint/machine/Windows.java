package dev.dmalint.machine;

import dev.dmalint.machine.bus.Device;
import dev.dmalint.machine.bus.Device.Kind;
import dev.dmalint.machine.bus.Device.Window;
import dev.dmalint.machine.iommu.Range;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives windows of devices their places, each aligned to its length. On Intel wide windows of 1 MiB
 * and more go where a bridge forwards 64-bit addresses, the others below 4 GiB.
 */
final class Windows {
  private static final long MEMORY = 0xC000_0000L;
  private static final long MEMORY_OF_ARM = 0x5_C000_0000L;
  private static final long WIDE = 1L << 20;
  private static final long PORTS = 0x4000;
  private static final Range LOW = new Range(MEMORY, 0xFFFF_FFFFL);
  private static final Range LOW_OF_ARM = new Range(MEMORY_OF_ARM, 0x5_FFFF_FFFFL);

  /** What a bridge forwards of 64-bit addresses: 8 GiB from 64 GiB. */
  static final Range HIGH = new Range(0x10_0000_0000L, 0x11_FFFF_FFFFL);

  private long memory = MEMORY;
  private long high = HIGH.first();
  private long ports = PORTS;

  /** Where windows may be: no place for RAM. */
  static List<Range> ranges(boolean arm) {
    return arm ? List.of(LOW_OF_ARM) : List.of(LOW, HIGH);
  }

  Map<Integer, Long> place(Device device, boolean arm) {
    Map<Integer, Long> starts = new TreeMap<>();
    for (Window window : device.identity().bars()) {
      if (window.kind() == Kind.PORTS) {
        long start = ports + window.length() - 1 & -window.length();
        ports = start + window.length();
        starts.put(window.bar(), start);
      } else if (!arm && window.kind() == Kind.WIDE_MEMORY && window.length() >= WIDE) {
        long start = high + window.length() - 1 & -window.length();
        high = start + window.length();
        starts.put(window.bar(), start);
      } else {
        long size = Math.max(window.length(), 0x4000);
        long start = memory + size - 1 & -size;
        memory = start + size;
        starts.put(window.bar(), arm ? start - MEMORY + MEMORY_OF_ARM : start);
      }
    }
    return starts;
  }
}
