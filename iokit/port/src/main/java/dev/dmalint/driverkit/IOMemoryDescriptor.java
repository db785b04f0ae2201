package dev.dmalint.driverkit;

import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.Kernel;
import dev.dmalint.iokit.OSObject;
import dev.dmalint.iokit.Task;

/**
 * Memory that a driver hands around. It has no call that gives an address for a device; {@link
 * IODMACommand} has.
 *
 * @see "xnu: iokit/DriverKit/IOMemoryDescriptor.iig"
 */
public class IOMemoryDescriptor extends OSObject {
  // Directions, from the CPU's side: In, the device writes memory; Out, the device reads it.
  public static final int kIOMemoryDirectionIn = 1;
  public static final int kIOMemoryDirectionOut = 2;
  public static final int kIOMemoryDirectionInOut = 3;
  public static final int kIOMemoryDirectionOutIn = 3;

  /** Creation without options. */
  public static final int kIOMemoryMapNoOptions = 0;

  private static final int MOST_DESCRIPTORS = 32;

  private dev.dmalint.iokit.IOMemoryDescriptor kernelSide;
  private dev.dmalint.iokit.IOMemoryMap whole;

  /** For subclasses. */
  protected IOMemoryDescriptor() {}

  IOMemoryDescriptor(dev.dmalint.iokit.IOMemoryDescriptor kernelSide) {
    this.kernelSide = kernelSide;
  }

  final dev.dmalint.iokit.IOMemoryDescriptor kernelSide() {
    return kernelSide;
  }

  final void setKernelSide(dev.dmalint.iokit.IOMemoryDescriptor memory) {
    kernelSide = memory;
  }

  @Override
  protected void free() {
    if (whole != null) {
      whole.release();
    }
    if (kernelSide != null) {
      kernelSide.release();
    }
    super.free();
  }

  /**
   * The length.
   *
   * @param returnLength out, shape [1]: bytes
   * @return {@code kIOReturnSuccess}
   */
  public int GetLength(long[] returnLength) {
    Kernel.current();
    returnLength[0] = kernelSide.getLength();
    return IOReturn.kIOReturnSuccess;
  }

  /**
   * Maps the memory into the driver.
   *
   * @param options none are needed
   * @param address virtual address wanted; 0 for anywhere
   * @param offset bytes into the descriptor
   * @param length bytes; 0 for all
   * @param alignment bytes; 0 for none
   * @param map out, shape [1]: the mapping, which the caller releases
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNoMemory}
   */
  public int CreateMapping(
      long options, long address, long offset, long length, long alignment, IOMemoryMap[] map) {
    Kernel.current();
    dev.dmalint.iokit.IOMemoryMap made =
        kernelSide.createMappingInTask(
            Task.kernel_task, address, address == 0 ? 1 : 0, offset, length);
    if (made == null) {
      return IOReturn.kIOReturnNoMemory;
    }
    map[0] = new IOMemoryMap(made, offset);
    return IOReturn.kIOReturnSuccess;
  }

  /**
   * Maps all of the memory into the driver for as long as the descriptor lives.
   *
   * @param options none are needed
   * @param address virtual address wanted; 0 for anywhere
   * @param length bytes; 0 for all
   * @param alignment bytes; 0 for none
   * @param returnAddress out, shape [1]: virtual address in the driver's process
   * @param returnLength out, shape [1]: bytes
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNoMemory}
   */
  public int Map(
      long options,
      long address,
      long length,
      long alignment,
      long[] returnAddress,
      long[] returnLength) {
    Kernel.current();
    if (whole == null) {
      whole = kernelSide.createMappingInTask(Task.kernel_task, address, address == 0 ? 1 : 0);
    }
    if (whole == null) {
      return IOReturn.kIOReturnNoMemory;
    }
    returnAddress[0] = whole.getVirtualAddress();
    returnLength[0] = whole.getLength();
    return IOReturn.kIOReturnSuccess;
  }

  /**
   * A part of a descriptor.
   *
   * @param memoryDescriptorCreateOptions direction bits
   * @param offset bytes into it
   * @param length bytes
   * @param ofDescriptor the whole
   * @param memory out, shape [1]: the part, which the caller releases
   * @return {@code kIOReturnSuccess}; {@code kIOReturnBadArgument}; {@code kIOReturnNoMemory}
   */
  public static int CreateSubMemoryDescriptor(
      long memoryDescriptorCreateOptions,
      long offset,
      long length,
      IOMemoryDescriptor ofDescriptor,
      IOMemoryDescriptor[] memory) {
    Kernel.current();
    if (ofDescriptor == null) {
      return IOReturn.kIOReturnBadArgument;
    }
    dev.dmalint.iokit.IOMemoryDescriptor part =
        dev.dmalint.iokit.IOSubMemoryDescriptor.withSubRange(
            ofDescriptor.kernelSide,
            offset,
            length,
            (int) memoryDescriptorCreateOptions & kIOMemoryDirectionInOut);
    if (part == null) {
      return IOReturn.kIOReturnNoMemory;
    }
    memory[0] = new IOMemoryDescriptor(part);
    return IOReturn.kIOReturnSuccess;
  }

  /**
   * Several descriptors, one after the other.
   *
   * @param memoryDescriptorCreateOptions direction bits
   * @param withDescriptorsCount at most 32
   * @param withDescriptors in order
   * @param memory out, shape [1]: the chain, which the caller releases
   * @return {@code kIOReturnSuccess}; {@code kIOReturnBadArgument}; {@code kIOReturnNoMemory}
   */
  public static int CreateWithMemoryDescriptors(
      long memoryDescriptorCreateOptions,
      int withDescriptorsCount,
      IOMemoryDescriptor[] withDescriptors,
      IOMemoryDescriptor[] memory) {
    Kernel.current();
    if (withDescriptorsCount < 1 || withDescriptorsCount > MOST_DESCRIPTORS) {
      return IOReturn.kIOReturnBadArgument;
    }
    dev.dmalint.iokit.IOMemoryDescriptor[] parts =
        java.util.Arrays.stream(withDescriptors, 0, withDescriptorsCount)
            .map(IOMemoryDescriptor::kernelSide)
            .toArray(dev.dmalint.iokit.IOMemoryDescriptor[]::new);
    dev.dmalint.iokit.IOMemoryDescriptor chain =
        dev.dmalint.iokit.IOMultiMemoryDescriptor.withDescriptors(
            parts,
            withDescriptorsCount,
            (int) memoryDescriptorCreateOptions & kIOMemoryDirectionInOut);
    if (chain == null) {
      return IOReturn.kIOReturnNoMemory;
    }
    memory[0] = new IOMemoryDescriptor(chain);
    return IOReturn.kIOReturnSuccess;
  }
}
