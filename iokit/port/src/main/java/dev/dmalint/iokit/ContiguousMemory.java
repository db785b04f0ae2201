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
            ? memory.pages(kernel, size, alignment, -1)
            : memory.buffer(size, alignment, physical);
    kernel.called("IOLib.IOMallocContiguous", null, address, size, alignment);
    return address;
  }

  /** Pages under a mask, whatever mapper there is. */
  static long allocatePhysical(long size, long mask) {
    Kernel kernel = Kernel.current();
    long lowBit = Long.lowestOneBit(mask);
    long highest = mask == 0 ? -1 : mask | (lowBit - 1);
    long address = of(kernel).pages(kernel, size, lowBit, highest);
    kernel.called("IOLib.IOMallocPhysical", null, address, size, mask);
    return address;
  }

  static void freePhysical(long address) {
    release("IOFreePhysical", address);
  }

  static void free(long address) {
    release("IOFreeContiguous", address);
  }

  private static void release(String call, long address) {
    Kernel kernel = Kernel.current();
    Runnable release = of(kernel).live.remove(address);
    if (release == null) {
      throw new KernelPanic("%s of 0x%x, which it does not own".formatted(call, address));
    }
    release.run();
    kernel.called("IOLib." + call, null, null, address);
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

  private long pages(Kernel kernel, long size, long alignment, long highest) {
    if (size <= 0 || kernel.fails("allocate")) {
      return 0;
    }
    long page = 1L << kernel.pageShift();
    long count = (size + page - 1) / page;
    long[] pages = kernel.allocatePages(count, highest, true, Math.max(1, alignment));
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
