package dev.dmalint.samples.hypervisor.broken;

import dev.dmalint.iokit.IOMemoryDescriptor;

/** Looks host pages up. */
final class HostPages {
  private HostPages() {}

  static long address(IOMemoryDescriptor memory, long offset) {
    // source mapped-address-to-cpu-side-consumer
    return memory.getPhysicalSegment(offset, null);
  }
}
