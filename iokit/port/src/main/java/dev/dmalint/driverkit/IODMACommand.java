package dev.dmalint.driverkit;

import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.Kernel;
import dev.dmalint.iokit.OSObject;

/**
 * Turns a memory descriptor into bus addresses of one device: CPU-physical on M0 and M4, IOVA of
 * the system mapper on M1, of the device's own on M2 and M3. They hold until {@link #CompleteDMA}.
 *
 * @see "xnu: iokit/DriverKit/IODMACommand.iig, iokit/Kernel/IOUserServer.cpp"
 */
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

  private static final int MOST_SEGMENTS = 32;

  private dev.dmalint.iokit.IODMACommand kernelSide;
  private IOMemoryDescriptor memory;

  /** For subclasses. */
  protected IODMACommand() {}

  @Override
  protected void free() {
    if (kernelSide != null) {
      if (memory != null) {
        CompleteDMA(kIODMACommandCompleteDMANoOptions);
      }
      kernelSide.release();
    }
    super.free();
  }

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
    Kernel.current();
    if (options != kIODMACommandCreateNoOptions
        || specification.options != kIODMACommandSpecificationNoOptions) {
      return IOReturn.kIOReturnBadArgument;
    }
    IOMapper mapper = IOMapper.copyMapperForDevice(device.kernelSide());
    dev.dmalint.iokit.IODMACommand kernelSide =
        dev.dmalint.iokit.IODMACommand.withSpecification(
            dev.dmalint.iokit.IODMACommand::OutputHost64,
            (int) specification.maxAddressBits,
            0,
            dev.dmalint.iokit.IODMACommand.kMapped,
            0,
            1,
            mapper);
    if (kernelSide == null) {
      return IOReturn.kIOReturnNoMemory;
    }
    command[0] = new IODMACommand();
    command[0].kernelSide = kernelSide;
    return IOReturn.kIOReturnSuccess;
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
    Kernel.current();
    if (options != kIODMACommandPrepareForDMANoOptions) {
      return IOReturn.kIOReturnBadArgument;
    }
    dev.dmalint.iokit.IOMemoryDescriptor what = memory.kernelSide();
    int result = what.prepare();
    if (result != IOReturn.kIOReturnSuccess) {
      return result;
    }
    result = kernelSide.setMemoryDescriptor(what, false);
    if (result != IOReturn.kIOReturnSuccess) {
      what.complete();
      return result;
    }
    result = kernelSide.prepare(offset, length);
    if (result != IOReturn.kIOReturnSuccess) {
      kernelSide.clearMemoryDescriptor();
      what.complete();
      return result;
    }
    memory.retain();
    this.memory = memory;
    flags[0] = what.getDirection() & IOMemoryDescriptor.kIOMemoryDirectionInOut;
    return fill(segmentsCount, segments);
  }

  /**
   * Ends the mapping, then completes the descriptor; the bus addresses are dead.
   *
   * @param options {@link #kIODMACommandCompleteDMANoOptions}
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotReady} if not prepared
   */
  public int CompleteDMA(long options) {
    Kernel.current();
    if (options != kIODMACommandCompleteDMANoOptions) {
      return IOReturn.kIOReturnBadArgument;
    }
    if (memory == null) {
      return IOReturn.kIOReturnNotReady;
    }
    kernelSide.clearMemoryDescriptor();
    memory.kernelSide().complete();
    memory.release();
    memory = null;
    return IOReturn.kIOReturnSuccess;
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
    Kernel.current();
    if (this.memory == null) {
      return IOReturn.kIOReturnNotReady;
    }
    memory[0] = this.memory;
    this.memory.retain();
    return kernelSide.getPreparedOffsetAndLength(offset, length);
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
    Kernel.current();
    if (memory == null) {
      return IOReturn.kIOReturnNotReady;
    }
    long[] prepared = new long[1];
    kernelSide.getPreparedOffsetAndLength(null, prepared);
    if (dmaOffset < 0 || length < 0 || dmaOffset > prepared[0] - length) {
      return IOReturn.kIOReturnOverrun;
    }
    byte[] bytes = new byte[(int) length];
    if (options == kIODMACommandPerformOperationOptionRead) {
      kernelSide.readBytes(dmaOffset, bytes, length);
      return data.kernelSide().writeBytes(dataOffset, bytes, length) == length
          ? IOReturn.kIOReturnSuccess
          : IOReturn.kIOReturnOverrun;
    }
    if (options == kIODMACommandPerformOperationOptionWrite
        && data.kernelSide().readBytes(dataOffset, bytes, length) != length) {
      return IOReturn.kIOReturnOverrun;
    }
    kernelSide.writeBytes(dmaOffset, bytes, length);
    return IOReturn.kIOReturnSuccess;
  }

  private int fill(int[] segmentsCount, IOAddressSegment[] segments) {
    int room = Math.min(Math.min(MOST_SEGMENTS, segmentsCount[0]), segments.length);
    dev.dmalint.iokit.IODMACommand.Segment64[] found =
        new dev.dmalint.iokit.IODMACommand.Segment64[room];
    java.util.Arrays.setAll(found, i -> new dev.dmalint.iokit.IODMACommand.Segment64());
    int[] count = {room};
    int result = kernelSide.gen64IOVMSegments(new long[1], found, count);
    for (int i = 0; i < count[0]; i++) {
      segments[i].address = found[i].fIOVMAddr;
      segments[i].length = found[i].fLength;
    }
    segmentsCount[0] = count[0];
    return result;
  }
}
