package dev.dmalint.machine.device.storage;

import dev.dmalint.machine.bus.DmaPort;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Completions in memory: the controller moves the tail, and turns the phase bit each time it comes
 * round, so that the driver knows a new entry from an old one.
 *
 * @see "NVM Express 1.4, 4.6"
 */
final class CompletionQueue {
  private static final int BYTES = 16;

  private final long base;
  private final int entries;
  private final boolean interrupts;
  private int head;
  private int tail;
  private int phase = 1;

  CompletionQueue(long base, int entries, boolean interrupts) {
    this.base = base;
    this.entries = entries;
    this.interrupts = interrupts;
  }

  boolean interrupts() {
    return interrupts;
  }

  /** Moves the head, and says whether that is an entry of the queue. */
  boolean ring(int to) {
    boolean possible = to < entries;
    if (possible) {
      head = to;
    }
    return possible;
  }

  boolean isFull() {
    return (tail + 1) % entries == head;
  }

  /** Whether the driver has completions that it did not take. */
  boolean isPending() {
    return head != tail;
  }

  void post(DmaPort dma, long result, int queue, int queueHead, int command, NvmeStatus status) {
    ByteBuffer entry = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    entry.putInt((int) result).putInt(0).putInt(queue << 16 | queueHead);
    entry.putInt(status.bits() << 17 | phase << 16 | command);
    dma.write(base + (long) tail * BYTES, entry.array());
    tail = (tail + 1) % entries;
    if (tail == 0) {
      phase ^= 1;
    }
  }
}
