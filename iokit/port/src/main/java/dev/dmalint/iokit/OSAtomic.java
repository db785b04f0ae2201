package dev.dmalint.iokit;

/**
 * Memory ordering.
 *
 * @see "xnu: libkern/libkern/OSAtomic.h"
 */
public final class OSAtomic {
  private OSAtomic() {}

  /** Orders all accesses before it against all accesses after it. */
  public static void OSMemoryBarrier() {
    OSByteOrder.OSMemoryBarrier();
  }

  /** Orders accesses to device registers against each other. */
  public static void OSSynchronizeIO() {
    OSByteOrder.OSSynchronizeIO();
  }
}
