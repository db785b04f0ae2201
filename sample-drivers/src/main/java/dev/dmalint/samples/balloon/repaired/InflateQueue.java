package dev.dmalint.samples.balloon.repaired;

import static dev.dmalint.iokit.IOBufferMemoryDescriptor.kIOMemoryHostPhysicallyContiguous;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Task;

/** Queue 0 of the legacy interface, with the one array of page numbers that it carries. */
final class InflateQueue {
  private static final int QUEUE_ADDRESS = 0x08;
  private static final int QUEUE_SIZE = 0x0c;
  private static final int QUEUE_SELECT = 0x0e;
  private static final int QUEUE_NOTIFY = 0x10;
  private static final int ARRAY_BYTES = 256;

  private final IOPCIDevice pci;
  private final IOMemoryMap ports;
  private IOBufferMemoryDescriptor ring;
  private IOBufferMemoryDescriptor array;
  private int size;
  private int submitted;

  InflateQueue(IOPCIDevice pci, IOMemoryMap ports) {
    this.pci = pci;
    this.ports = ports;
  }

  boolean handOver() {
    pci.ioWrite16(QUEUE_SELECT, 0, ports);
    size = pci.ioRead16(QUEUE_SIZE, ports);
    ring =
        IOBufferMemoryDescriptor.inTaskWithOptions(
            Task.kernel_task,
            kIODirectionInOut | kIOMemoryMapperNone | kIOMemoryHostPhysicallyContiguous,
            usedOffset() + 4096,
            4096);
    array =
        IOBufferMemoryDescriptor.inTaskWithOptions(
            Task.kernel_task, kIODirectionOut, ARRAY_BYTES, ARRAY_BYTES);
    if (size == 0 || ring == null || array == null) {
      return false;
    }
    long frame = ring.getPhysicalSegment(0, null, kIOMemoryMapperNone) >> 12;
    pci.ioWrite32(QUEUE_ADDRESS, (int) frame, ports);
    return describeArray();
  }

  private boolean describeArray() {
    long[] length = new long[1];
    long address = array.getPhysicalSegment(0, length, kIOMemoryMapperNone);
    if (length[0] < ARRAY_BYTES) {
      return false;
    }
    OSByteOrder.OSWriteLittleInt64(ring.getBytesNoCopy(), 0, address);
    OSByteOrder.OSWriteLittleInt32(ring.getBytesNoCopy(), 8, ARRAY_BYTES);
    return true;
  }

  private long usedOffset() {
    return 16L * size + 6 + 2L * size + 0xfff & ~0xfffL;
  }

  long array() {
    return array.getBytesNoCopy();
  }

  boolean isIdle() {
    long used = ring.getBytesNoCopy() + usedOffset();
    return OSByteOrder.OSReadLittleInt16(used, 2) == (submitted & 0xffff);
  }

  void submit() {
    long available = ring.getBytesNoCopy() + 16L * size;
    OSByteOrder.OSWriteLittleInt16(available, 4 + 2L * (submitted % size), 0);
    OSByteOrder.OSMemoryBarrier();
    submitted++;
    OSByteOrder.OSWriteLittleInt16(available, 2, submitted);
    pci.ioWrite16(QUEUE_NOTIFY, 0, ports);
  }

  void release() {
    if (array != null) {
      array.release();
      array = null;
    }
    if (ring != null) {
      ring.release();
      ring = null;
    }
  }
}
