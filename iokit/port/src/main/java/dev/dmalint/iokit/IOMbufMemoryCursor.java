package dev.dmalint.iokit;

/**
 * The scatter/gather list of a network packet. Its addresses are those of {@link
 * Mbuf#mbuf_data_to_physical}, page by page.
 *
 * @see "IONetworkingFamily: IOKit/network/IOMbufMemoryCursor.h"
 */
public class IOMbufMemoryCursor extends IOMemoryCursor {
  /** For subclasses. */
  protected IOMbufMemoryCursor() {}

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
    throw KernelPanic.noBehaviour();
  }
}
