package dev.dmalint.samples.nvme.repaired;

import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.OSByteOrder;

/** Completions of 16 bytes; the phase bit of the last word says that one is new. */
final class CompletionQueue extends Queue {
  private static final int BYTES = 16;

  private CompletionQueue(DmaBuffer memory, int entries) {
    super(memory, entries);
  }

  static Queue ofEntries(IOPCIDevice pci, int entries) {
    DmaBuffer memory = DmaBuffer.ofBytes(pci, (long) entries * BYTES);
    return memory == null ? null : new CompletionQueue(memory, entries);
  }

  @Override
  int entryBytes() {
    return BYTES;
  }

  @Override
  boolean hasWork() {
    return (OSByteOrder.OSReadLittleInt32(currentEntry(), 12) & 0x10000) != 0;
  }
}
