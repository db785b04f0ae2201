package dev.dmalint.samples.nvme.broken;

/** A ring of entries of one size; what an entry looks like is the subclass's business. */
abstract class Queue {
  private final DmaBuffer memory;
  private final int entries;
  private int position;

  Queue(DmaBuffer memory, int entries) {
    this.memory = memory;
    this.entries = entries;
  }

  abstract int entryBytes();

  abstract boolean hasWork();

  final long busAddress() {
    return memory.busAddress();
  }

  final int tail() {
    return position;
  }

  final long currentEntry() {
    return memory.bytes() + (long) position * entryBytes();
  }

  /** {@return the virtual address of the entry, after stepping over it} */
  final long nextEntry() {
    long entry = currentEntry();
    position = (position + 1) % entries;
    return entry;
  }

  final void release() {
    memory.release();
  }
}
