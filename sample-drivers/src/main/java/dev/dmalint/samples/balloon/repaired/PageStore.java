package dev.dmalint.samples.balloon.repaired;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Task;
import dev.dmalint.iokit.VmParam;
import java.util.ArrayDeque;
import java.util.Deque;

/** The pages that the host has. */
final class PageStore {
  private static final int UNIT = 4096;
  private static final int BATCH = 64;

  private final Deque<IOBufferMemoryDescriptor> given = new ArrayDeque<>();
  private int count;

  /** Writes the page numbers of one batch of fresh pages; false when memory is short. */
  boolean fill(long array) {
    int entry = 0;
    while (entry < BATCH) {
      IOBufferMemoryDescriptor page = allocate();
      if (page == null) {
        return false;
      }
      given.push(page);
      for (long offset = 0; offset < VmParam.PAGE_SIZE; offset += UNIT) {
        OSByteOrder.OSWriteLittleInt32(array, 4L * entry, number(page, offset));
        entry++;
      }
    }
    count += entry;
    return true;
  }

  private static IOBufferMemoryDescriptor allocate() {
    return IOBufferMemoryDescriptor.inTaskWithPhysicalMask(
        Task.kernel_task,
        IOMemoryDescriptor.kIODirectionInOut | IOMemoryDescriptor.kIOMemoryMapperNone,
        VmParam.PAGE_SIZE,
        0xFFF_FFFF_F000L);
  }

  private static int number(IOBufferMemoryDescriptor page, long offset) {
    return (int)
        (page.getPhysicalSegment(offset, null, IOMemoryDescriptor.kIOMemoryMapperNone) / UNIT);
  }

  int count() {
    return count;
  }

  void release() {
    while (!given.isEmpty()) {
      given.pop().release();
    }
  }
}
