package dev.dmalint.driverkit;

import dev.dmalint.iokit.KernelPanic;

/**
 * Kernel memory that the driver shares; not physically contiguous.
 *
 * @see "xnu: iokit/DriverKit/IOBufferMemoryDescriptor.iig"
 */
@SuppressWarnings("DoNotCallSuggester") // Calls without behaviour will get theirs.
public class IOBufferMemoryDescriptor extends IOMemoryDescriptor {
  /** For subclasses. */
  protected IOBufferMemoryDescriptor() {}

  /**
   * Allocates memory.
   *
   * @param options direction bits only
   * @param capacity bytes
   * @param alignment bytes; 0 for none
   * @param memory out, shape [1]: the buffer, which the caller releases
   * @return {@code kIOReturnSuccess}; {@code kIOReturnBadArgument} for other bits; {@code
   *     kIOReturnNoMemory}
   */
  public static int Create(
      long options, long capacity, long alignment, IOBufferMemoryDescriptor[] memory) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Where the memory is in the driver's own address space: <b>never an address for a device</b>,
   * though the type is the one of DMA segments.
   *
   * @param range out: virtual address in the driver's process, and bytes
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNoMemory}
   */
  public int GetAddressRange(IOAddressSegment range) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * As {@link #GetAddressRange(IOAddressSegment)}.
   *
   * @param range out, shape [1], its element allocated by the caller
   * @return as there
   */
  public int GetAddressRange(IOAddressSegment[] range) {
    return GetAddressRange(range[0]);
  }

  /**
   * Sets the length in use.
   *
   * @param length bytes, at most the capacity
   * @return {@code kIOReturnSuccess}; {@code kIOReturnBadArgument}
   */
  public int SetLength(long length) {
    throw KernelPanic.noBehaviour();
  }
}
