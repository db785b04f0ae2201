package dev.dmalint.iokit;

/**
 * A run of consecutive bytes; physical addresses, read as the call it is given to says. In C one
 * type under another name.
 *
 * @see "xnu: iokit/IOKit/IOTypes.h"
 */
public final class IOPhysicalRange extends IOAddressRange {
  /** An empty range at 0, to be filled in. */
  public IOPhysicalRange() {}

  /**
   * A range.
   *
   * @param address first byte, unsigned
   * @param length bytes
   */
  public IOPhysicalRange(long address, long length) {
    super(address, length);
  }
}
