package dev.dmalint.machine.device;

import dev.dmalint.machine.bus.Device;
import dev.dmalint.machine.bus.DeviceBus;
import java.util.Arrays;
import java.util.List;

/**
 * A Thunderbolt host interface (NHI) of 12 hops; the path of each hop leads back to the receive
 * ring of the same hop. Bar 0 holds, for each hop, 16 bytes at 0x00000 (transmit) and 0x08000
 * (receive):
 *
 * <pre>
 * 0x00  address of the ring, 64 bits
 * 0x08  transmit: tail, set by the interface   receive: head, set by the driver      16 bits
 * 0x0a  transmit: head, set by the driver      receive: tail, set by the interface   16 bits
 * 0x0c  descriptors in the ring, 16 bits; receive: largest frame in the upper 16 bits
 * </pre>
 *
 * <p>and 32 bytes of options at 0x19800 and 0x29800, whose bit 31 switches the ring on. The head is
 * the first descriptor that is not posted. A descriptor is {le64 address, le32 word, le32 time};
 * the word holds length 11:0, end 15:12 and start 19:16 of frame, and flags 31:20. Finished rings
 * show in 0x37800, which reading clears; those that 0x38200 names raise interrupt 0.
 *
 * @see "Linux: drivers/thunderbolt/nhi_regs.h"
 */
public final class ThunderboltInterface implements Device {
  /** Transmit rings, 16 bytes each. */
  public static final int TRANSMIT = 0x00000;

  /** Receive rings, 16 bytes each. */
  public static final int RECEIVE = 0x08000;

  /** Options of transmit rings, 32 bytes each. */
  public static final int TRANSMIT_OPTIONS = 0x19800;

  /** Options of receive rings, 32 bytes each. */
  public static final int RECEIVE_OPTIONS = 0x29800;

  /** Which rings have finished something: transmit, receive, receive overflow; 12 bits each. */
  public static final int NOTIFY = 0x37800;

  /** Which of those raise an interrupt. */
  public static final int INTERRUPT_MASK = 0x38200;

  /** How many hops there are. */
  public static final int CAPABILITIES = 0x39640;

  /** Flag of a descriptor: the interface is done with it. */
  public static final int COMPLETED = 0x2 << 20;

  /** Flag of a descriptor: the driver has posted it. */
  public static final int POSTED = 0x4 << 20;

  /** Flag of a descriptor: tell when done. */
  public static final int INTERRUPT = 0x8 << 20;

  private static final int HOPS = 12;
  private static final int RING = 16;
  private static final int OPTIONS = 32;
  private static final int LENGTH = 0xFFF;
  private static final int LONGEST = 4096;
  private static final int ENABLED = 1 << 31;

  private final int id;
  private final RegisterFile registers = new RegisterFile();
  private DeviceBus bus = NoBus.NONE;

  /**
   * An interface.
   *
   * @param id device id in the high, vendor id in the low 16 bits; 0 for a usual one
   */
  public ThunderboltInterface(int id) {
    this.id = id == 0 ? 0x15E8_8086 : id;
    registers.write(0, CAPABILITIES, 4, HOPS);
  }

  @Override
  public Identity identity() {
    return new Identity(
        id & 0xFFFF, id >>> 16, 0x088000, List.of(new Window(0, 0x4_0000, Kind.MEMORY)));
  }

  @Override
  public void attach(DeviceBus to) {
    bus = to;
  }

  @Override
  public long read(int bar, long offset, int size) {
    long value = registers.read(0, offset, size);
    if (offset >= NOTIFY && offset < NOTIFY + 8) {
      registers.write(0, offset, size, 0);
    }
    return value;
  }

  @Override
  public void write(int bar, long offset, int size, long value) {
    boolean own = (offset >= NOTIFY && offset < NOTIFY + 8) || offset == CAPABILITIES;
    if (own) {
      return;
    }
    for (int hop = 0; hop < HOPS; hop++) {
      if (offset == RECEIVE + RING * hop + 8 && size == 4) {
        registers.write(0, offset, 2, value);
        return;
      }
      if (offset == TRANSMIT + RING * hop + 8 && size == 4) {
        registers.write(0, offset + 2, 2, value >>> 16);
        return;
      }
    }
    registers.write(0, offset, size, value);
  }

  private boolean isOn(int options, int hop) {
    return (registers.read(0, options + (long) OPTIONS * hop, 4) & ENABLED) != 0;
  }

  @Override
  public void act() {
    long before = registers.read(0, NOTIFY, 8);
    for (int hop = 0; hop < HOPS; hop++) {
      if (isOn(TRANSMIT_OPTIONS, hop)) {
        transmit(hop);
      }
    }
    long raised = registers.read(0, NOTIFY, 8) & ~before;
    if ((raised & registers.read(0, INTERRUPT_MASK, 8)) != 0) {
      bus.interrupt(0);
    }
  }

  private void transmit(int hop) {
    long ring = TRANSMIT + (long) RING * hop;
    long count = registers.read(0, ring + 12, 2);
    long head = registers.read(0, ring + 10, 2);
    long tail = registers.read(0, ring + 8, 2);
    while (count != 0 && tail != head && head < count) {
      long at = registers.read(0, ring, 8) + RING * tail;
      long address = bus.dma().readNumber(at, 8);
      int word = (int) bus.dma().readNumber(at + 8, 4);
      if (address == -1) {
        bus.note("the transmit ring of hop %d cannot be read".formatted(hop));
        return;
      }
      int length = (word & LENGTH) == 0 ? LONGEST : word & LENGTH;
      byte[] frame = bus.dma().read(address, length);
      bus.dma().writeNumber(at + 8, 4, word | COMPLETED);
      tail = (tail + 1) % count;
      registers.write(0, ring + 8, 2, tail);
      if ((word & INTERRUPT) != 0) {
        tell(hop);
      }
      receive(hop, frame, word);
    }
  }

  /** A frame without a posted descriptor is lost, and told as an overflow. */
  private void receive(int hop, byte[] frame, int sent) {
    if (!isOn(RECEIVE_OPTIONS, hop)) {
      return;
    }
    long ring = RECEIVE + (long) RING * hop;
    long count = registers.read(0, ring + 12, 2);
    long head = registers.read(0, ring + 8, 2);
    long tail = registers.read(0, ring + 10, 2);
    if (count == 0 || tail == head) {
      tell(2 * HOPS + hop);
      return;
    }
    long at = registers.read(0, ring, 8) + RING * tail;
    long address = bus.dma().readNumber(at, 8);
    int word = (int) bus.dma().readNumber(at + 8, 4);
    if (address == -1) {
      bus.note("the receive ring of hop %d cannot be read".formatted(hop));
      return;
    }
    long largest = registers.read(0, ring + 14, 2);
    int length = Math.min(frame.length, largest == 0 ? LONGEST : (int) largest);
    bus.dma().write(address, Arrays.copyOf(frame, length));
    int kept = (word & ~0xF_FFFF) | (sent & 0xF_F000) | (length & LENGTH);
    bus.dma().writeNumber(at + 8, 4, kept | COMPLETED);
    registers.write(0, ring + 10, 2, (tail + 1) % count);
    if ((word & INTERRUPT) != 0) {
      tell(HOPS + hop);
    }
  }

  private void tell(int bit) {
    registers.write(0, NOTIFY, 8, registers.read(0, NOTIFY, 8) | 1L << bit);
  }
}
