package dev.dmalint.machine.device;

import dev.dmalint.machine.bus.Device;
import dev.dmalint.machine.bus.DeviceBus;
import java.util.List;

/**
 * A PCI device of which nothing is known. It takes each 64-bit number that is written to a register
 * for an address, and each 32-bit one that is at a page and not small; it then does one access of
 * four bytes, and raises interrupt 0, at most four times. That is an assumption, and its trace says
 * so.
 */
public final class AddressProbe implements Device {
  private static final int INTERRUPTS = 4;
  private static final int ACCESS = 4;
  private static final long WINDOW = 1 << 20;
  private static final long SMALL = 0x10_0000;
  private static final long PAGE = 0xFFF;

  private final Identity identity;
  private final RegisterFile registers = new RegisterFile();
  private DeviceBus bus = NoBus.NONE;
  private int interrupts;

  /**
   * A device.
   *
   * @param id device id in the high, vendor id in the low 16 bits
   */
  public AddressProbe(int id) {
    identity =
        new Identity(
            id & 0xFFFF,
            id >>> 16,
            0x088000,
            List.of(new Window(0, WINDOW, Kind.MEMORY), new Window(2, WINDOW, Kind.MEMORY)));
  }

  @Override
  public Identity identity() {
    return identity;
  }

  @Override
  public void attach(DeviceBus to) {
    bus = to;
  }

  @Override
  public long read(int bar, long offset, int size) {
    return registers.read(bar, offset, size);
  }

  @Override
  public void write(int bar, long offset, int size, long value) {
    registers.write(bar, offset, size, value);
    boolean address = size == 8 ? value != 0 : size == 4 && value > SMALL && (value & PAGE) == 0;
    if (address) {
      bus.note("0x%x is taken for an address".formatted(value));
      bus.dma().probe(value, ACCESS);
      if (interrupts < INTERRUPTS) {
        interrupts++;
        bus.interrupt(0);
      }
    }
  }
}
