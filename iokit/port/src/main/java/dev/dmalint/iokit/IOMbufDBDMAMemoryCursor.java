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
}
