package dev.dmalint.iokit;

import static dev.dmalint.iokit.IOBufferMemoryDescriptor.kIOMemoryHostPhysicallyContiguous;
import static dev.dmalint.iokit.IOBufferMemoryDescriptor.kIOMemoryPageable;
import static dev.dmalint.iokit.IOBufferMemoryDescriptor.kIOMemoryPhysicallyContiguous;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;

import java.util.Arrays;
import java.util.List;

/**
 * The memory of a buffer descriptor.
 *
 * @param task in whose address space
 * @param address virtual
 * @param pages what is mapped there; none for memory of the heap
 */
record BufferMemory(Task task, long address, List<Long> pages) {
  /** Allocates as the options say; null without memory. */
  static BufferMemory of(Task task, int options, long capacity, long alignment, long highest) {
    Kernel kernel = Kernel.current();
    if (kernel.fails("allocate")) {
      return null;
    }
    long page = 1L << kernel.pageShift();
    if ((options & kIOMemoryPageable) != 0) {
      Task where = task == null ? Task.of("memory object") : task;
      return heap(where, capacity, Math.max(alignment, page), true);
    }
    boolean mapped = kernel.systemMapper() != null && (options & kIOMemoryMapperNone) == 0;
    boolean host = (options & kIOMemoryHostPhysicallyContiguous) != 0;
    boolean contiguous = (options & kIOMemoryPhysicallyContiguous) != 0 || alignment > page;
    boolean bounded = highest != -1;
    boolean together = host || (!mapped && (contiguous || bounded));
    if (!together && !contiguous && !bounded && capacity + alignment < page) {
      return heap(task, capacity, alignment, false);
    }
    long count = (capacity + page - 1) / page;
    long[] pages =
        kernel.allocatePages(count, mapped ? -1 : highest, together, together ? alignment : 1);
    if (pages == null) {
      return null;
    }
    List<Long> list = Arrays.stream(pages).boxed().toList();
    return new BufferMemory(task, kernel.map(task, pages, 0), list);
  }

  private static BufferMemory heap(Task task, long size, long alignment, boolean pageable) {
    long address = Kernel.current().allocate(task, size, alignment, pageable);
    return address == 0 ? null : new BufferMemory(task, address, List.of());
  }

  void release() {
    Kernel kernel = Kernel.current();
    if (pages.isEmpty()) {
      kernel.free(task, address);
    } else {
      kernel.unmap(task, address, pages.size());
      kernel.freePages(pages.stream().mapToLong(Long::longValue).toArray());
    }
  }
}
