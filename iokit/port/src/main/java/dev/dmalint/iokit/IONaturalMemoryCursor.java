package dev.dmalint.iokit;

/**
 * A cursor that writes segments in host order; the space is that of {@link IOMemoryCursor}.
 *
 * @see "xnu: iokit/IOKit/IOMemoryCursor.h"
 */
public class IONaturalMemoryCursor extends IOMemoryCursor {
  /** For subclasses. */
  protected IONaturalMemoryCursor() {}

  /**
   * A cursor without alignment.
   *
   * @param maxSegmentSize as in the full form
   * @param maxTransferSize as there
   * @return as there
   */
  public static IONaturalMemoryCursor withSpecification(long maxSegmentSize, long maxTransferSize) {
    return withSpecification(maxSegmentSize, maxTransferSize, 1);
  }

  /**
   * A cursor.
   *
   * @param maxSegmentSize bytes
   * @param maxTransferSize bytes; 0 for no limit
   * @param alignment bytes; more than 1 is not supported
   * @return the cursor, or null without a segment size
   */
  public static IONaturalMemoryCursor withSpecification(
      long maxSegmentSize, long maxTransferSize, long alignment) {
    return made(
        new IONaturalMemoryCursor(),
        IONaturalMemoryCursor::outputSegment,
        maxSegmentSize,
        maxTransferSize,
        alignment);
  }

  /**
   * Output function: fills element {@code segmentIndex} in host order, 64 bits.
   *
   * @param segment the segment
   * @param segments a {@code PhysicalSegment[]}
   * @param segmentIndex from 0
   * @throws KernelPanic if there is no such element to fill
   */
  public static void outputSegment(PhysicalSegment segment, Object segments, int segmentIndex) {
    PhysicalSegment element = element(segments, segmentIndex);
    element.location = segment.location;
    element.length = segment.length;
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
  public int getPhysicalSegments(
      IOMemoryDescriptor descriptor,
      long fromPosition,
      PhysicalSegment[] segments,
      int maxSegments) {
    return genPhysicalSegments(descriptor, fromPosition, segments, maxSegments, 0, null);
  }

  /**
   * The segments of a descriptor.
   *
   * @param descriptor prepared
   * @param fromPosition bytes from its start
   * @param segments out, shape [room], elements allocated by the caller
   * @param maxSegments room
   * @param maxTransferSize bytes; 0 for the cursor's own limit
   * @param transferSize out, shape [1], may be null: bytes in the segments
   * @return the number of segments; 0 for bad arguments
   */
  public int getPhysicalSegments(
      IOMemoryDescriptor descriptor,
      long fromPosition,
      PhysicalSegment[] segments,
      int maxSegments,
      long maxTransferSize,
      long[] transferSize) {
    return genPhysicalSegments(
        descriptor, fromPosition, segments, maxSegments, maxTransferSize, transferSize);
  }
}
