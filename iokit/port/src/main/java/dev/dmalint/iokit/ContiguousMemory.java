package dev.dmalint.iokit;

import static dev.dmalint.iokit.IOBufferMemoryDescriptor.kIOMemoryPhysicallyContiguous;

import java.util.Map;
import java.util.TreeMap;

/** What {@code IOMallocContiguous} handed out, by virtual address. */
final class ContiguousMemory {
  private final Map<Long, Runnable> live = new TreeMap<>();

  private ContiguousMemory() {}

  static long allocate(long size, long alignment, long[] physical) {
    Kernel kernel = Kernel.current();
    ContiguousMemory memory = of(kernel);
    long address =
        physical == null
            ? memory.pages(kernel, size, alignment)
            : memory.buffer(size, alignment, physical);
    kernel.called("IOLib.IOMallocContiguous", null, address, size, alignment);
    return address;
  }

  static void free(long address) {
    Kernel kernel = Kernel.current();
    Runnable release = of(kernel).live.remove(address);
    if (release == null) {
      throw new KernelPanic("IOFreeContiguous of 0x%x, which it does not own".formatted(address));
    }
    release.run();
    kernel.called("IOLib.IOFreeContiguous", null, null, address);
  }

  private long buffer(long size, long alignment, long[] physical) {
    long mask = 0xFFFFFFFFL & -Math.max(1, alignment);
    int options = IOMemoryDescriptor.kIODirectionInOut | kIOMemoryPhysicallyContiguous;
    IOBufferMemoryDescriptor buffer =
        IOBufferMemoryDescriptor.inTaskWithPhysicalMask(Task.kernel_task, options, size, mask);
    if (buffer == null) {
      return 0;
    }
    physical[0] = buffer.getPhysicalAddress();
    live.put(buffer.getBytesNoCopy(), buffer::release);
    return buffer.getBytesNoCopy();
  }

  private long pages(Kernel kernel, long size, long alignment) {
    long page = 1L << kernel.pageShift();
    long count = (size + page - 1) / page;
    long[] pages = kernel.allocatePages(count, -1, true, Math.max(1, alignment));
    if (pages == null) {
      return 0;
    }
    long address = kernel.map(Task.kernel_task, pages, 0);
    live.put(
        address,
        () -> {
          kernel.unmap(Task.kernel_task, address, count);
          kernel.freePages(pages);
        });
    return address;
  }

  private static ContiguousMemory of(Kernel kernel) {
    return (ContiguousMemory)
        kernel.portState().computeIfAbsent(ContiguousMemory.class, key -> new ContiguousMemory());
  }
}
