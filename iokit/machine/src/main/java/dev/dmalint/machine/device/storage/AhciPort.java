package dev.dmalint.machine.device.storage;

import static dev.dmalint.machine.device.storage.AhciRegister.PORT_CI;
import static dev.dmalint.machine.device.storage.AhciRegister.PORT_CLB;
import static dev.dmalint.machine.device.storage.AhciRegister.PORT_CLBU;
import static dev.dmalint.machine.device.storage.AhciRegister.PORT_CMD;
import static dev.dmalint.machine.device.storage.AhciRegister.PORT_FB;
import static dev.dmalint.machine.device.storage.AhciRegister.PORT_FBU;
import static dev.dmalint.machine.device.storage.AhciRegister.PORT_IE;
import static dev.dmalint.machine.device.storage.AhciRegister.PORT_IS;
import static dev.dmalint.machine.device.storage.AhciRegister.PORT_SCTL;
import static dev.dmalint.machine.device.storage.AhciRegister.PORT_SIG;
import static dev.dmalint.machine.device.storage.AhciRegister.PORT_SSTS;
import static dev.dmalint.machine.device.storage.AhciRegister.PORT_TFD;

import dev.dmalint.machine.bus.DeviceBus;
import dev.dmalint.machine.device.RegisterFile;

/**
 * Port 0 of an adapter with a disk at it: runs the command list, and keeps what the device sends in
 * the received-FIS area.
 *
 * @see "Serial ATA AHCI 1.3.1, 3.3, 5.3"
 */
final class AhciPort {
  private static final int START = 1;
  private static final int RECEIVE = 1 << 4;
  private static final int RECEIVING = 1 << 14;
  private static final int RUNNING = 1 << 15;
  private static final int SLOT = 0x1F00;
  private static final int SLOT_SHIFT = 8;
  private static final int REGISTER_FIS = 1;
  private static final int PIO_SETUP = 1 << 1;
  private static final int DESCRIPTOR_DONE = 1 << 5;
  private static final int OVERFLOW = 1 << 24;
  private static final int TASK_FILE_ERROR = 1 << 30;
  private static final int READY = 0x50;
  private static final int ABORTED = 0x0451;
  private static final int PRESENT = 0x133;
  private static final int DISK = 0x101;
  private static final int RESET = 1;

  private final RegisterFile registers;
  private final AtaDisk disk;
  private final boolean wide;
  private boolean greets = true;
  private boolean stuck;

  AhciPort(RegisterFile registers, Medium medium, boolean wide) {
    this.registers = registers;
    this.disk = new AtaDisk(medium);
    this.wide = wide;
    set(PORT_TFD, READY);
    set(PORT_SIG, DISK);
    set(PORT_SSTS, PRESENT);
  }

  private int get(AhciRegister register) {
    return (int) registers.read(5, register.offset(), 4);
  }

  private void set(AhciRegister register, int value) {
    registers.write(5, register.offset(), 4, value);
  }

  private long address(AhciRegister low, AhciRegister high) {
    return (get(low) & 0xFFFF_FFFFL) | (long) get(high) << 32;
  }

  /** Whether something happened that the driver wants to hear of. */
  boolean interrupts() {
    return (get(PORT_IS) & get(PORT_IE)) != 0;
  }

  void write(AhciRegister register, int value) {
    switch (register) {
      case PORT_CLB -> set(register, value & ~0x3FF);
      case PORT_FB -> set(register, value & ~0xFF);
      case PORT_CLBU, PORT_FBU -> set(register, wide ? value : 0);
      case PORT_IS, PORT_SERR -> set(register, get(register) & ~value);
      case PORT_CI, PORT_SACT -> set(register, isRunning() ? get(register) | value : 0);
      case PORT_CMD -> command(value);
      case PORT_SCTL -> {
        greets |= (get(PORT_SCTL) & RESET) != 0 && (value & RESET) == 0;
        set(register, value);
      }
      case PORT_IE -> set(register, value);
      case PORT_TFD, PORT_SIG, PORT_SSTS, CAP, GHC, IS, PI, VS -> {}
    }
  }

  private boolean isRunning() {
    return (get(PORT_CMD) & START) != 0;
  }

  /** What runs follows at once; stopping forgets the commands that were issued. */
  private void command(int value) {
    int kept = value & ~(RECEIVING | RUNNING | SLOT);
    if ((value & RECEIVE) != 0) {
      kept |= RECEIVING;
    }
    if ((value & START) != 0) {
      kept |= RUNNING | (get(PORT_CMD) & SLOT);
    } else {
      set(PORT_CI, 0);
      stuck = false;
    }
    set(PORT_CMD, kept);
  }

  /** Does what is to be done. */
  void act(DeviceBus bus) {
    if (greets && (get(PORT_CMD) & RECEIVE) != 0) {
      greets = false;
      receive(bus, false, REGISTER_FIS);
    }
    for (int slot = 0; slot < 32 && !stuck; slot++) {
      if (isRunning() && (get(PORT_CI) & 1 << slot) != 0) {
        set(PORT_CMD, (get(PORT_CMD) & ~SLOT) | slot << SLOT_SHIFT);
        execute(bus, slot);
      }
    }
  }

  private void execute(DeviceBus bus, int slot) {
    AhciCommand command = AhciCommand.read(bus.dma(), address(PORT_CLB, PORT_CLBU), slot, wide);
    AhciTransfer transfer = new AhciTransfer(bus.dma(), wide);
    AtaDisk.Answer answer = disk.execute(command, transfer);
    bus.note("slot %d: ATA command 0x%02x ends with %s".formatted(slot, command.code(), answer));
    if (answer == AtaDisk.Answer.ABORTED) {
      stuck = true;
      set(PORT_TFD, ABORTED);
      receive(bus, false, TASK_FILE_ERROR);
      return;
    }
    bus.dma().writeNumber(command.header() + AhciCommand.TRANSFERRED, 4, disk.transferred());
    set(PORT_TFD, READY);
    set(PORT_CI, get(PORT_CI) & ~(1 << slot));
    int causes = answer == AtaDisk.Answer.SHORT ? OVERFLOW : 0;
    causes |= transfer.asksForInterrupt() ? DESCRIPTOR_DONE : 0;
    receive(bus, answer == AtaDisk.Answer.PIO, causes);
  }

  /** The device's FIS goes to memory, and sets its cause, if the port may receive. */
  private void receive(DeviceBus bus, boolean pio, int causes) {
    int all = causes;
    if ((get(PORT_CMD) & RECEIVE) != 0) {
      byte[] fis = new byte[20];
      fis[0] = (byte) (pio ? 0x5F : 0x34);
      fis[1] = 0x40;
      fis[2] = (byte) get(PORT_TFD);
      fis[3] = (byte) (get(PORT_TFD) >>> 8);
      bus.dma().write(address(PORT_FB, PORT_FBU) + (pio ? 0x20 : 0x40), fis);
      all |= pio ? PIO_SETUP : REGISTER_FIS;
    }
    set(PORT_IS, get(PORT_IS) | all);
  }
}
