package dev.dmalint.iokit;

/**
 * What a mapping has to be like.
 *
 * @see "xnu: iokit/IOKit/IOMemoryDescriptor.h"
 */
public final class IODMAMapSpecification {
  /** Alignment of the IOVA in bytes. */
  public long alignment;

  /** For whom, or null. */
  public IOService device;

  /** Options of the command. */
  public int options;

  /** Bits the IOVA may have; 0 for no limit. */
  public int numAddressBits;

  /** No demands; fields are set by the caller. */
  public IODMAMapSpecification() {}
}
