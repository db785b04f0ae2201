package dev.dmalint.machine.device.network;

import dev.dmalint.machine.bus.Device;
import dev.dmalint.machine.bus.DeviceBus;
import dev.dmalint.machine.device.NoBus;
import dev.dmalint.machine.device.RegisterFile;
import java.util.Arrays;
import java.util.List;

/**
 * A 100 Mbit/s controller of the RTL8139 family: four transmit slots and one receive buffer, into
 * which frames go one behind the other, each after a header of four bytes. Addresses have 32 bits,
 * those of transmit slots are dword-aligned. Its registers are in ports (bar 0) and in memory (bar
 * 1).
 *
 * <p>It acts when time passes or a register is read. Interrupt 0 comes when a cause that is not
 * masked joins none.
 *
 * @see "Realtek RTL8139C(L) datasheet, 5"
 */
public final class Rtl8139Nic implements Device {
  static final int TSD = 0x10;
  static final int TSAD = 0x20;
  static final int RBSTART = 0x30;
  static final int CR = 0x37;
  static final int CAPR = 0x38;
  static final int CBR = 0x3A;
  static final int IMR = 0x3C;
  static final int ISR = 0x3E;
  static final int TCR = 0x40;
  static final int RCR = 0x44;

  private static final int DEFAULT_ID = 0x813910EC;
  private static final int CLASS = 0x020000;
  private static final int WINDOW = 256;
  private static final int SLOTS = 4;
  private static final int OWNED_BY_DRIVER = 1 << 13;
  private static final int SENT = 1 << 15;
  private static final int LENGTH = 0x1FFF;
  private static final int RESET = 0x10;
  private static final int RECEIVE = 0x08;
  private static final int TRANSMIT = 0x04;
  private static final int EMPTY = 0x01;
  private static final int ACCEPT = 0x0F;
  private static final int GOOD_BROADCAST = 0x2001;
  private static final int RECEIVED_OK = 0x0001;
  private static final int SENT_OK = 0x0004;
  private static final int OVERFLOW = 0x0010;
  private static final int HEADER = 4;
  private static final int CHECKSUM = 4;
  private static final int CAPR_LAG = 16;

  private final Identity identity;
  private final Cable cable;
  private final RegisterFile registers = new RegisterFile();
  private DeviceBus bus = NoBus.NONE;
  private boolean asserted;

  /**
   * A controller.
   *
   * @param id device id in the high, vendor id in the low 16 bits; 0 for any
   * @param cable what it is plugged into
   */
  public Rtl8139Nic(int id, Cable cable) {
    int known = id == 0 ? DEFAULT_ID : id;
    this.cable = cable;
    identity =
        new Identity(
            known & 0xFFFF,
            known >>> 16,
            CLASS,
            List.of(new Window(0, WINDOW, Kind.PORTS), new Window(1, WINDOW, Kind.MEMORY)));
    reset();
  }

  private void reset() {
    for (int at = 0; at < WINDOW; at += 4) {
      registers.write(0, at, 4, 0);
    }
    registers.write(0, 0, 6, 0x563412_005452L);
    for (int slot = 0; slot < SLOTS; slot++) {
      registers.write(0, TSD + 4L * slot, 4, OWNED_BY_DRIVER);
    }
    registers.write(0, CR, 1, EMPTY);
    registers.write(0, CAPR, 2, -CAPR_LAG);
  }

  private int get(int register, int size) {
    return (int) registers.read(0, register, size);
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
    return registers.read(0, offset, size);
  }

  @Override
  public void write(int bar, long offset, int size, long value) {
    switch ((int) offset) {
      case CR -> command((int) value);
      case ISR -> registers.write(0, ISR, 2, get(ISR, 2) & ~value);
      case CBR -> {}
      default -> registers.write(0, offset, size, value);
    }
    for (int slot = 0; slot < SLOTS; slot++) {
      registers.write(0, TSAD + 4L * slot, 4, get(TSAD + 4 * slot, 4) & ~3);
    }
    updateEmpty();
    assertLine();
  }

  private void command(int value) {
    if ((value & RESET) != 0) {
      reset();
    } else {
      registers.write(0, CR, 1, value & (RECEIVE | TRANSMIT));
    }
  }

  private int consumed() {
    return get(CAPR, 2) + CAPR_LAG & 0xFFFF;
  }

  private void updateEmpty() {
    int command = get(CR, 1) & ~EMPTY;
    registers.write(0, CR, 1, consumed() == get(CBR, 2) ? command | EMPTY : command);
  }

  private void assertLine() {
    boolean wanted = (get(ISR, 2) & get(IMR, 2)) != 0;
    if (wanted && !asserted) {
      bus.interrupt(0);
    }
    asserted = wanted;
  }

  @Override
  public void act() {
    int command = get(CR, 1);
    int causes = (command & TRANSMIT) != 0 ? transmit() : 0;
    if ((command & RECEIVE) != 0 && (get(RCR, 4) & ACCEPT) != 0 && cable.next().isPresent()) {
      causes |= receive(cable.next().get());
    }
    registers.write(0, ISR, 2, get(ISR, 2) | causes);
    updateEmpty();
    assertLine();
  }

  private int transmit() {
    int causes = 0;
    for (int slot = 0; slot < SLOTS; slot++) {
      int status = get(TSD + 4 * slot, 4);
      if ((status & OWNED_BY_DRIVER) == 0) {
        long address = registers.read(0, TSAD + 4L * slot, 4);
        cable.send(bus.dma().read(address, status & LENGTH));
        registers.write(0, TSD + 4L * slot, 4, status | OWNED_BY_DRIVER | SENT);
        causes |= SENT_OK;
      }
    }
    return causes;
  }

  /** The next frame goes behind the last, at a dword; the ring has 8 to 64 KiB. */
  private int receive(byte[] frame) {
    int ring = 8192 << (get(RCR, 4) >>> 11 & 3);
    int length = frame.length + CHECKSUM;
    byte[] bytes = new byte[HEADER + length + 3 & ~3];
    for (int i = 0; i < 2; i++) {
      bytes[i] = (byte) (GOOD_BROADCAST >>> (8 * i));
      bytes[2 + i] = (byte) (length >>> (8 * i));
    }
    System.arraycopy(frame, 0, bytes, HEADER, frame.length);
    int at = get(CBR, 2);
    int used = Math.floorMod(at - consumed(), ring);
    if (ring - used <= bytes.length) {
      return OVERFLOW;
    }
    int untilEnd = Math.min(bytes.length, ring - at);
    long start = registers.read(0, RBSTART, 4);
    bus.dma().write(start + at, Arrays.copyOf(bytes, untilEnd));
    if (untilEnd < bytes.length) {
      bus.dma().write(start, Arrays.copyOfRange(bytes, untilEnd, bytes.length));
    }
    cable.received();
    registers.write(0, CBR, 2, (at + bytes.length) % ring);
    return RECEIVED_OK;
  }
}
