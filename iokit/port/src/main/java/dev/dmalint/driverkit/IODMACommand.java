package dev.dmalint.driverkit;

import dev.dmalint.iokit.KernelPanic;
import dev.dmalint.iokit.OSObject;

/**
 * Turns a memory descriptor into bus addresses of one device: CPU-physical on M0 and M4, IOVA of
 * the system mapper on M1, of the device's own on M2 and M3. They hold until {@link #CompleteDMA}.
 *
 * @see "xnu: iokit/DriverKit/IODMACommand.iig, iokit/Kernel/IOUserServer.cpp"
 */
@SuppressWarnings("DoNotCallSuggester") // Calls without behaviour will get theirs.
public class IODMACommand extends OSObject {
  // No options; others are bad arguments.
  public static final int kIODMACommandCreateNoOptions = 0;
  public static final int kIODMACommandPrepareForDMANoOptions = 0;
  public static final int kIODMACommandCompleteDMANoOptions = 0;
  public static final int kIODMACommandSpecificationNoOptions = 0;

  // Operations of PerformOperation.
  public static final int kIODMACommandPerformOperationOptionRead = 1;
  public static final int kIODMACommandPerformOperationOptionWrite = 2;
  public static final int kIODMACommandPerformOperationOptionZero = 4;

  /** For subclasses. */
  protected IODMACommand() {}

  /**
   * Creates a command for a device.
   *
   * @param device the nub whose mapper is used
   * @param options {@link #kIODMACommandCreateNoOptions}
   * @param specification what the device can take
   * @param command out, shape [1]: the command, which the caller releases
   * @return {@code kIOReturnSuccess}; {@code kIOReturnBadArgument} for options; {@code
   *     kIOReturnNoMemory}
   */
  public static int Create(
      IOService device,
      long options,
      IODMACommandSpecification specification,
      IODMACommand[] command) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Prepares memory for the device, in the descriptor's own direction. Success even if the segments
   * do not cover the range: compare their lengths with what was asked for.
   *
   * @param options {@link #kIODMACommandPrepareForDMANoOptions}
   * @param memory what
   * @param offset bytes into it
   * @param length bytes; 0 for all
   * @param flags out, shape [1]: {@code kIOMemoryDirectionOut} the device may read, In it may write
   * @param segmentsCount in and out, shape [1]: room, at most 32, and segments
   * @param segments out, shape [room], elements allocated by the caller: bus addresses
   * @return {@code kIOReturnSuccess}; {@code kIOReturnBadArgument} for options; the codes of
   *     preparing
   */
  public int PrepareForDMA(
      long options,
      IOMemoryDescriptor memory,
      long offset,
      long length,
      long[] flags,
      int[] segmentsCount,
      IOAddressSegment[] segments) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Ends the mapping, then completes the descriptor; the bus addresses are dead.
   *
   * @param options {@link #kIODMACommandCompleteDMANoOptions}
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotReady} if not prepared
   */
  public int CompleteDMA(long options) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * What is prepared.
   *
   * @param offset out, shape [1]: bytes into the descriptor
   * @param length out, shape [1]: bytes
   * @param memory out, shape [1]: the descriptor, which the caller releases
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotReady} if not prepared
   */
  public int GetPreparation(long[] offset, long[] length, IOMemoryDescriptor[] memory) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Works on the prepared memory with the CPU.
   *
   * @param options {@code kIODMACommandPerformOperationOption*}
   * @param dmaOffset bytes into the prepared range
   * @param length bytes
   * @param dataOffset bytes into {@code data}
   * @param data the other side of the copy; null for zeroing
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotReady} if not prepared; {@code
   *     kIOReturnOverrun}
   */
  public int PerformOperation(
      long options, long dmaOffset, long length, long dataOffset, IOMemoryDescriptor data) {
    throw KernelPanic.noBehaviour();
  }
}
