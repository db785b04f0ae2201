package dev.dmalint.iokit;

/**
 * A packet cursor that writes segments in host order; the space is that of {@link
 * IOMbufMemoryCursor}.
 *
 * @see "IONetworkingFamily: IOKit/network/IOMbufMemoryCursor.h"
 */
public class IOMbufNaturalMemoryCursor extends IOMbufMemoryCursor {
  /** For subclasses. */
  protected IOMbufNaturalMemoryCursor() {}

  /**
   * A cursor.
   *
   * @param maxSegmentSize bytes
   * @param maxNumSegments segments a packet may have
   * @return the cursor, or null for a zero
   */
  public static IOMbufNaturalMemoryCursor withSpecification(
      int maxSegmentSize, int maxNumSegments) {
    return made(
        new IOMbufNaturalMemoryCursor(),
        IONaturalMemoryCursor::outputSegment,
        maxSegmentSize,
        maxNumSegments);
  }

  /**
   * The segments of a packet, all that the specification allows.
   *
   * @param packet as in the full form
   * @param vector as there
   * @return as there
   */
  public int getPhysicalSegments(Mbuf packet, PhysicalSegment[] vector) {
    return getPhysicalSegments(packet, vector, 0);
  }

  /**
   * The segments of a packet.
   *
   * @param packet a chain of mbufs
   * @param vector out, shape [room], elements allocated by the caller
   * @param numVectorSegments room; 0 for the specification's own
   * @return the number of segments; 0 if they do not fit
   */
  public int getPhysicalSegments(Mbuf packet, PhysicalSegment[] vector, int numVectorSegments) {
    return genPhysicalSegments(packet, vector, numVectorSegments, false);
  }

  /**
   * The segments of a packet, all that the specification allows.
   *
   * @param packet as in the full form
   * @param vector as there
   * @return as there
   */
  public int getPhysicalSegmentsWithCoalesce(Mbuf packet, PhysicalSegment[] vector) {
    return getPhysicalSegmentsWithCoalesce(packet, vector, 0);
  }

  /**
   * The segments of a packet; mbufs are merged where there are too many.
   *
   * @param packet a chain of mbufs
   * @param vector out, shape [room], elements allocated by the caller
   * @param numVectorSegments room; 0 for the specification's own
   * @return the number of segments; 0 if they do not fit
   */
  public int getPhysicalSegmentsWithCoalesce(
      Mbuf packet, PhysicalSegment[] vector, int numVectorSegments) {
    return genPhysicalSegments(packet, vector, numVectorSegments, true);
  }
}
