package dev.dmalint.machine.device.storage;

import dev.dmalint.machine.bus.DmaPort;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Moves data between the device and what the PRDT of a command names. Bit 0 of an address is zero
 * whatever is written, and a length is even.
 *
 * @see "Serial ATA AHCI 1.3.1, 4.2.3.3"
 */
final class AhciTransfer {
  private static final int ENTRY = 16;
  private static final int LENGTH = 0x3F_FFFF;

  private final DmaPort dma;
  private final boolean wide;
  private boolean asksForInterrupt;

  AhciTransfer(DmaPort dma, boolean wide) {
    this.dma = dma;
    this.wide = wide;
  }

  /** Whether an entry that was used up has its I bit set. */
  boolean asksForInterrupt() {
    return asksForInterrupt;
  }

  /** Writes to memory, and gives how many bytes found room. */
  int toMemory(AhciCommand command, byte[] bytes) {
    int done = 0;
    for (int i = 0; i < command.entries() && done < bytes.length; i++) {
      ByteBuffer entry = entry(command, i);
      int part = Math.min(length(entry), bytes.length - done);
      dma.write(address(entry), Arrays.copyOfRange(bytes, done, done + part));
      done += part;
    }
    return done;
  }

  /** Reads from memory, at most so many bytes. */
  byte[] fromMemory(AhciCommand command, int most) {
    byte[] bytes = new byte[most];
    int done = 0;
    for (int i = 0; i < command.entries() && done < most; i++) {
      ByteBuffer entry = entry(command, i);
      int part = Math.min(length(entry), most - done);
      System.arraycopy(dma.read(address(entry), part), 0, bytes, done, part);
      done += part;
    }
    return Arrays.copyOf(bytes, done);
  }

  private ByteBuffer entry(AhciCommand command, int index) {
    long at = command.table() + AhciCommand.PRDT + (long) index * ENTRY;
    ByteBuffer entry = ByteBuffer.wrap(dma.read(at, ENTRY)).order(ByteOrder.LITTLE_ENDIAN);
    asksForInterrupt |= entry.getInt(12) < 0;
    return entry;
  }

  private long address(ByteBuffer entry) {
    long low = entry.getInt(0) & 0xFFFF_FFFEL;
    return wide ? low | (long) entry.getInt(4) << 32 : low;
  }

  private static int length(ByteBuffer entry) {
    return ((entry.getInt(12) & LENGTH) | 1) + 1;
  }
}
