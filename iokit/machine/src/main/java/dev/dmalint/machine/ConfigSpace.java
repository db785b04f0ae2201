package dev.dmalint.machine;

import dev.dmalint.machine.bus.Device;
import dev.dmalint.machine.bus.Device.Kind;
import dev.dmalint.machine.bus.Device.Window;
import java.util.Map;
import java.util.TreeMap;

/**
 * Configuration space of one function: identity, command register, base addresses, capabilities.
 */
final class ConfigSpace {
  static final int IO_SPACE = 0x1;
  static final int MEMORY_SPACE = 0x2;
  static final int BUS_LEAD = 0x4;

  private static final int SIZE = 4096;
  private static final int COMMAND = 0x04;
  private static final int STATUS = 0x06;
  private static final int HAS_CAPABILITIES = 0x10;
  private static final int FIRST_BAR = 0x10;
  private static final int LAST_BAR = 0x24;
  private static final int CAPABILITIES = 0x34;
  private static final int MSI = 0x50;
  private static final int MSI_CONTROL = MSI + 2;
  private static final int MSI_ENABLE = 1;
  private static final int EXPRESS = 0x70;

  private final byte[] bytes = new byte[SIZE];
  private final Map<Integer, Long> sizing = new TreeMap<>();

  /** Firmware has set the base addresses and switched the windows on, but not bus lead. */
  ConfigSpace(Device.Identity identity, Map<Integer, Long> starts) {
    put(0x00, 2, identity.vendor());
    put(0x02, 2, identity.device());
    put(COMMAND, 2, IO_SPACE | MEMORY_SPACE);
    put(STATUS, 2, HAS_CAPABILITIES);
    put(0x08, 4, identity.classCode() << 8 | 1);
    put(0x2C, 2, identity.vendor());
    put(0x2E, 2, identity.device());
    put(CAPABILITIES, 1, MSI);
    put(MSI, 2, 0x05 | EXPRESS << 8);
    put(EXPRESS, 2, 0x10);
    put(0x3C, 2, 0x010B);
    for (Window window : identity.bars()) {
      int at = FIRST_BAR + 4 * window.bar();
      long start = starts.getOrDefault(window.bar(), 0L);
      int flags =
          switch (window.kind()) {
            case MEMORY -> 0x0;
            case WIDE_MEMORY -> 0x4;
            case PORTS -> 0x1;
          };
      put(at, 4, (int) start | flags);
      sizing.put(at, (-window.length() & ~0xFL) | flags);
      if (window.kind() == Kind.WIDE_MEMORY) {
        put(at + 4, 4, (int) (start >>> 32));
        sizing.put(at + 4, -window.length() >>> 32);
      }
    }
  }

  int command() {
    return read(COMMAND, 2);
  }

  boolean sendsMessages() {
    return (read(MSI_CONTROL, 2) & MSI_ENABLE) != 0;
  }

  void sendMessages(boolean on) {
    put(MSI_CONTROL, 2, on ? MSI_ENABLE : 0);
  }

  int read(int offset, int size) {
    if (offset < 0 || offset + size > SIZE) {
      return -1;
    }
    int value = 0;
    for (int i = size - 1; i >= 0; i--) {
      value = value << 8 | (bytes[offset + i] & 0xFF);
    }
    return value;
  }

  /** Identity and windows do not change; writing ones to a window's register asks for its size. */
  void write(int offset, int size, int value) {
    boolean fixed = offset < COMMAND || (offset >= 0x08 && offset < 0x0C);
    if (fixed || offset < 0 || offset + size > SIZE) {
      return;
    }
    if (offset >= FIRST_BAR && offset <= LAST_BAR) {
      if (value == -1) {
        put(offset, 4, sizing.getOrDefault(offset, 0L).intValue());
      } else if (sizing.containsKey(offset)) {
        put(offset, 4, value);
      }
      return;
    }
    put(offset, size, value);
  }

  private void put(int offset, int size, int value) {
    for (int i = 0; i < size; i++) {
      bytes[offset + i] = (byte) (value >>> (8 * i));
    }
  }
}
