package dev.dmalint.machine.device;

import dev.dmalint.machine.bus.Device;
import dev.dmalint.machine.bus.DeviceBus;
import java.util.List;

/**
 * QEMU's standard display: pixels lie in a window of the device (bar 0), the mode in 16-bit
 * registers at 0x500 of bar 2. It takes no addresses and never asks for memory.
 *
 * @see "QEMU: docs/specs/standard-vga.rst; Bochs VBE display interface"
 */
public final class ApertureDisplay implements Device {
  /** Where the mode registers start in bar 2. */
  public static final int MODE = 0x500;

  private static final int VIDEO_MEMORY = 0x100_0000;
  private static final int REGISTERS = 0x1000;
  private static final int INTERFACE = 0xB0C5;
  private static final int SIZE_REGISTER = MODE + 2 * 10;

  private final int id;
  private final RegisterFile registers = new RegisterFile();

  /**
   * A display.
   *
   * @param id device id in the high, vendor id in the low 16 bits
   */
  public ApertureDisplay(int id) {
    this.id = id;
    registers.write(2, MODE, 2, INTERFACE);
    registers.write(2, SIZE_REGISTER, 2, VIDEO_MEMORY >> 16);
  }

  @Override
  public Identity identity() {
    return new Identity(
        id & 0xFFFF,
        id >>> 16,
        0x030000,
        List.of(new Window(0, VIDEO_MEMORY, Kind.MEMORY), new Window(2, REGISTERS, Kind.MEMORY)));
  }

  @Override
  public void attach(DeviceBus to) {}

  @Override
  public long read(int bar, long offset, int size) {
    return registers.read(bar, offset, size);
  }

  @Override
  public void write(int bar, long offset, int size, long value) {
    boolean fixed = bar == 2 && (offset == MODE || offset == SIZE_REGISTER);
    if (!fixed) {
      registers.write(bar, offset, size, value);
    }
  }
}
