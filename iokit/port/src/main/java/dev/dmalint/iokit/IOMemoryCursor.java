package dev.dmalint.iokit;

/**
 * The scatter/gather list of a descriptor, as drivers made it before {@link IODMACommand}.
 *
 * <p>Its addresses are the <b>mapped</b> ones of {@link IOMemoryDescriptor#getPhysicalSegment(long,
 * long[])}: IOVA of the system mapper on M1 and M2 (wrong for a device with its own), CPU-physical
 * on M0, M4 and M3 (which a DART refuses). It knows no address bits, no bounce buffer and no
 * mapper.
 *
 * @see "xnu: iokit/IOKit/IOMemoryCursor.h"
 */
public class IOMemoryCursor extends OSObject {
  /** A segment. */
  public static final class PhysicalSegment {
    /** First byte, see {@link IOMemoryCursor}. */
    public long location;

    /** Bytes. */
    public long length;

    /** An empty segment. */
    public PhysicalSegment() {}
  }

  /** Writes one segment where the device reads it. */
  @FunctionalInterface
  public interface SegmentFunction {
    /**
     * Writes a segment.
     *
     * @param segment the segment
     * @param segments what was given to {@code genPhysicalSegments}
     * @param segmentIndex from 0
     */
    void output(PhysicalSegment segment, Object segments, int segmentIndex);
  }

  private SegmentFunction outSegFunc;
  private long maxSegmentSize;
  private long maxTransferSize;

  /** For subclasses. */
  protected IOMemoryCursor() {}

  /**
   * A cursor without transfer size and alignment.
   *
   * @param outSegFunc as in the full form
   * @param maxSegmentSize as there
   * @return as there
   */
  public static IOMemoryCursor withSpecification(SegmentFunction outSegFunc, long maxSegmentSize) {
    return withSpecification(outSegFunc, maxSegmentSize, 0, 1);
  }

  /**
   * A cursor without alignment.
   *
   * @param outSegFunc as in the full form
   * @param maxSegmentSize as there
   * @param maxTransferSize as there
   * @return as there
   */
  public static IOMemoryCursor withSpecification(
      SegmentFunction outSegFunc, long maxSegmentSize, long maxTransferSize) {
    return withSpecification(outSegFunc, maxSegmentSize, maxTransferSize, 1);
  }

  /**
   * A cursor.
   *
   * @param outSegFunc writes each segment
   * @param maxSegmentSize bytes
   * @param maxTransferSize bytes; 0 for no limit
   * @param alignment bytes; more than 1 is not supported
   * @return the cursor, or null without function or segment size
   */
  public static IOMemoryCursor withSpecification(
      SegmentFunction outSegFunc, long maxSegmentSize, long maxTransferSize, long alignment) {
    return made(new IOMemoryCursor(), outSegFunc, maxSegmentSize, maxTransferSize, alignment);
  }

  /**
   * Initialises a subclass.
   *
   * @param outSegFunc writes each segment
   * @param maxSegmentSize bytes
   * @param maxTransferSize bytes; 0 for no limit
   * @param alignment bytes; more than 1 is not supported
   * @return false as the factory gives null
   */
  public boolean initWithSpecification(
      SegmentFunction outSegFunc, long maxSegmentSize, long maxTransferSize, long alignment) {
    Kernel.current();
    if (outSegFunc == null || maxSegmentSize <= 0 || alignment > 1) {
      return false;
    }
    this.outSegFunc = outSegFunc;
    this.maxSegmentSize = maxSegmentSize;
    this.maxTransferSize = maxTransferSize == 0 ? Long.MAX_VALUE : maxTransferSize;
    return true;
  }

  /**
   * The segments of a descriptor without a limit of its own.
   *
   * @param descriptor as in the full form
   * @param fromPosition as there
   * @param segments as there
   * @param maxSegments as there
   * @return as there
   */
  public int genPhysicalSegments(
      IOMemoryDescriptor descriptor, long fromPosition, Object segments, int maxSegments) {
    return genPhysicalSegments(descriptor, fromPosition, segments, maxSegments, 0, null);
  }

  /**
   * The segments of a descriptor.
   *
   * @param descriptor as in the full form
   * @param fromPosition as there
   * @param segments as there
   * @param maxSegments as there
   * @param maxTransferSize as there
   * @return as there
   */
  public int genPhysicalSegments(
      IOMemoryDescriptor descriptor,
      long fromPosition,
      Object segments,
      int maxSegments,
      long maxTransferSize) {
    return genPhysicalSegments(
        descriptor, fromPosition, segments, maxSegments, maxTransferSize, null);
  }

  /**
   * Hands the segments of a descriptor to the output function.
   *
   * @param descriptor prepared
   * @param fromPosition bytes from its start
   * @param segments what the output function gets
   * @param maxSegments room
   * @param maxTransferSize bytes; 0 for the cursor's own limit
   * @param transferSize out, shape [1], may be null: bytes in the segments
   * @return the number of segments; 0 for bad arguments
   */
  public int genPhysicalSegments(
      IOMemoryDescriptor descriptor,
      long fromPosition,
      Object segments,
      int maxSegments,
      long maxTransferSize,
      long[] transferSize) {
    Kernel.current();
    if (descriptor == null || segments == null || maxSegments <= 0 || outSegFunc == null) {
      return 0;
    }
    long most = maxTransferSize == 0 ? this.maxTransferSize : maxTransferSize;
    long end = fromPosition + Math.min(most, descriptor.getLength() - fromPosition);
    int count = 0;
    long position = fromPosition;
    long[] run = new long[1];
    while (position < end && count < maxSegments) {
      PhysicalSegment segment = new PhysicalSegment();
      segment.location = descriptor.getPhysicalSegment(position, run, 0);
      segment.length = Math.min(Math.min(run[0], maxSegmentSize), end - position);
      if (segment.length <= 0) {
        break;
      }
      outSegFunc.output(segment, segments, count++);
      position += segment.length;
    }
    if (transferSize != null) {
      transferSize[0] = position - fromPosition;
    }
    return count;
  }

  /** The element to fill, or the panic a wild write would be. */
  static PhysicalSegment element(Object segments, int index) {
    if (!(segments instanceof PhysicalSegment[] array)) {
      throw new KernelPanic("an output function fills a PhysicalSegment[] only");
    }
    if (index < 0 || index >= array.length || array[index] == null) {
      throw new KernelPanic("no segment to fill at index " + index);
    }
    return array[index];
  }

  static <T extends IOMemoryCursor> T made(
      T cursor, SegmentFunction function, long maxSegment, long maxTransfer, long alignment) {
    return cursor.initWithSpecification(function, maxSegment, maxTransfer, alignment)
        ? cursor
        : null;
  }
}
