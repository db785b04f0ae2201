package dev.dmalint.machine.device;

import dev.dmalint.machine.bus.Device;
import dev.dmalint.machine.bus.DeviceBus;
import dev.dmalint.machine.bus.DmaLimits;
import java.util.List;

/**
 * A copying engine. Registers of bar 0:
 *
 * <pre>
 * 0x00  address of a list of 16-byte entries {le64 address, le32 length, le32 flags}, 64 bits; a
 *       multiple of 256, the bits below count as 0
 * 0x08  entries in the list, 32 bits
 * 0x0c  1 starts; reads as 0 when done
 * 0x10  checksum of all bytes that were read, 32 bits
 * </pre>
 *
 * <p>Flag 1: the device writes the entry's memory, with bytes 0xA5; otherwise it reads it. It
 * raises interrupt 0 when the list is done. It is a device of this machine alone, under a vendor id
 * that emulators use; the model files know it as {@code transfer-engine} and {@code
 * transfer-engine-32}.
 */
public final class ScatterGatherEngine implements Device {
  /** Where the address of the list goes. */
  public static final int LIST = 0x00;

  /** Where the number of entries goes. */
  public static final int COUNT = 0x08;

  /** Where 1 starts. */
  public static final int START = 0x0C;

  /** Where the sum of the bytes that were read is. */
  public static final int SUM = 0x10;

  /** Device id in the high, vendor id in the low 16 bits, with 64 address lines. */
  public static final int ID = 0x5347_1234;

  /** The same with 32 address lines. */
  public static final int ID_32 = 0x5348_1234;

  private static final int ENTRY = 16;
  private static final long ALIGNMENT = 256;
  private static final long LOW_HALF = 0xFFFF_FFFFL;
  private static final byte FILL = (byte) 0xA5;

  private final int id;
  private final RegisterFile registers = new RegisterFile();
  private final DmaLimits limits;
  private DeviceBus bus = NoBus.NONE;

  /** One with 64 address lines. */
  public ScatterGatherEngine() {
    this(ID);
  }

  /**
   * One of either kind.
   *
   * @param id {@link #ID} or {@link #ID_32}
   */
  public ScatterGatherEngine(int id) {
    this.id = id;
    limits = id == ID_32 ? new DmaLimits(Integer.SIZE, Long.MAX_VALUE, 1) : DmaLimits.NONE;
  }

  /** What its address lines carry of a number. */
  private long lines(long address) {
    return id == ID_32 ? address & LOW_HALF : address;
  }

  @Override
  public Identity identity() {
    return new Identity(
        id & 0xFFFF, id >>> 16, 0x088000, List.of(new Window(0, 4096, Kind.MEMORY)));
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
    if (offset == START && value == 1) {
      transfer();
      registers.write(0, START, 4, 0);
      bus.interrupt(0);
    }
  }

  private void transfer() {
    long list = lines(registers.read(0, LIST, 8) & -ALIGNMENT);
    long entries = registers.read(0, COUNT, 4);
    int sum = 0;
    for (long i = 0; i < entries; i++) {
      long given = bus.dma().readNumber(list + i * ENTRY, 8);
      long address = lines(given);
      int length = (int) bus.dma().readNumber(list + i * ENTRY + 8, 4);
      boolean writes = (bus.dma().readNumber(list + i * ENTRY + 12, 4) & 1) != 0;
      if (length <= 0 || length > 1 << 24) {
        bus.note("entry %d has length 0x%x and is skipped".formatted(i, length));
        continue;
      }
      bus.dma().takes(given, length, limits);
      if (writes) {
        byte[] bytes = new byte[length];
        java.util.Arrays.fill(bytes, FILL);
        bus.dma().write(address, bytes);
      } else {
        for (byte one : bus.dma().read(address, length)) {
          sum += one & 0xFF;
        }
      }
    }
    registers.write(0, SUM, 4, sum);
  }
}
