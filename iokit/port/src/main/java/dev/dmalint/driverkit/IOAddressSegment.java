package dev.dmalint.driverkit;

/**
 * A run of consecutive bytes. The same type stands for two things that must not be mixed up: a
 * range of the driver's own virtual addresses ({@link IOBufferMemoryDescriptor#GetAddressRange}),
 * and a bus address with a length ({@link IODMACommand#PrepareForDMA}).
 *
 * @see "xnu: iokit/DriverKit/IOTypes.h"
 */
public final class IOAddressSegment {
  /** First byte, unsigned. */
  public long address;

  /** Bytes. */
  public long length;

  /** An empty segment. */
  public IOAddressSegment() {}
}
