package dev.dmalint.iokit;

/**
 * A packet cursor for DBDMA descriptors; the space is that of {@link IOMbufMemoryCursor}.
 *
 * @see "IONetworkingFamily: IOKit/network/IOMbufMemoryCursor.h"
 */
@SuppressWarnings("DoNotCallSuggester") // Calls without behaviour will get theirs.
public class IOMbufDBDMAMemoryCursor extends IOMbufMemoryCursor {
  /** For subclasses. */
  protected IOMbufDBDMAMemoryCursor() {}

  /**
   * A cursor.
   *
   * @param maxSegmentSize bytes
   * @param maxNumSegments segments a packet may have
   * @return the cursor, or null for a zero
   */
  public static IOMbufDBDMAMemoryCursor withSpecification(int maxSegmentSize, int maxNumSegments) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * The descriptors of a packet.
   *
   * @param packet a chain of mbufs
   * @param vector out: DBDMA descriptors
   * @param numVectorSegments room; 0 for the specification's own
   * @return the number of descriptors; 0 if they do not fit
   */
  public int getPhysicalSegments(Mbuf packet, Object vector, int numVectorSegments) {
    return genPhysicalSegments(packet, vector, numVectorSegments, false);
  }

  /**
   * The descriptors of a packet; mbufs are merged where there are too many.
   *
   * @param packet a chain of mbufs
   * @param vector out: DBDMA descriptors
   * @param numVectorSegments room; 0 for the specification's own
   * @return the number of descriptors; 0 if they do not fit
   */
  public int getPhysicalSegmentsWithCoalesce(Mbuf packet, Object vector, int numVectorSegments) {
    return genPhysicalSegments(packet, vector, numVectorSegments, true);
  }
}
