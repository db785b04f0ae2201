package dev.dmalint.machine.device.storage;

import dev.dmalint.machine.bus.DmaPort;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A slot of the command list and the command in its table.
 *
 * @param header address of the command header
 * @param entries length of the PRDT
 * @param toDevice whether the header says that data goes to the device
 * @param table address of the command table
 * @param fis type of the command FIS
 * @param code ATA command
 * @param block first block
 * @param count blocks
 * @see "Serial ATA AHCI 1.3.1, 4.2.2, 4.2.3"
 */
record AhciCommand(
    long header,
    int entries,
    boolean toDevice,
    long table,
    int fis,
    int code,
    long block,
    int count) {
  private static final int HEADER = 32;
  private static final int FIS = 20;
  private static final int TO_DEVICE = 0x40;
  private static final int MOST = 0x1_0000;

  /** Bytes from the start of a table to its PRDT. */
  static final int PRDT = 0x80;

  /** Offset in the header of the count of bytes that were transferred. */
  static final int TRANSFERRED = 4;

  /** Reads what stands in a slot; the adapter ignores the upper halves if it takes 32 bits. */
  static AhciCommand read(DmaPort dma, long list, int slot, boolean wide) {
    long header = list + (long) slot * HEADER;
    ByteBuffer head = bytes(dma, header, HEADER);
    int flags = head.getInt(0);
    long low = head.getInt(8) & 0xFFFF_FF80L;
    long table = wide ? low | (long) head.getInt(12) << 32 : low;
    ByteBuffer command = bytes(dma, table, FIS);
    long block = (command.getInt(4) & 0xFF_FFFFL) | (command.getInt(8) & 0xFF_FFFFL) << 24;
    int count = command.getShort(12) & 0xFFFF;
    return new AhciCommand(
        header,
        flags >>> 16,
        (flags & TO_DEVICE) != 0,
        table,
        command.get(0) & 0xFF,
        command.get(2) & 0xFF,
        block,
        count == 0 ? MOST : count);
  }

  private static ByteBuffer bytes(DmaPort dma, long address, int length) {
    return ByteBuffer.wrap(dma.read(address, length)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
