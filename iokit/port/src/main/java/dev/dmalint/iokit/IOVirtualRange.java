package dev.dmalint.iokit;

/**
 * A run of consecutive bytes; virtual addresses of a task.
 *
 * @see "xnu: iokit/IOKit/IOTypes.h"
 */
public final class IOVirtualRange {
  /** First byte, unsigned. */
  public long address;

  /** Bytes. */
  public long length;

  /** An empty range at 0, to be filled in. */
  public IOVirtualRange() {}

  /**
   * A range.
   *
   * @param address first byte, unsigned
   * @param length bytes
   */
  public IOVirtualRange(long address, long length) {
    this.address = address;
    this.length = length;
  }
}
