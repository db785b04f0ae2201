package dev.dmalint.samples.virtioblock.repaired;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Task;

/**
 * One queue of eight entries in one page: descriptors at 0, available ring at 0x100, used ring at
 * 0x200; in the same page the request's header at 0x400, its data at 0x600 and its status at 0x410.
 */
final class RequestQueue {
  private static final int QUEUE_SELECT = 0x16;
  private static final int QUEUE_SIZE = 0x18;
  private static final int QUEUE_ENABLE = 0x1c;
  private static final int QUEUE_DESC = 0x20;
  private static final int QUEUE_DRIVER = 0x28;
  private static final int QUEUE_DEVICE = 0x30;
  private static final int NOTIFY = 0x3000;
  private static final int ENTRIES = 8;
  private static final int HEADER = 0x400;
  private static final int STATUS = 0x410;
  private static final int DATA = 0x600;

  private final IOMemoryMap window;
  private final IOBufferMemoryDescriptor page;
  private final IODMACommand command;
  private final long address;
  private int submitted;

  private RequestQueue(
      IOMemoryMap window, IOBufferMemoryDescriptor page, IODMACommand command, long address) {
    this.window = window;
    this.page = page;
    this.command = command;
    this.address = address;
  }

  static RequestQueue create(IOPCIDevice pci, IOMemoryMap window, boolean behindIommu) {
    IOBufferMemoryDescriptor page =
        IOBufferMemoryDescriptor.inTaskWithOptions(
            Task.kernel_task, IOMemoryDescriptor.kIODirectionInOut, 4096, 4096);
    if (page == null) {
      return null;
    }
    IODMACommand command = behindIommu ? mapped(pci) : bypassing();
    if (command == null) {
      page.release();
      return null;
    }
    long[] offset = {0};
    Segment64[] whole = {new Segment64()};
    int[] count = {1};
    if (command.setMemoryDescriptor(page) != IOReturn.kIOReturnSuccess
        || command.gen64IOVMSegments(offset, whole, count) != IOReturn.kIOReturnSuccess) {
      command.clearMemoryDescriptor();
      command.release();
      page.release();
      return null;
    }
    RequestQueue queue = new RequestQueue(window, page, command, whole[0].fIOVMAddr);
    queue.program();
    return queue;
  }

  private static IODMACommand mapped(IOPCIDevice pci) {
    IOMapper mapper = IOMapper.copyMapperForDevice(pci);
    IODMACommand command =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost64, 64, 0, IODMACommand.kMapped, 0, 16, mapper);
    if (mapper != null) {
      mapper.release();
    }
    return command;
  }

  private static IODMACommand bypassing() {
    return IODMACommand.withSpecification(
        IODMACommand::OutputHost64, 64, 0, IODMACommand.kUnmapped, 0, 16);
  }

  private void program() {
    long common = window.getVirtualAddress();
    OSByteOrder.OSWriteLittleInt16(common, QUEUE_SELECT, 0);
    OSByteOrder.OSWriteLittleInt16(common, QUEUE_SIZE, ENTRIES);
    OSByteOrder.OSWriteLittleInt64(common, QUEUE_DESC, address);
    OSByteOrder.OSWriteLittleInt64(common, QUEUE_DRIVER, address + 0x100);
    OSByteOrder.OSWriteLittleInt64(common, QUEUE_DEVICE, address + 0x200);
    OSByteOrder.OSWriteLittleInt16(common, QUEUE_ENABLE, 1);
  }

  void read(long sector) {
    long base = page.getBytesNoCopy();
    OSByteOrder.OSWriteLittleInt32(base, HEADER, 0);
    OSByteOrder.OSWriteLittleInt64(base, HEADER + 8, sector);
    describe(0, HEADER, 16, 1);
    describe(1, DATA, 512, 1 | 2);
    describe(2, STATUS, 1, 2);
    OSByteOrder.OSWriteLittleInt16(base, 0x104 + 2L * (submitted % ENTRIES), 0);
    OSByteOrder.OSMemoryBarrier();
    submitted++;
    OSByteOrder.OSWriteLittleInt16(base, 0x102, submitted);
    OSByteOrder.OSWriteLittleInt16(window.getVirtualAddress(), NOTIFY, 0);
  }

  private void describe(int index, int offset, int length, int flags) {
    long descriptor = page.getBytesNoCopy() + 16L * index;
    OSByteOrder.OSWriteLittleInt64(descriptor, 0, address + offset);
    OSByteOrder.OSWriteLittleInt32(descriptor, 8, length);
    OSByteOrder.OSWriteLittleInt16(descriptor, 12, flags);
    OSByteOrder.OSWriteLittleInt16(descriptor, 14, index + 1);
  }

  int firstWord() {
    return OSByteOrder.OSReadLittleInt32(page.getBytesNoCopy(), DATA);
  }

  void release() {
    command.clearMemoryDescriptor();
    command.release();
    page.release();
  }
}
