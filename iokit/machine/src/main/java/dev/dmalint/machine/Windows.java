package dev.dmalint.machine;

import dev.dmalint.machine.bus.Device;
import dev.dmalint.machine.bus.Device.Kind;
import dev.dmalint.machine.bus.Device.Window;
import java.util.Map;
import java.util.TreeMap;

/** Gives windows of devices their places, each aligned to its length. */
final class Windows {
  private static final long MEMORY = 0xC000_0000L;
  private static final long MEMORY_OF_ARM = 0x5_C000_0000L;
  private static final long PORTS = 0x4000;

  private long memory = MEMORY;
  private long ports = PORTS;

  Map<Integer, Long> place(Device device, boolean arm) {
    Map<Integer, Long> starts = new TreeMap<>();
    for (Window window : device.identity().bars()) {
      if (window.kind() == Kind.PORTS) {
        long start = ports + window.length() - 1 & -window.length();
        ports = start + window.length();
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
