package dev.dmalint.iokit;

/**
 * The pages of a mapping.
 *
 * @see "xnu: iokit/IOKit/IOMemoryDescriptor.h"
 */
public final class IODMAMapPageList {
  /** Bytes into the first page. */
  public int pageOffset;

  /** Pages in the list. */
  public int pageListCount;

  /** CPU-physical page numbers, in units of the host's page. */
  public int[] pageList;

  /** An empty list, to be filled in. */
  public IODMAMapPageList() {}
}
