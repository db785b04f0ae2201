package dev.dmalint.machine.device;

import dev.dmalint.machine.bus.DeviceBus;
import dev.dmalint.machine.bus.DmaPort;
import java.util.function.Supplier;

/**
 * The event ring of interrupter 0, of one segment: the table's entry is {le64 base, le32 TRBs}.
 *
 * @see "eXtensible Host Controller Interface for USB 1.2, 4.9.4, 6.5"
 */
final class XhciEvents {
  private static final int TRB = 16;
  private static final int LARGEST = 4096;

  private final RegisterFile registers;
  private final Supplier<DeviceBus> bus;
  private int index;
  private int cycle;

  XhciEvents(RegisterFile registers, Supplier<DeviceBus> bus) {
    this.registers = registers;
    this.bus = bus;
  }

  void restart() {
    index = 0;
    cycle = 1;
  }

  /** {@return whether there is a ring to put it into} */
  boolean send(long pointer, int status, int control) {
    long table = XhciController.address(registers.read(0, XhciController.ERSTBA, 8));
    if (table == 0) {
      return false;
    }
    DmaPort memory = bus.get().dma();
    long base = memory.readNumber(table, 8);
    int count = (int) memory.readNumber(table + 8, 4) & 0xFFFF;
    if (base == -1 || count < 1 || count > LARGEST) {
      bus.get().note("the table of event ring segments cannot be used");
      return false;
    }
    long at = XhciController.address(base) + (long) TRB * index;
    memory.writeNumber(at, 8, pointer);
    memory.writeNumber(at + 8, 4, status);
    memory.writeNumber(at + 12, 4, control | cycle);
    index++;
    if (index == count) {
      index = 0;
      cycle ^= 1;
    }
    return true;
  }
}
