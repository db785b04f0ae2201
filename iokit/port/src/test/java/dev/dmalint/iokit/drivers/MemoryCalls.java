package dev.dmalint.iokit.drivers;

import static dev.dmalint.iokit.IOBufferMemoryDescriptor.kIOMemoryHostPhysicallyContiguous;
import static dev.dmalint.iokit.IOBufferMemoryDescriptor.kIOMemoryKernelUserShared;
import static dev.dmalint.iokit.IOBufferMemoryDescriptor.kIOMemoryPageable;
import static dev.dmalint.iokit.IOBufferMemoryDescriptor.kIOMemoryPhysicallyContiguous;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionIn;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionNone;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMapAnywhere;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMapInhibitCache;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMapWriteCombineCache;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMapperSystem;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryIncoherentIOFlush;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryTypeVirtual;
import static dev.dmalint.iokit.IOReturn.kIOReturnSuccess;

import dev.dmalint.iokit.DmaSink;
import dev.dmalint.iokit.IOAddressRange;
import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODeviceMemory;
import dev.dmalint.iokit.IOInterleavedMemoryDescriptor;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryCursor;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOMultiMemoryDescriptor;
import dev.dmalint.iokit.IONaturalMemoryCursor;
import dev.dmalint.iokit.IOPhysicalRange;
import dev.dmalint.iokit.IOSubMemoryDescriptor;
import dev.dmalint.iokit.IOVirtualRange;
import dev.dmalint.iokit.MlPhys;
import dev.dmalint.iokit.Pmap;
import dev.dmalint.iokit.Task;
import dev.dmalint.iokit.VmParam;

/** The memory tables, call by call, as a driver's author writes them. */
final class MemoryCalls {
  private final byte[] bytes = new byte[64];

  @DmaSink(consumer = "K6", shift = 12, width = 32)
  private int pageNumber;

  @DmaSink(consumer = "K1", alignment = 4096)
  private long queue;

  IOMemoryDescriptor[] descriptors(long va, int size, Task task, IOMapper mapper) {
    IOAddressRange range = new IOAddressRange();
    range.address = va;
    range.length = size;
    IOAddressRange[] ranges = {range, new IOAddressRange(va, size)};
    IOVirtualRange[] virtual = {new IOVirtualRange(va, size)};
    return new IOMemoryDescriptor[] {
      IOMemoryDescriptor.withAddress(va, size, kIODirectionOut),
      IOMemoryDescriptor.withAddress(va, size, kIODirectionOut, Task.kernel_task),
      IOMemoryDescriptor.withAddressRange(va, size, kIODirectionIn, task),
      IOMemoryDescriptor.withAddressRange(va, size, kIODirectionIn | kIOMemoryMapperNone, null),
      IOMemoryDescriptor.withAddressRanges(ranges, 2, kIODirectionInOut, Task.TASK_NULL),
      IOMemoryDescriptor.withAddressRanges(virtual, 1, kIODirectionInOut, task),
      IOMemoryDescriptor.withPhysicalAddress(va, size, kIODirectionIn),
      IOMemoryDescriptor.withPhysicalRanges(
          new IOPhysicalRange[] {new IOPhysicalRange()}, 1, kIODirectionIn),
      IOMemoryDescriptor.withRanges(virtual, 1, kIODirectionIn, task),
      IOMemoryDescriptor.withOptions(ranges, 1, 0, task, kIOMemoryTypeVirtual),
      IOMemoryDescriptor.withOptions(ranges, 1, 0, task, kIOMemoryTypeVirtual, null),
      IOMemoryDescriptor.withOptions(ranges, 1, 0, task, kIOMemoryTypeVirtual, kIOMapperSystem),
      IOMemoryDescriptor.withOptions(ranges, 1, 0, task, kIOMemoryTypeVirtual, mapper),
    };
  }

  IOBufferMemoryDescriptor[] buffers(int size, long va) {
    Task kernel = Task.kernel_task;
    return new IOBufferMemoryDescriptor[] {
      IOBufferMemoryDescriptor.inTaskWithOptions(kernel, kIODirectionInOut, size),
      IOBufferMemoryDescriptor.inTaskWithOptions(
          kernel, kIODirectionInOut | kIOMemoryPhysicallyContiguous, size, VmParam.PAGE_SIZE),
      IOBufferMemoryDescriptor.inTaskWithOptions(
          null, kIODirectionOut | kIOMemoryPageable | kIOMemoryKernelUserShared, size, 1),
      IOBufferMemoryDescriptor.inTaskWithPhysicalMask(
          kernel, kIODirectionInOut | kIOMemoryHostPhysicallyContiguous, size, 0xFFFFF000L),
      IOBufferMemoryDescriptor.withOptions(kIODirectionInOut, size),
      IOBufferMemoryDescriptor.withOptions(kIODirectionInOut, size, 256),
      IOBufferMemoryDescriptor.withCapacity(size, kIODirectionIn),
      IOBufferMemoryDescriptor.withCapacity(size, kIODirectionIn, true),
      IOBufferMemoryDescriptor.withBytes(bytes, bytes.length, kIODirectionOut),
      IOBufferMemoryDescriptor.withBytes(bytes, bytes.length, kIODirectionOut, true),
      IOBufferMemoryDescriptor.withBytes(va, size, kIODirectionOut),
      IOBufferMemoryDescriptor.withCopy(kernel, kIODirectionOut, kernel, va, size),
    };
  }

