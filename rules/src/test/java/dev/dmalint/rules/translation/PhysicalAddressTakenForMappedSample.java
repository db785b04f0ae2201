package dev.dmalint.rules.translation;

import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;

import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMemoryDescriptor;

/** Shows memory of one client to another, by its physical address. */
public final class PhysicalAddressTakenForMappedSample {
  private static final int PAGE = 4096;

  /** Bad: under a mapper the number is looked up as an I/O address. */
  public IOMemoryDescriptor describes(IOMemoryDescriptor memory) {
    // source physical-address-taken-for-mapped
    long address = memory.getPhysicalSegment(0, null, kIOMemoryMapperNone);
    // want physical-address-taken-for-mapped "takes it for an I/O address" breaks=P1,P2,P3,P4b,P8
    return IOMemoryDescriptor.withPhysicalAddress(address, PAGE, kIODirectionInOut);
  }

  /** Bad: a range without a task is the same thing. */
  public IOMemoryDescriptor describesARange(IOMemoryDescriptor memory) {
    // source physical-address-taken-for-mapped
    long address = memory.getPhysicalSegment(0, null, kIOMemoryMapperNone);
    // want physical-address-taken-for-mapped breaks=P1,P2,P3,P4b,P8
    return IOMemoryDescriptor.withAddressRange(address, PAGE, kIODirectionInOut, null);
  }

  /** Clean: the option says what the number is. */
  public IOMemoryDescriptor describesPhysicalMemory(IOMemoryDescriptor memory) {
    long address = memory.getPhysicalSegment(0, null, kIOMemoryMapperNone);
    int options = kIODirectionInOut | kIOMemoryMapperNone;
    return IOMemoryDescriptor.withAddressRange(address, PAGE, options, null);
  }

  /** Clean: an I/O address is what is asked for here. */
  public IOMemoryDescriptor describesMappedMemory(IOMemoryDescriptor memory) {
    long address = memory.getPhysicalAddress();
    return IOMemoryDescriptor.withPhysicalAddress(address, PAGE, kIODirectionInOut);
  }

  /** Clean: only people read it. */
  public void logs(IOMemoryDescriptor memory) {
    IOLib.IOLog("shared page at 0x%x\n", memory.getPhysicalSegment(0, null, kIOMemoryMapperNone));
  }
}
