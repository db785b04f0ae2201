package dev.dmalint.samples.virtionet.broken;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Task;

/** A split queue in the one layout the legacy interface knows. */
final class LegacyQueue {
  private static final int QUEUE_ADDRESS = 0x08;
  private static final int QUEUE_SIZE = 0x0c;
  private static final int QUEUE_SELECT = 0x0e;
  private static final int QUEUE_NOTIFY = 0x10;
  private static final int PAGE_SHIFT = 12;
  private static final int DESCRIPTOR = 16;
  private static final int WRITE = 2;

  private final IOPCIDevice pci;
  private final IOMemoryMap ports;
  private final int index;
  private final int size;
  private final IOBufferMemoryDescriptor memory;
  private int offered;
  private int seen;

  private LegacyQueue(
      IOPCIDevice pci, IOMemoryMap ports, int index, int size, IOBufferMemoryDescriptor memory) {
    this.pci = pci;
    this.ports = ports;
    this.index = index;
    this.size = size;
    this.memory = memory;
  }

  /** {@return the queue of that number, handed to the device; null if there is none} */
  static LegacyQueue select(IOPCIDevice pci, IOMemoryMap ports, int index) {
    pci.ioWrite16(QUEUE_SELECT, index, ports);
    int size = pci.ioRead16(QUEUE_SIZE, ports);
    if (size == 0) {
      return null;
    }
    IOBufferMemoryDescriptor memory =
        IOBufferMemoryDescriptor.inTaskWithOptions(
            Task.kernel_task,
            IOMemoryDescriptor.kIODirectionInOut
                | IOBufferMemoryDescriptor.kIOMemoryPhysicallyContiguous,
            bytes(size),
            1L << PAGE_SHIFT);
    if (memory == null) {
      return null;
    }
    // source mapped-address-to-legacy-virtio
    long address = memory.getPhysicalAddress();
    // want mapped-address-to-legacy-virtio breaks=P8
    pci.ioWrite32(QUEUE_ADDRESS, (int) (address >>> PAGE_SHIFT), ports);
    return new LegacyQueue(pci, ports, index, size, memory);
  }

  private static long bytes(int size) {
    return rounded(DESCRIPTOR * (long) size + 6 + 2L * size) + rounded(6 + 8L * size);
  }

  private static long rounded(long bytes) {
    return bytes + 0xfff & ~0xfffL;
  }

  /** Gives the device a piece of memory to write to. */
  void offer(long address, int length) {
    long descriptor = memory.getBytesNoCopy() + (long) DESCRIPTOR * (offered % size);
    // want mapped-address-to-legacy-virtio breaks=P8
    OSByteOrder.OSWriteLittleInt64(descriptor, 0, address);
    OSByteOrder.OSWriteLittleInt32(descriptor, 8, length);
    OSByteOrder.OSWriteLittleInt16(descriptor, 12, WRITE);
    publish(offered % size);
  }

  private void publish(int head) {
    long available = memory.getBytesNoCopy() + (long) DESCRIPTOR * size;
    // The number of a descriptor, read back from the used ring; it never was an address.
    OSByteOrder.OSWriteLittleInt16(available, 4 + 2L * (offered % size), head);
    OSByteOrder.OSMemoryBarrier();
    offered++;
    OSByteOrder.OSWriteLittleInt16(available, 2, offered);
  }

  /** Offers again what the device has used. */
  void recycle() {
    long used = memory.getBytesNoCopy() + rounded(DESCRIPTOR * (long) size + 6 + 2L * size);
    while ((short) seen != (short) OSByteOrder.OSReadLittleInt16(used, 2)) {
      publish(OSByteOrder.OSReadLittleInt32(used, 4 + 8L * (seen % size)));
      seen++;
    }
    kick();
  }

  void kick() {
    pci.ioWrite16(QUEUE_NOTIFY, index, ports);
  }

  void release() {
    memory.release();
  }
}
