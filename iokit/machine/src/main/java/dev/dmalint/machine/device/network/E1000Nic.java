package dev.dmalint.machine.device.network;

import static dev.dmalint.machine.device.network.E1000Register.CTRL;
import static dev.dmalint.machine.device.network.E1000Register.ICR;
import static dev.dmalint.machine.device.network.E1000Register.IMS;
import static dev.dmalint.machine.device.network.E1000Register.RAH0;
import static dev.dmalint.machine.device.network.E1000Register.RAL0;
import static dev.dmalint.machine.device.network.E1000Register.RCTL;
import static dev.dmalint.machine.device.network.E1000Register.RDBAL;
import static dev.dmalint.machine.device.network.E1000Register.STATUS;
import static dev.dmalint.machine.device.network.E1000Register.TCTL;
import static dev.dmalint.machine.device.network.E1000Register.TDBAL;

import dev.dmalint.machine.bus.Device;
import dev.dmalint.machine.bus.DeviceBus;
import dev.dmalint.machine.device.NoBus;
import dev.dmalint.machine.device.RegisterFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A gigabit controller of the e1000 family, as the 82574 has it: one receive and one transmit ring
 * of legacy descriptors, interrupt causes that reading takes, link always up. Addresses have 64
 * bits.
 *
 * <p>Rings are walked when time passes or a register is read. Interrupt 0 comes when a cause that
 * is not masked joins none.
 *
 * @see "Intel 82574 datasheet, 10.2"
 */
public final class E1000Nic implements Device {
  private static final int DEFAULT_ID = 0x10D38086;
  private static final int CLASS = 0x020000;
  private static final long WINDOW = 0x2_0000;
  private static final int RESET = 1 << 26;
  private static final int SET_LINK_UP = 1 << 6;
  private static final int LINK_UP = 0x83;
  private static final int ENABLE = 2;
  private static final int READ_DONE = 2;
  private static final int PHY_READY = 1 << 28;
  private static final int PHY_STATUS = 0x796D;
  private static final int SENT = 1;
  private static final int QUEUE_EMPTY = 1 << 1;
  private static final int LINK_CHANGED = 1 << 2;
  private static final int RING_LOW = 1 << 4;
  private static final int OVERRUN = 1 << 6;
  private static final int RECEIVED = 1 << 7;

  private final Identity identity;
  private final Cable cable;
  private final RegisterFile registers = new RegisterFile();
  private final DescriptorRing receiveRing = new DescriptorRing(registers, RDBAL.offset());
  private final DescriptorRing transmitRing = new DescriptorRing(registers, TDBAL.offset());
  private final ReceivePath receive = new ReceivePath(receiveRing);
  private final TransmitPath transmit = new TransmitPath(transmitRing);
  private DeviceBus bus = NoBus.NONE;
  private boolean asserted;

  /**
   * A controller.
   *
   * @param id device id in the high, vendor id in the low 16 bits; 0 for any
   * @param cable what it is plugged into
   */
  public E1000Nic(int id, Cable cable) {
    int known = id == 0 ? DEFAULT_ID : id;
    this.cable = cable;
    identity =
        new Identity(
            known & 0xFFFF, known >>> 16, CLASS, List.of(new Window(0, WINDOW, Kind.MEMORY)));
    reset();
  }

  private void reset() {
    for (E1000Register register : E1000Register.values()) {
      set(register, 0);
    }
    set(STATUS, LINK_UP);
    set(RAL0, 0x1200_5452);
    set(RAH0, 0x8000_5634);
  }

  private int get(E1000Register register) {
    return (int) registers.read(0, register.offset(), 4);
  }

  private void set(E1000Register register, int value) {
    registers.write(0, register.offset(), 4, value);
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
    long value = registers.read(0, offset, size);
    if (offset == ICR.offset()) {
      set(ICR, 0);
      assertLine();
    }
    return value;
  }

  /** Registers are dwords; a wider write is two of them. */
  @Override
  public void write(int bar, long offset, int size, long value) {
    dword((int) offset, (int) value);
    if (size == 8) {
      dword((int) offset + 4, (int) (value >>> 32));
    }
    assertLine();
  }

  private void dword(int offset, int value) {
    if (receiveRing.has(offset)) {
      receiveRing.write(offset, value);
    } else if (transmitRing.has(offset)) {
      transmitRing.write(offset, value);
    } else {
      register(offset).ifPresent(register -> write(register, value));
    }
  }

  private static Optional<E1000Register> register(int offset) {
    return Arrays.stream(E1000Register.values())
        .filter(register -> register.offset() == offset)
        .findFirst();
  }

  private void write(E1000Register register, int value) {
    switch (register) {
      case CTRL -> control(value);
      case ICR -> set(ICR, get(ICR) & ~value);
      case ICS -> set(ICR, get(ICR) | value);
      case IMS -> set(IMS, get(IMS) | value);
      case IMC -> set(IMS, get(IMS) & ~value);
      case EERD -> set(register, value | READ_DONE);
      case MDIC -> set(register, (value & 0xFFFF_0000) | PHY_READY | PHY_STATUS);
      case RCTL, TCTL, RAL0, RAH0 -> set(register, value);
      case STATUS, RDBAL, RDBAH, RDLEN, RDH, RDT, TDBAL, TDBAH, TDLEN, TDH, TDT -> {}
    }
  }

  private void control(int value) {
    if ((value & RESET) != 0) {
      reset();
      return;
    }
    boolean linked = (value & SET_LINK_UP) != 0 && (get(CTRL) & SET_LINK_UP) == 0;
    set(CTRL, value);
    set(ICR, get(ICR) | (linked ? LINK_CHANGED : 0));
  }

  private void assertLine() {
    boolean wanted = (get(ICR) & get(IMS)) != 0;
    if (wanted && !asserted) {
      bus.interrupt(0);
    }
    asserted = wanted;
  }

  @Override
  public void act() {
    int causes = 0;
    if ((get(TCTL) & ENABLE) != 0 && transmitRing.hasWork()) {
      causes |= transmit.send(bus.dma(), cable) ? SENT : 0;
      causes |= QUEUE_EMPTY;
    }
    if ((get(RCTL) & ENABLE) != 0) {
      causes |= receive();
    }
    set(ICR, get(ICR) | causes);
    assertLine();
  }

  private int receive() {
    int causes = 0;
    for (Optional<byte[]> next = cable.next(); next.isPresent(); next = cable.next()) {
      if (!receive.take(bus.dma(), next.get(), get(RCTL))) {
        return causes | OVERRUN;
      }
      cable.received();
      causes |= receiveRing.isLow() ? RECEIVED | RING_LOW : RECEIVED;
    }
    return causes;
  }
}
