package dev.dmalint.samples.balloon.broken;

import static dev.dmalint.iokit.IOBufferMemoryDescriptor.kIOMemoryHostPhysicallyContiguous;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOReturn;
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
  private IODMACommand command;
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
    IOMapper mapper = IOMapper.copyMapperForDevice(pci);
    command =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost64, 64, 0, IODMACommand.kMapped, 0, 1, mapper);
    if (mapper != null) {
      mapper.release();
    }
    if (command == null || command.setMemoryDescriptor(array) != IOReturn.kIOReturnSuccess) {
      return false;
    }
    long[] offset = {0};
    Segment64[] piece = {new Segment64()};
    int[] count = {1};
    // source mapped-address-to-legacy-virtio
    int result = command.gen64IOVMSegments(offset, piece, count);
    if (result != IOReturn.kIOReturnSuccess || offset[0] != ARRAY_BYTES) {
      return false;
    }
    // want mapped-address-to-legacy-virtio breaks=P8
    OSByteOrder.OSWriteLittleInt64(ring.getBytesNoCopy(), 0, piece[0].fIOVMAddr);
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
    if (command != null) {
      command.clearMemoryDescriptor();
      command.release();
      command = null;
    }
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
