package dev.dmalint.samples.nvme.broken;

/** Commands of 64 bytes. */
final class SubmissionQueue extends Queue {
  private static final int BYTES = 64;

  private SubmissionQueue(DmaBuffer memory, int entries) {
    super(memory, entries);
  }

  static Queue ofEntries(int entries) {
    DmaBuffer memory = DmaBuffer.ofBytes((long) entries * BYTES);
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
