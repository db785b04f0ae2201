package dev.dmalint.samples.thunderbolt.broken;

import dev.dmalint.iokit.IOMemoryDescriptor;

/** How the address of one page of memory is asked for. */
final class PageLookup {
  static final PageLookup RAW = new PageLookup(true);

  private final int options;

  private PageLookup(boolean raw) {
    int word = 0;
    if (raw) {
      word |= IOMemoryDescriptor.kIOMemoryMapperNone;
    }
    this.options = word;
  }

  long address(IOMemoryDescriptor memory, long offset) {
    long[] length = new long[1];
    // source physical-address-to-device
    return memory.getPhysicalSegment(offset, length, options);
  }
}
