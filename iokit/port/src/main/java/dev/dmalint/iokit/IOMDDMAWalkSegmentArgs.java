package dev.dmalint.iokit;

/**
 * Arguments of {@link IOMemoryDescriptor#dmaCommandOperation} for a walk.
 *
 * @see "xnu: iokit/IOKit/IOMemoryDescriptor.h"
 */
public final class IOMDDMAWalkSegmentArgs {
  /** In: bytes from the start. */
  public long fOffset;

  /** Out: CPU-physical. */
  public long fIOVMAddr;

  /** Out: bytes that follow without a gap. */
  public long fLength;

  /** An empty walk at offset 0. */
  public IOMDDMAWalkSegmentArgs() {}
}
