package dev.dmalint.iokit;

/**
 * A CPU mapping of a descriptor. Its virtual address is for the CPU; its physical addresses are
 * those of the descriptor, mapped ones by default.
 *
 * @see "xnu: iokit/IOKit/IOMemoryDescriptor.h"
 */
public class IOMemoryMap extends OSObject {
  private IOMemoryDescriptor memory;
  private Task task;
  private int options;
  private long offset;
  private long length;
  private long address;
  private long mappedPages;

  /** For subclasses. */
  protected IOMemoryMap() {}

  /** Maps a part of a descriptor; null without room. */
  static IOMemoryMap of(
      IOMemoryDescriptor memory, Task task, long at, int options, long offset, long length) {
    IOMemoryMap map = new IOMemoryMap();
    map.task = task;
    map.options = options;
    map.length = length;
    boolean anywhere = (options & IOMapTypes.kIOMapAnywhere) != 0;
    if (!map.show(memory, offset, anywhere ? 0 : at)) {
      return null;
    }
    memory.retain();
    return map;
  }

  /** Whether its address is an I/O port. */
  boolean countsPorts() {
    return memory != null && memory.countsPorts();
  }

  private boolean show(IOMemoryDescriptor shown, long from, long at) {
    if (shown.countsPorts()) {
      memory = shown;
      offset = from;
      address = shown.cpuSegment(from, new long[1]);
      return true;
    }
    long[] pages = CpuPages.of(shown, from, length);
    if (pages == null) {
      return false;
    }
    Kernel kernel = Kernel.current();
    long mask = (1L << kernel.pageShift()) - 1;
    long base = kernel.map(task, pages, at & ~mask);
    if (base == 0) {
      return false;
    }
    address = base + (shown.cpuSegment(from, new long[1]) & mask);
    mappedPages = pages.length;
    memory = shown;
    offset = from;
    return true;
  }

  @Override
  protected void free() {
    unmap();
    if (memory != null) {
      memory.release();
    }
    super.free();
  }

  /**
   * Where the memory is for the CPU.
   *
   * @return virtual address in the task of the mapping
   */
  public long getVirtualAddress() {
    return address;
  }

  /**
   * Where the memory is for the CPU.
   *
   * @return as {@link #getVirtualAddress()}
   */
  public long getAddress() {
    return getVirtualAddress();
  }

  /**
   * The length.
   *
   * @return bytes
   */
  public long getLength() {
    return length;
  }

  /**
   * The length.
   *
   * @return as {@link #getLength()}
   */
  public long getSize() {
    return getLength();
  }

  /**
   * A mapped segment of the descriptor.
   *
   * @param offset as in the full form
   * @param length as there
   * @return as there without options
   */
  public long getPhysicalSegment(long offset, long[] length) {
    return getPhysicalSegment(offset, length, 0);
  }

  /**
   * A segment of the descriptor, as {@link IOMemoryDescriptor#getPhysicalSegment(long, long[],
   * int)} gives it.
   *
   * @param offset bytes from the start of the mapping
   * @param length out, shape [1], may be null: bytes that follow without a gap
   * @param options 0 for a mapped one, {@link IOMemoryDescriptor#kIOMemoryMapperNone} for a
   *     CPU-physical one
   * @return the address, or 0 at or past the end
   */
  public long getPhysicalSegment(long offset, long[] length, int options) {
    return memory.getPhysicalSegment(this.offset + offset, length, options);
  }

  /**
   * The <b>mapped</b> address of the first byte, as {@link
   * IOMemoryDescriptor#getPhysicalAddress()}.
   *
   * @return IOVA of the system mapper on M1 and M2; CPU-physical on M0, M3 and M4
   */
  public long getPhysicalAddress() {
    return getPhysicalSegment(0, null, 0);
  }

  /**
   * What is mapped, not retained for the caller.
   *
   * @return the descriptor
   */
  public IOMemoryDescriptor getMemoryDescriptor() {
    return memory;
  }

  /**
   * How it is mapped.
   *
   * @return {@code kIOMap*}
   */
  public int getMapOptions() {
    return options;
  }

  /**
   * Whose address space it is mapped in.
   *
   * @return the task
   */
  public Task getAddressTask() {
    return task;
  }

  /**
   * Removes the mapping; the virtual address is dead.
   *
   * @return {@code kIOReturnSuccess}, or the code of the memory system
   */
  public int unmap() {
    Kernel kernel = Kernel.current();
    if (mappedPages > 0) {
      kernel.unmap(task, address & -(1L << kernel.pageShift()), mappedPages);
      mappedPages = 0;
    }
    return IOReturn.kIOReturnSuccess;
  }

  /**
   * Points the mapping at the start of another descriptor.
   *
   * @param newBackingMemory as in the full form
   * @param options as there
   * @return as there
   */
  public int redirect(IOMemoryDescriptor newBackingMemory, int options) {
    return redirect(newBackingMemory, options, 0);
  }

  /**
   * Points the mapping at other memory, or at none.
   *
   * @param newBackingMemory the memory; null blocks access until the next call
   * @param options {@code kIOMap*}
   * @param offset bytes into it
   * @return {@code kIOReturnSuccess}, or the code of the memory system
   */
  public int redirect(IOMemoryDescriptor newBackingMemory, int options, long offset) {
    long at = address;
    unmap();
    if (newBackingMemory == null) {
      return IOReturn.kIOReturnSuccess;
    }
    newBackingMemory.retain();
    IOMemoryDescriptor before = memory;
    if (!show(newBackingMemory, offset, at)) {
      newBackingMemory.release();
      return IOReturn.kIOReturnVMError;
    }
    before.release();
    return IOReturn.kIOReturnSuccess;
  }

  /**
   * Wires a part of the mapped pages, or releases it.
   *
   * @param options {@code kIODirection*}; None releases
   * @param offset bytes from the start
   * @param length bytes
   * @return {@code kIOReturnSuccess}, or the code of the memory system
   */
  public int wireRange(int options, long offset, long length) {
    Kernel kernel = Kernel.current();
    if ((options & IOMemoryDescriptor.kIODirectionInOut) == 0) {
      kernel.unwire(task, address + offset, length);
      return IOReturn.kIOReturnSuccess;
    }
    return kernel.wire(task, address + offset, length, -1);
  }
}
