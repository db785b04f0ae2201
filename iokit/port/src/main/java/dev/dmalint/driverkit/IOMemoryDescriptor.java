package dev.dmalint.driverkit;

import dev.dmalint.iokit.KernelPanic;
import dev.dmalint.iokit.OSObject;

/**
 * Memory that a driver hands around. It has no call that gives an address for a device; {@link
 * IODMACommand} has.
 *
 * @see "xnu: iokit/DriverKit/IOMemoryDescriptor.iig"
 */
@SuppressWarnings("DoNotCallSuggester") // Calls without behaviour will get theirs.
public class IOMemoryDescriptor extends OSObject {
  // Directions, from the CPU's side: In, the device writes memory; Out, the device reads it.
  public static final int kIOMemoryDirectionIn = 1;
  public static final int kIOMemoryDirectionOut = 2;
  public static final int kIOMemoryDirectionInOut = 3;
  public static final int kIOMemoryDirectionOutIn = 3;

  /** Creation without options. */
  public static final int kIOMemoryMapNoOptions = 0;

  /** For subclasses. */
  protected IOMemoryDescriptor() {}

  /**
   * The length.
   *
   * @param returnLength out, shape [1]: bytes
   * @return {@code kIOReturnSuccess}
   */
  public int GetLength(long[] returnLength) {
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
  }
}
