package dev.dmalint.iokit;

/**
 * A run of consecutive bytes; virtual addresses of a task. In C one type under another name.
 *
 * @see "xnu: iokit/IOKit/IOTypes.h"
 */
public final class IOVirtualRange extends IOAddressRange {
  /** An empty range at 0, to be filled in. */
  public IOVirtualRange() {}

  /**
   * A range.
   *
   * @param address first byte, unsigned
   * @param length bytes
   */
  public IOVirtualRange(long address, long length) {
    super(address, length);
  }
}
