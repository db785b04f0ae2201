package dev.dmalint.machine.device;

import dev.dmalint.machine.bus.Device;
import dev.dmalint.machine.bus.DeviceBus;
import java.util.List;

/**
 * An xHCI host controller with one device in port 1. Operational registers start at 0x20, runtime
 * registers at 0x1000, doorbells at 0x800 of bar 0.
 *
 * <p>While it runs it takes commands from the command ring, transfers from the rings that device
 * contexts name, and puts events into the segment that the table of interrupter 0 names. It raises
 * interrupt 0 for them.
 *
 * @see "eXtensible Host Controller Interface for USB 1.2, 4.6, 4.9, 5.3 to 5.6, 6.4"
 */
public final class XhciController implements Device {
  /** Where the operational registers start. */
  public static final int OPERATIONAL = 0x20;

  /** Where the doorbells start. */
  public static final int DOORBELLS = 0x800;

  /** Where the runtime registers start. */
  public static final int RUNTIME = 0x1000;

  /** Command register. */
  public static final int USBCMD = OPERATIONAL;

  /** Status register. */
  public static final int USBSTS = OPERATIONAL + 0x04;

  /** Address of the command ring, 64 bits. */
  public static final int CRCR = OPERATIONAL + 0x18;

  /** Address of the array of device contexts, 64 bits. */
  public static final int DCBAAP = OPERATIONAL + 0x30;

  /** Address of the table of event ring segments of interrupter 0, 64 bits. */
  public static final int ERSTBA = RUNTIME + 0x30;

  /** Where the driver is in the event ring of interrupter 0, 64 bits. */
  public static final int ERDP = RUNTIME + 0x38;

  static final int COMMAND_COMPLETION = 33;
  static final int TRANSFER = 32;
  private static final int PORT_CHANGE = 34;
  private static final int SLOTS = 16;
  private static final int PORTS = 4;
  private static final int PORT_STATUS = OPERATIONAL + 0x400;
  private static final int IMAN = RUNTIME + 0x20;
  private static final int RUN = 1;
  private static final int RESET = 2;
  private static final int INTERRUPTS_ON = 4;
  private static final int HALTED = 1;
  private static final int EVENT_INTERRUPT = 8;
  private static final long RING_FLAGS = 0x3F;

  private final int id;
  private final RegisterFile registers = new RegisterFile();
  private final XhciEvents events;
  private final XhciRings rings;
  private DeviceBus bus = NoBus.NONE;
  private boolean told;
  private boolean commanded;

  /**
   * A controller.
   *
   * @param id device id in the high, vendor id in the low 16 bits; 0 for a usual one
   */
  public XhciController(int id) {
    this.id = id == 0 ? 0x9D2F_8086 : id;
    events = new XhciEvents(registers, () -> bus);
    rings = new XhciRings(registers, events, () -> bus);
    reset();
  }

  @Override
  public Identity identity() {
    return new Identity(
        id & 0xFFFF, id >>> 16, 0x0C0330, List.of(new Window(0, 0x1_0000, Kind.WIDE_MEMORY)));
  }

  @Override
  public void attach(DeviceBus to) {
    bus = to;
  }

  /** Capabilities: 16 slots, 1 interrupter, 4 ports, one segment a ring, 64-bit addresses. */
  private void reset() {
    registers.clear();
    registers.write(0, 0x00, 4, 0x0100_0000 | OPERATIONAL);
    registers.write(0, 0x04, 4, PORTS << 24 | 1 << 8 | SLOTS);
    registers.write(0, 0x10, 4, 1);
    registers.write(0, 0x14, 4, DOORBELLS);
    registers.write(0, 0x18, 4, RUNTIME);
    registers.write(0, USBSTS, 4, HALTED);
    registers.write(0, OPERATIONAL + 0x08, 4, 1);
    registers.write(0, PORT_STATUS, 4, 0x0002_0EE1);
    events.restart();
    rings.restart();
    told = false;
    commanded = false;
  }

  @Override
  public long read(int bar, long offset, int size) {
    if (offset >= CRCR && offset < CRCR + 8) {
      return offset == CRCR && rings.commandRingRuns() ? 8 : 0;
    }
    return registers.read(0, offset, size);
  }

  @Override
  public void write(int bar, long offset, int size, long value) {
    if (offset < OPERATIONAL) {
      return;
    }
    if (offset >= DOORBELLS && offset < DOORBELLS + 4 * (SLOTS + 1)) {
      ring((int) (offset - DOORBELLS) / 4, (int) value & 0xFF);
      return;
    }
    if (offset == USBSTS) {
      long left = registers.read(0, USBSTS, 4) & ~(value & 0x41C);
      registers.write(0, USBSTS, 4, left);
      return;
    }
    if (offset == IMAN) {
      long pending = registers.read(0, IMAN, 4) & ~value & 1;
      registers.write(0, IMAN, 4, pending | (value & 2));
      return;
    }
    registers.write(0, offset, size, value);
    if (offset == USBCMD) {
      command(value);
    } else if (offset == CRCR || offset == CRCR + 4) {
      rings.placeCommands(registers.read(0, CRCR, 8));
    } else if (offset == ERSTBA || offset == ERSTBA + 4) {
      events.restart();
    }
  }

  private void command(long value) {
    if ((value & RESET) != 0) {
      reset();
      return;
    }
    long status = registers.read(0, USBSTS, 4) & ~HALTED;
    registers.write(0, USBSTS, 4, status | ((value & RUN) == 0 ? HALTED : 0));
  }

  private boolean runs() {
    return (registers.read(0, USBCMD, 4) & RUN) != 0;
  }

  private void ring(int slot, int target) {
    if (slot == 0) {
      commanded = true;
    } else {
      rings.ring(slot, target);
    }
  }

  @Override
  public void act() {
    if (!runs()) {
      return;
    }
    boolean sent = false;
    if (!told) {
      told = true;
      sent = events.send(1L << 24, 1 << 24, PORT_CHANGE << 10);
    }
    if (commanded) {
      commanded = false;
      sent |= rings.runCommands();
    }
    sent |= rings.runTransfers();
    if (sent) {
      registers.write(0, USBSTS, 4, registers.read(0, USBSTS, 4) | EVENT_INTERRUPT);
      registers.write(0, IMAN, 4, registers.read(0, IMAN, 4) | 1);
      if ((registers.read(0, USBCMD, 4) & INTERRUPTS_ON) != 0) {
        bus.interrupt(0);
      }
    }
  }

  /** {@return the address in a register whose low bits are flags} */
  static long address(long value) {
    return value & ~RING_FLAGS;
  }
}
