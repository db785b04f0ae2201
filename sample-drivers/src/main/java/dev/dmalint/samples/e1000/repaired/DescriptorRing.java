package dev.dmalint.samples.e1000.repaired;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.OSByteOrder;

/** Descriptors of 16 bytes and, behind them in the same memory, their packet buffers. */
final class DescriptorRing {
  private static final int DESCRIPTOR = 16;

  private final IOBufferMemoryDescriptor memory;
  private final IODMACommand command;
  private final int entries;
  private final int bufferBytes;
  private long start;
  private int next;

  DescriptorRing(
      IOBufferMemoryDescriptor memory, IODMACommand command, int entries, int bufferBytes) {
    this.memory = memory;
    this.command = command;
    this.entries = entries;
    this.bufferBytes = bufferBytes;
  }

  static long bytesFor(int entries, int bufferBytes) {
    return (long) entries * (DESCRIPTOR + bufferBytes);
  }

  /** {@return whether the device sees the memory in one piece} */
  boolean locate() {
    Segment64[] segments = {new Segment64()};
    long[] offset = {0};
    int[] count = {1};
    int result = command.gen64IOVMSegments(offset, segments, count);
    start = segments[0].fIOVMAddr;
    return result == IOReturn.kIOReturnSuccess && offset[0] == memory.getLength();
  }

  long base() {
    return start;
  }

  int bytes() {
    return entries * DESCRIPTOR;
  }

  int count() {
    return entries;
  }

  int advance() {
    next = (next + 1) % entries;
    return next;
  }

  /** Gives every descriptor its buffer. */
  void fill() {
    for (int i = 0; i < entries; i++) {
      OSByteOrder.OSWriteLittleInt64(memory.getBytesNoCopy(), (long) i * DESCRIPTOR, buffer(i));
      OSByteOrder.OSWriteLittleInt64(memory.getBytesNoCopy(), (long) i * DESCRIPTOR + 8, 0);
    }
  }

  /** Describes the next buffer as a packet of that length. */
  void queue(int length) {
    long descriptor = memory.getBytesNoCopy() + (long) next * DESCRIPTOR;
    OSByteOrder.OSWriteLittleInt64(descriptor, 0, buffer(next));
    OSByteOrder.OSWriteLittleInt32(descriptor, 8, length | 0x0b00_0000);
    OSByteOrder.OSWriteLittleInt32(descriptor, 12, 0);
  }

  private long buffer(int index) {
    return start + bytes() + (long) index * bufferBytes;
  }

  void release() {
    command.clearMemoryDescriptor();
    command.release();
    memory.release();
  }
}
