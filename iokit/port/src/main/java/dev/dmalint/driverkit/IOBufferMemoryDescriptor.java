package dev.dmalint.driverkit;

import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.Kernel;
import dev.dmalint.iokit.Task;

/**
 * Kernel memory that the driver shares; not physically contiguous.
 *
 * @see "xnu: iokit/DriverKit/IOBufferMemoryDescriptor.iig"
 */
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
    Kernel.current();
    if ((options & ~kIOMemoryDirectionInOut) != 0) {
      return IOReturn.kIOReturnBadArgument;
    }
    dev.dmalint.iokit.IOBufferMemoryDescriptor kernelSide =
        dev.dmalint.iokit.IOBufferMemoryDescriptor.inTaskWithOptions(
            Task.kernel_task, (int) options, capacity, Math.max(1, alignment));
    if (kernelSide == null) {
      return IOReturn.kIOReturnNoMemory;
    }
    memory[0] = new IOBufferMemoryDescriptor();
    memory[0].setKernelSide(kernelSide);
    return IOReturn.kIOReturnSuccess;
  }

  /**
   * Where the memory is in the driver's own address space: <b>never an address for a device</b>,
   * though the type is the one of DMA segments.
   *
   * @param range out: virtual address in the driver's process, and bytes
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNoMemory}
   */
  public int GetAddressRange(IOAddressSegment range) {
    long[] address = new long[1];
    long[] length = new long[1];
    int result = Map(0, 0, 0, 0, address, length);
    range.address = address[0];
    range.length = length[0];
    return result;
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
    Kernel.current();
    dev.dmalint.iokit.IOBufferMemoryDescriptor buffer =
        (dev.dmalint.iokit.IOBufferMemoryDescriptor) kernelSide();
    if (Long.compareUnsigned(length, buffer.getCapacity()) > 0) {
      return IOReturn.kIOReturnBadArgument;
    }
    buffer.setLength(length);
    return IOReturn.kIOReturnSuccess;
  }
}
