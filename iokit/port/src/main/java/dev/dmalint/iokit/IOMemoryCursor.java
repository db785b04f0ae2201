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
@SuppressWarnings("DoNotCallSuggester") // Calls without behaviour will get theirs.
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
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
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
}