  long fill(IOBufferMemoryDescriptor buffer) {
    buffer.setDirection(kIODirectionInOut);
    buffer.setLength(buffer.getCapacity());
    buffer.appendBytes(bytes, bytes.length);
    return buffer.getBytesNoCopy() + buffer.getBytesNoCopy(16, 16);
  }

  IOMemoryDescriptor compose(IOMemoryDescriptor whole) {
    IOSubMemoryDescriptor part = IOSubMemoryDescriptor.withSubRange(whole, 0, 64, kIODirectionIn);
    IOMemoryDescriptor[] list = {whole, part};
    IOMultiMemoryDescriptor chain =
        IOMultiMemoryDescriptor.withDescriptors(list, list.length, kIODirectionIn, false);
    IOInterleavedMemoryDescriptor woven =
        IOInterleavedMemoryDescriptor.withCapacity(2, kIODirectionIn);
    woven.setMemoryDescriptor(chain, 0, 64);
    woven.clearMemoryDescriptors(kIODirectionNone);
    IODeviceMemory registers = IODeviceMemory.withRange(0xFE000000L, 0x1000);
    IODeviceMemory half = IODeviceMemory.withSubRange(registers, 0, 0x800);
    IODeviceMemory.arrayFromList(new IODeviceMemory.InitElement[0], 0).release();
    half.release();
    return woven;
  }

  long addresses(IOMemoryDescriptor memory) {
    if (memory == null || memory.prepare() != kIOReturnSuccess) {
      return 0;
    }
    long[] length = new long[1];
    long start = memory.getPhysicalAddress();
    long first = memory.getPhysicalSegment(0, length);
    long bypass = memory.getPhysicalSegment(0, null, kIOMemoryMapperNone);
    pageNumber = (int) (bypass >>> 12);
    queue = start;
    long historic = memory.getPhysicalSegment64(0, length) + memory.getSourceSegment(0, length);
    long copied = memory.readBytes(0, bytes, 16) + memory.writeBytes(0, bytes, bytes.length);
    memory.performOperation(kIOMemoryIncoherentIOFlush, 0, memory.getLength());
    memory.setMapperOptions(memory.getMapperOptions());
    memory.initWithOptions(null, 0, 0, null, memory.getDirection());
    memory.dmaCommandOperation(0, null, 0);
    memory.prepare(kIODirectionOut);
    memory.complete(kIODirectionOut);
    memory.complete();
    return first + historic + copied + memory.getPreparationID() + pageNumber + queue;
  }

  long map(IOMemoryDescriptor memory, Task task) {
    IOMemoryMap map = memory.map();
    IOMemoryMap uncached = memory.map(kIOMapInhibitCache);
    IOMemoryMap combined =
        memory.createMappingInTask(task, 0, kIOMapAnywhere | kIOMapWriteCombineCache);
    IOMemoryMap part = memory.createMappingInTask(task, 0, kIOMapAnywhere, 0, 64);
    long[] length = new long[1];
    long sum = map.getVirtualAddress() + map.getAddress() + map.getLength() + map.getSize();
    sum += map.getPhysicalAddress() + map.getPhysicalSegment(0, length);
    sum += map.getPhysicalSegment(0, length, kIOMemoryMapperNone) + map.getMapOptions();
    map.redirect(map.getMemoryDescriptor(), 0);
    map.wireRange(kIODirectionIn, 0, 64);
    uncached.unmap();
    combined.release();
    part.release();
    return sum;
  }

  long cursor(IOMemoryDescriptor memory) {
    IOMemoryCursor.PhysicalSegment[] segments = {new IOMemoryCursor.PhysicalSegment()};
    IONaturalMemoryCursor natural = IONaturalMemoryCursor.withSpecification(0x1000, 0x10000, 1);
    int count = natural.genPhysicalSegments(memory, 0, segments, 1);
    count += natural.getPhysicalSegments(memory, 0, segments, 1, 0, new long[1]);
    IOMemoryCursor own =
        IOMemoryCursor.withSpecification((segment, out, index) -> queue = segment.location, 0x1000);
    count += own.genPhysicalSegments(memory, 0, null, 1, 0, null);
    return count + segments[0].location + segments[0].length;
  }

  long library(int size) {
    long[] physical = new long[1];
    long ring = IOLib.IOMallocContiguous(size, 4096, physical);
    IOLib.IOFreeContiguous(ring, size);
    long plain = IOLib.IOMalloc(size);
    IOLib.bzero(plain, size);
    IOLib.IOFree(plain, size);
    long aligned = IOLib.IOMallocAligned(size, 256);
    IOLib.IOFreeAligned(aligned, size);
    long pageable = IOLib.IOMallocPageable(size, 4096);
    IOLib.IOFreePageable(pageable, size);
    long page = VmParam.ptoa(Pmap.pmap_find_phys(Task.kernel_task, ring));
    MlPhys.ml_phys_write_word_64(page, MlPhys.ml_phys_read_word_64(Pmap.kvtophys(ring)));
    IOLib.IOSleep(10);
    IOLib.IODelay(10);
    IOLib.IOLog("ring at 0x%llx\n", physical[0]);
    return physical[0] + IOLib.IOMallocPhysical(size, 0xFFFFF000L);
  }
}
