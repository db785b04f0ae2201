package dev.dmalint.samples.virtioblock.broken;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;
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
  private final long address;
  private int submitted;

  private RequestQueue(IOMemoryMap window, IOBufferMemoryDescriptor page, long address) {
    this.window = window;
    this.page = page;
    this.address = address;
  }

  static RequestQueue create(IOMemoryMap window) {
    IOBufferMemoryDescriptor page =
        IOBufferMemoryDescriptor.inTaskWithOptions(
            Task.kernel_task, IOMemoryDescriptor.kIODirectionInOut, 4096, 4096);
    if (page == null) {
      return null;
    }
    long[] length = new long[1];
    // source physical-address-to-virtio-behind-iommu
    long address = page.getPhysicalSegment(0, length, IOMemoryDescriptor.kIOMemoryMapperNone);
    RequestQueue queue = new RequestQueue(window, page, address);
    queue.program();
    return queue;
  }

  private void program() {
    long common = window.getVirtualAddress();
    OSByteOrder.OSWriteLittleInt16(common, QUEUE_SELECT, 0);
    OSByteOrder.OSWriteLittleInt16(common, QUEUE_SIZE, ENTRIES);
    // want physical-address-to-virtio-behind-iommu breaks=P8
    OSByteOrder.OSWriteLittleInt64(common, QUEUE_DESC, address);
    // want physical-address-to-virtio-behind-iommu breaks=P8
    OSByteOrder.OSWriteLittleInt64(common, QUEUE_DRIVER, address + 0x100);
    // want physical-address-to-virtio-behind-iommu breaks=P8
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
    // want physical-address-to-virtio-behind-iommu breaks=P8
    OSByteOrder.OSWriteLittleInt64(descriptor, 0, address + offset);
    OSByteOrder.OSWriteLittleInt32(descriptor, 8, length);
    OSByteOrder.OSWriteLittleInt16(descriptor, 12, flags);
    OSByteOrder.OSWriteLittleInt16(descriptor, 14, index + 1);
  }

  int firstWord() {
    return OSByteOrder.OSReadLittleInt32(page.getBytesNoCopy(), DATA);
  }

  void release() {
    page.release();
  }
}
