package dev.dmalint.machine;

import dev.dmalint.machine.memory.PhysicalMemory.Registers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The I/O ports of a machine. */
final class Ports {
  private record Window(int start, int length, Registers registers) {
    boolean holds(int port) {
      return port >= start && port < start + length;
    }
  }

  private final List<Window> windows = new ArrayList<>();

  void place(int start, int length, Registers registers) {
    windows.add(new Window(start, length, registers));
  }

  int read(int port, int size) {
    return window(port)
        .map(window -> (int) window.registers().read(port - window.start(), size))
        .orElse(size == 4 ? -1 : (1 << (8 * size)) - 1);
  }

  void write(int port, int size, int value) {
    window(port)
        .ifPresent(
            window -> {
              long low = Integer.toUnsignedLong(value) & (1L << (8 * size)) - 1;
              window.registers().write(port - window.start(), size, low);
            });
  }

  private Optional<Window> window(int port) {
    return windows.stream().filter(window -> window.holds(port)).findFirst();
  }
}
