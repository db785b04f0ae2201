package dev.dmalint.machine.device.storage;

import dev.dmalint.machine.bus.DmaPort;

/** Commands in memory: the driver moves the tail, the controller the head. */
final class SubmissionQueue {
  private final long base;
  private final int entries;
  private final CompletionQueue completions;
  private int head;
  private int tail;

  SubmissionQueue(long base, int entries, CompletionQueue completions) {
    this.base = base;
    this.entries = entries;
    this.completions = completions;
  }

  CompletionQueue completions() {
    return completions;
  }

  int head() {
    return head;
  }

  /** Moves the tail, and says whether that is an entry of the queue. */
  boolean ring(int to) {
    boolean possible = to < entries;
    if (possible) {
      tail = to;
    }
    return possible;
  }

  boolean isEmpty() {
    return head == tail;
  }

  NvmeCommand take(DmaPort dma) {
    byte[] entry = dma.read(base + (long) head * NvmeCommand.BYTES, NvmeCommand.BYTES);
    head = (head + 1) % entries;
    return NvmeCommand.of(entry);
  }
}
