package dev.dmalint.samples.igpu.broken;

import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.OSByteOrder;
import java.util.PrimitiveIterator;

/** The global translation table: one 64-bit entry a page, in the upper half of the window. */
final class GlobalTable {
  private static final long TABLE = 0x80_0000;
  private static final long PRESENT = 1;

  private final IOMemoryMap registers;

  GlobalTable(IOMemoryMap registers) {
    this.registers = registers;
  }

  void bind(int firstEntry, Surface surface) {
    PrimitiveIterator.OfLong pages = surface.pages().iterator();
    for (int entry = firstEntry; pages.hasNext(); entry++) {
      write(entry, pages.nextLong() | PRESENT);
    }
  }

  void unbind(int firstEntry, Surface surface) {
    long count = surface.pages().count();
    for (int entry = firstEntry; entry < firstEntry + count; entry++) {
      write(entry, 0);
    }
  }

  private void write(int entry, long value) {
    // want mapped-address-to-physical-consumer breaks=P1,P2,P3,P4b,P8
    OSByteOrder.OSWriteLittleInt64(registers.getVirtualAddress(), TABLE + 8L * entry, value);
  }
}
