package dev.dmalint.iokit;

/**
 * A CPU mapping of a descriptor. Its virtual address is for the CPU; its physical addresses are
 * those of the descriptor, mapped ones by default.
 *
 * @see "xnu: iokit/IOKit/IOMemoryDescriptor.h"
 */
public class IOMemoryMap extends OSObject {
  /** For subclasses. */
  protected IOMemoryMap() {}

  /**
   * Where the memory is for the CPU.
   *
   * @return virtual address in the task of the mapping
   */
  public long getVirtualAddress() {
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
  }

  /**
   * How it is mapped.
   *
   * @return {@code kIOMap*}
   */
  public int getMapOptions() {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Whose address space it is mapped in.
   *
   * @return the task
   */
  public Task getAddressTask() {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Removes the mapping; the virtual address is dead.
   *
   * @return {@code kIOReturnSuccess}, or the code of the memory system
   */
  public int unmap() {
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
  }
}
