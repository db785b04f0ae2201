package dev.dmalint.samples.hypervisor.repaired;

import dev.dmalint.iokit.IOMemoryDescriptor;

/** Looks host pages up, as the processor counts them. */
final class HostPages {
  private HostPages() {}

  static long address(IOMemoryDescriptor memory, long offset) {
    return memory.getPhysicalSegment(offset, null, IOMemoryDescriptor.kIOMemoryMapperNone);
  }
}
