package dev.dmalint.machine.device;

import dev.dmalint.machine.bus.DeviceBus;
import dev.dmalint.machine.bus.DmaPort;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The command ring and the transfer rings of a controller. A TRB is {le64 pointer, le32 status,
 * le32 control}: cycle bit 0, interrupt on completion bit 5, immediate data bit 6, type in bits
 * 15:10.
 *
 * @see "eXtensible Host Controller Interface for USB 1.2, 4.6, 4.9.2, 4.11, 6.2, 6.4"
 */
final class XhciRings {
  private static final int TRB = 16;
  private static final int MOST = 256;
  private static final int CONTEXT = 32;
  private static final int SUCCESS = 1 << 24;
  private static final int TRB_ERROR = 5 << 24;
  private static final int LONGEST = 0x1_0000;
  private static final int NORMAL = 1;
  private static final int DATA = 3;
  private static final int LINK = 6;
  private static final int ENABLE_SLOT = 9;
  private static final int DISABLE_SLOT = 10;
  private static final int ADDRESS_DEVICE = 11;
  private static final int CONFIGURE_ENDPOINT = 12;
  private static final int NO_OP = 23;
  private static final int TOGGLE = 2;
  private static final int ON_COMPLETION = 1 << 5;
  private static final int IMMEDIATE = 1 << 6;
  private static final int IN = 1 << 16;

  private static final class Ring {
    private long at;
    private int cycle;

    Ring(long at, int cycle) {
      this.at = at;
      this.cycle = cycle;
    }
  }

  private record Trb(long address, long pointer, int status, int control) {
    int type() {
      return control >>> 10 & 0x3F;
    }
  }

  private record Endpoint(int slot, int target) implements Comparable<Endpoint> {
    @Override
    public int compareTo(Endpoint other) {
      return slot == other.slot
          ? Integer.compare(target, other.target)
          : Integer.compare(slot, other.slot);
    }
  }

  private final RegisterFile registers;
  private final XhciEvents events;
  private final Supplier<DeviceBus> bus;
  private final Map<Endpoint, Ring> transfers = new TreeMap<>();
  private final Map<Endpoint, Boolean> waiting = new TreeMap<>();
  private Ring commands = new Ring(0, 1);
  private int slots;

  XhciRings(RegisterFile registers, XhciEvents events, Supplier<DeviceBus> bus) {
    this.registers = registers;
    this.events = events;
    this.bus = bus;
  }

  void restart() {
    transfers.clear();
    waiting.clear();
    commands = new Ring(0, 1);
    slots = 0;
  }

  void placeCommands(long value) {
    commands = new Ring(XhciController.address(value), (int) value & 1);
  }

  boolean commandRingRuns() {
    return commands.at != 0;
  }

  void ring(int slot, int target) {
    waiting.put(new Endpoint(slot, target), true);
  }

  private DmaPort memory() {
    return bus.get().dma();
  }

  /** The next TRB that belongs to the controller; follows links. Type 0 where there is none. */
  private Trb next(Ring ring) {
    for (int i = 0; i < MOST; i++) {
      long at = ring.at;
      int control = at == 0 ? -1 : (int) memory().readNumber(at + 12, 4);
      if (control == -1 || (control & 1) != ring.cycle) {
        break;
      }
      Trb trb =
          new Trb(at, memory().readNumber(at, 8), (int) memory().readNumber(at + 8, 4), control);
      ring.at += TRB;
      if (trb.type() != LINK) {
        return trb;
      }
      ring.at = trb.pointer() & -TRB;
      ring.cycle ^= (control & TOGGLE) == 0 ? 0 : 1;
    }
    return new Trb(0, 0, 0, 0);
  }

  /** {@return whether there was an event} */
  boolean runCommands() {
    boolean sent = false;
    for (int i = 0; i < MOST; i++) {
      Trb trb = next(commands);
      if (trb.address() == 0) {
        break;
      }
      sent |= complete(trb);
    }
    return sent;
  }

  private boolean complete(Trb trb) {
    int slot = trb.control() >>> 24;
    int result = SUCCESS;
    switch (trb.type()) {
      case ENABLE_SLOT -> slot = ++slots;
      case DISABLE_SLOT -> transfers.keySet().removeIf(one -> one.slot() == trb.control() >>> 24);
      case ADDRESS_DEVICE, CONFIGURE_ENDPOINT -> copyContexts(slot, trb.pointer());
      case NO_OP -> {}
      default -> result = TRB_ERROR;
    }
    int control = slot << 24 | XhciController.COMMAND_COMPLETION << 10;
    return events.send(trb.address(), result, control);
  }

  /** An input context is a control context, then what it adds to the device context. */
  private void copyContexts(int slot, long input) {
    long output = context(slot);
    int added = (int) memory().readNumber(input + 4, 4);
    for (int i = 0; i < 32; i++) {
      if ((added & 1 << i) != 0 && added != -1) {
        byte[] one = memory().read(input + CONTEXT * (i + 1L), CONTEXT);
        memory().write(output + (long) CONTEXT * i, one);
        transfers.remove(new Endpoint(slot, i));
      }
    }
  }

  private long context(int slot) {
    long array = XhciController.address(registers.read(0, XhciController.DCBAAP, 8));
    return XhciController.address(memory().readNumber(array + 8L * slot, 8));
  }

  /** {@return whether there was an event} */
  boolean runTransfers() {
    boolean sent = false;
    for (Endpoint endpoint : waiting.keySet()) {
      Ring ring = transfers.computeIfAbsent(endpoint, this::open);
      for (int i = 0; i < MOST; i++) {
        Trb trb = next(ring);
        if (trb.address() == 0) {
          break;
        }
        transfer(endpoint, trb);
        if ((trb.control() & ON_COMPLETION) != 0) {
          int control =
              endpoint.slot() << 24 | endpoint.target() << 16 | XhciController.TRANSFER << 10;
          sent |= events.send(trb.address(), SUCCESS, control);
        }
      }
    }
    waiting.clear();
    return sent;
  }

  private Ring open(Endpoint endpoint) {
    long at = context(endpoint.slot()) + (long) CONTEXT * endpoint.target();
    long dequeue = memory().readNumber(at + 8, 8);
    return dequeue == -1 ? new Ring(0, 1) : new Ring(dequeue & -TRB, (int) dequeue & 1);
  }

  /** Odd targets above 1 are IN endpoints; a data stage says its direction itself. */
  private void transfer(Endpoint endpoint, Trb trb) {
    int length = trb.status() & 0x1_FFFF;
    boolean data = trb.type() == NORMAL || trb.type() == DATA;
    if (!data || (trb.control() & IMMEDIATE) != 0 || length == 0 || length > LONGEST) {
      return;
    }
    boolean in = trb.type() == DATA ? (trb.control() & IN) != 0 : (endpoint.target() & 1) != 0;
    if (in) {
      byte[] bytes = new byte[length];
      java.util.Arrays.fill(bytes, (byte) 0x5B);
      memory().write(trb.pointer(), bytes);
    } else {
      memory().read(trb.pointer(), length);
    }
  }
}
