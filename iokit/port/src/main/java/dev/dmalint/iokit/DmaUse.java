package dev.dmalint.iokit;

/**
 * Memory that a device may use for a while, as the port tells a machine's checker.
 *
 * @param owner the command or descriptor that the addresses belong to
 * @param memory what was prepared
 * @param mapper whose addresses, or null for CPU-physical ones
 * @param segments where, in that space
 * @param readable whether the device may read
 * @param writable whether the device may write
 * @param bounced whether the device works on a copy of the memory
 * @param maxSegment bytes that a device may take at once, at least 1
 */
public record DmaUse(
    OSObject owner,
    IOMemoryDescriptor memory,
    IOMapper mapper,
    java.util.List<IOAddressRange> segments,
    boolean readable,
    boolean writable,
    boolean bounced,
    long maxSegment) {
  /** Copies the list. */
  public DmaUse {
    segments = java.util.List.copyOf(segments);
  }
}
