package dev.dmalint.machine.device.storage;

import static dev.dmalint.machine.device.storage.AhciRegister.CAP;
import static dev.dmalint.machine.device.storage.AhciRegister.GHC;
import static dev.dmalint.machine.device.storage.AhciRegister.IS;
import static dev.dmalint.machine.device.storage.AhciRegister.PI;
import static dev.dmalint.machine.device.storage.AhciRegister.PORT_CLB;
import static dev.dmalint.machine.device.storage.AhciRegister.VS;

import dev.dmalint.machine.bus.Device;
import dev.dmalint.machine.bus.DeviceBus;
import dev.dmalint.machine.device.NoBus;
import dev.dmalint.machine.device.RegisterFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An AHCI adapter with 32 command slots and one port that has a disk. Low bits of the addresses of
 * command lists (10), received FISes (8) and command tables (7) are zero whatever is written; an
 * adapter of 32 bits has upper halves that read as zero, and ignores those in memory.
 *
 * <p>Commands run when time passes or a register is read. Interrupt 0 comes when a port has one to
 * tell and none is pending.
 *
 * @see "Serial ATA AHCI 1.3.1, 3.1.1 (S64A), 3.1.2, 5.6"
 */
public final class AhciAdapter implements Device {
  private static final int DEFAULT_ID = 0x29228086;
  private static final int CLASS = 0x010601;
  private static final int BAR = 5;
  private static final long WINDOW = 0x2000;
  private static final int WIDE = 1 << 31;
  private static final int AHCI_ONLY = 1 << 18;
  private static final int SPEED = 3 << 20;
  private static final int SLOTS = 31 << 8;
  private static final int VERSION = 0x0001_0301;
  private static final int RESET = 1;
  private static final int INTERRUPTS = 2;
  private static final int ENABLED = 1 << 31;

  private final Identity identity;
  private final Medium medium;
  private final boolean wide;
  private final RegisterFile registers = new RegisterFile();
  private AhciPort port;
  private DeviceBus bus = NoBus.NONE;
  private boolean asserted;

  private AhciAdapter(int id, Medium medium, boolean wide) {
    int known = id == 0 ? DEFAULT_ID : id;
    this.medium = medium;
    this.wide = wide;
    identity =
        new Identity(
            known & 0xFFFF, known >>> 16, CLASS, List.of(new Window(BAR, WINDOW, Kind.MEMORY)));
    port = reset();
  }

  /**
   * An adapter that takes addresses of 64 bits.
   *
   * @param id device id in the high, vendor id in the low 16 bits; 0 for any
   * @param medium what its disk stores
   * @return it
   */
  public static AhciAdapter of64Bits(int id, Medium medium) {
    return new AhciAdapter(id, medium, true);
  }

  /**
   * An adapter that takes addresses of 32 bits.
   *
   * @param id device id in the high, vendor id in the low 16 bits; 0 for any
   * @param medium what its disk stores
   * @return it
   */
  public static AhciAdapter of32Bits(int id, Medium medium) {
    return new AhciAdapter(id, medium, false);
  }

  private AhciPort reset() {
    for (int at = 0; at < 0x180; at += 4) {
      registers.write(BAR, at, 4, 0);
    }
    set(CAP, (wide ? WIDE : 0) | AHCI_ONLY | SPEED | SLOTS);
    set(GHC, ENABLED);
    set(PI, 1);
    set(VS, VERSION);
    return new AhciPort(registers, medium, wide);
  }

  private int get(AhciRegister register) {
    return (int) registers.read(BAR, register.offset(), 4);
  }

  private void set(AhciRegister register, int value) {
    registers.write(BAR, register.offset(), 4, value);
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
    act();
    return registers.read(bar, offset, size);
  }

  /** Registers are dwords; a wider write is two of them. */
  @Override
  public void write(int bar, long offset, int size, long value) {
    register(offset).ifPresent(register -> write(register, (int) value));
    if (size == 8) {
      register(offset + 4).ifPresent(register -> write(register, (int) (value >>> 32)));
    }
    assertLine();
  }

  private static Optional<AhciRegister> register(long offset) {
    return Arrays.stream(AhciRegister.values())
        .filter(register -> register.offset() == offset)
        .findFirst();
  }

  private void write(AhciRegister register, int value) {
    if (register == GHC) {
      if ((value & RESET) != 0) {
        port = reset();
      } else {
        set(GHC, ENABLED | (value & INTERRUPTS));
      }
    } else if (register == IS) {
      set(IS, get(IS) & ~value);
    } else if (register.offset() >= PORT_CLB.offset()) {
      port.write(register, value);
    }
  }

  private void assertLine() {
    if (port.interrupts()) {
      set(IS, get(IS) | 1);
    }
    boolean wanted = get(IS) != 0 && (get(GHC) & INTERRUPTS) != 0;
    if (wanted && !asserted) {
      bus.interrupt(0);
    }
    asserted = wanted;
  }

  @Override
  public void act() {
    port.act(bus);
    assertLine();
  }
}
