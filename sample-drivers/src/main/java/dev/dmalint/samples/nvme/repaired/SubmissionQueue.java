package dev.dmalint.samples.nvme.repaired;

import dev.dmalint.iokit.IOPCIDevice;

/** Commands of 64 bytes. */
final class SubmissionQueue extends Queue {
  private static final int BYTES = 64;

  private SubmissionQueue(DmaBuffer memory, int entries) {
    super(memory, entries);
  }

  static Queue ofEntries(IOPCIDevice pci, int entries) {
    DmaBuffer memory = DmaBuffer.ofBytes(pci, (long) entries * BYTES);
    return memory == null ? null : new SubmissionQueue(memory, entries);
  }

  @Override
  int entryBytes() {
    return BYTES;
  }

  @Override
  boolean hasWork() {
    return false;
  }
}
