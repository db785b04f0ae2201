package dev.dmalint.iokit;

/**
 * A packet cursor for DBDMA descriptors; the space is that of {@link IOMbufMemoryCursor}.
 *
 * @see "IONetworkingFamily: IOKit/network/IOMbufMemoryCursor.h"
 */
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
    return made(
        new IOMbufDBDMAMemoryCursor(),
        IOMbufDBDMAMemoryCursor::outputSegment,
        maxSegmentSize,
        maxNumSegments);
  }

  /**
   * Output function: writes the address and the low 16 bits of the operation of a descriptor of 16
   * bytes, little-endian; the address is cut to 32 bits.
   *
   * @param segment the segment
   * @param segments a {@link Long}: kernel virtual address of the descriptors
   * @param segmentIndex from 0
   * @throws KernelPanic if it is no such address
   */
  public static void outputSegment(PhysicalSegment segment, Object segments, int segmentIndex) {
    if (!(segments instanceof Long start)) {
      throw new KernelPanic("a DBDMA cursor fills descriptors at a virtual address only");
    }
    long descriptor = start + 16L * segmentIndex;
    int operation = OSByteOrder.OSReadLittleInt32(descriptor, 0) & 0xFFFF0000;
    OSByteOrder.OSWriteLittleInt32(descriptor, 0, operation | ((int) segment.length & 0xFFFF));
    OSByteOrder.OSWriteLittleInt32(descriptor, 4, (int) segment.location);
  }

  /**
   * The descriptors of a packet.
   *
   * @param packet a chain of mbufs
   * @param vector out, a {@link Long}: kernel virtual address of the descriptors
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
   * @param vector out, a {@link Long}: kernel virtual address of the descriptors
   * @param numVectorSegments room; 0 for the specification's own
   * @return the number of descriptors; 0 if they do not fit
   */
  public int getPhysicalSegmentsWithCoalesce(Mbuf packet, Object vector, int numVectorSegments) {
    return genPhysicalSegments(packet, vector, numVectorSegments, true);
  }
}
