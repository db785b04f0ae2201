package dev.dmalint.iokit;

/**
 * A run of consecutive bytes; the address space is that of the call it is given to: virtual in a
 * task, or physical without one.
 *
 * @see "xnu: iokit/IOKit/IOTypes.h"
 */
public class IOAddressRange {
  /** First byte, unsigned. */
  public long address;

  /** Bytes. */
  public long length;

  /** An empty range at 0, to be filled in. */
  public IOAddressRange() {}

  /**
   * A range.
   *
   * @param address first byte, unsigned
   * @param length bytes
   */
  public IOAddressRange(long address, long length) {
    this.address = address;
    this.length = length;
  }
}
