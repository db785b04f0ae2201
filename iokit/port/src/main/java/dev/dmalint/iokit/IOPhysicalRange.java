package dev.dmalint.iokit;

/**
 * A run of consecutive bytes; physical addresses, read as the call it is given to says.
 *
 * @see "xnu: iokit/IOKit/IOTypes.h"
 */
public final class IOPhysicalRange {
  /** First byte, unsigned. */
  public long address;

  /** Bytes. */
  public long length;

  /** An empty range at 0, to be filled in. */
  public IOPhysicalRange() {}

  /**
   * A range.
   *
   * @param address first byte, unsigned
   * @param length bytes
   */
  public IOPhysicalRange(long address, long length) {
    this.address = address;
    this.length = length;
  }
}
