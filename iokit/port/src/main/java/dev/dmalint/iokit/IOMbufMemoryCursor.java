package dev.dmalint.iokit;

import java.util.ArrayList;
import java.util.List;

/**
 * The scatter/gather list of a network packet. Its addresses are those of {@link
 * Mbuf#mbuf_data_to_physical}, page by page.
 *
 * @see "IONetworkingFamily: IOKit/network/IOMbufMemoryCursor.h"
 */
public class IOMbufMemoryCursor extends IOMemoryCursor {
  private SegmentFunction output;
  private int maxSegmentSize;
  private int maxNumSegments;

  /** For subclasses. */
  protected IOMbufMemoryCursor() {}

  static <T extends IOMbufMemoryCursor> T made(
      T cursor, SegmentFunction output, int maxSegmentSize, int maxNumSegments) {
    return cursor.initWithSpecification(output, maxSegmentSize, maxNumSegments) ? cursor : null;
  }

  /**
   * Initialises a subclass.
   *
   * @param outSegFunc writes each segment
   * @param maxSegmentSize bytes
   * @param maxNumSegments segments a packet may have
   * @return false without function or for a zero
   */
  public boolean initWithSpecification(
      SegmentFunction outSegFunc, int maxSegmentSize, int maxNumSegments) {
    Kernel.current();
    output = outSegFunc;
    this.maxSegmentSize = maxSegmentSize;
    this.maxNumSegments = maxNumSegments;
    return outSegFunc != null && maxSegmentSize > 0 && maxNumSegments > 0;
  }

  /**
   * Hands the segments of a packet to the output function.
   *
   * @param packet a chain of mbufs
   * @param vector what the output function gets
   * @param maxSegs room; 0 for the specification's own
   * @param doCoalesce whether to merge mbufs where there are too many
   * @return the number of segments; 0 if they do not fit
   */
  public int genPhysicalSegments(Mbuf packet, Object vector, int maxSegs, boolean doCoalesce) {
    Kernel kernel = Kernel.current();
    if (packet == null || vector == null || output == null) {
      return 0;
    }
    int most = maxSegs == 0 ? maxNumSegments : Math.min(maxSegs, maxNumSegments);
    List<PhysicalSegment> segments = segments(packet);
    if (segments.size() > most && doCoalesce && packet.merge()) {
      segments = segments(packet);
    }
    if (segments.size() > most) {
      return 0;
    }
    for (int i = 0; i < segments.size(); i++) {
      output.output(segments.get(i), vector, i);
    }
    kernel.called("IOMbufMemoryCursor.genPhysicalSegments", this, segments.size());
    return segments.size();
  }

  private List<PhysicalSegment> segments(Mbuf packet) {
    long page = 1L << Kernel.current().pageShift();
    List<PhysicalSegment> segments = new ArrayList<>();
    for (Mbuf piece = packet; piece != null; piece = Mbuf.mbuf_next(piece)) {
      long data = Mbuf.mbuf_data(piece);
      long end = data + Mbuf.mbuf_len(piece);
      PhysicalSegment last = null;
      while (data < end) {
        long part = Math.min(end - data, page - (data & (page - 1)));
        long address = Mbuf.mbuf_data_to_physical(data);
        boolean follows = last != null && last.location + last.length == address;
        if (!follows || last.length >= maxSegmentSize) {
          last = new PhysicalSegment();
          last.location = address;
          segments.add(last);
        }
        part = Math.min(part, maxSegmentSize - last.length);
        last.length += part;
        data += part;
      }
    }
    return segments;
  }
}
