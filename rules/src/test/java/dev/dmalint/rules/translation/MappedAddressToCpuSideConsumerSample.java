package dev.dmalint.rules.translation;

import static dev.dmalint.iokit.IODMACommand.kMapped;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;
import static dev.dmalint.iokit.IOReturn.kIOReturnSuccess;

import dev.dmalint.iokit.DmaSink;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IODeviceMemory;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.MlPhys;

/** Part of a hypervisor: it shows memory to the CPU by address. */
public final class MappedAddressToCpuSideConsumerSample extends IOService {
  private static final int PAGE = 4096;
  private static final int READ_WRITE_EXECUTE = 7;

  private IOPCIDevice nub;

  @Override
  public boolean start(IOService provider) {
    nub = (IOPCIDevice) provider;
    return super.start(provider);
  }

  /** Bad: the guest gets whatever page has that number. */
  public void showsToAGuest(IOMemoryDescriptor memory, long guestPage) {
    // source mapped-address-to-cpu-side-consumer
    long address = memory.getPhysicalAddress();
    // want mapped-address-to-cpu-side-consumer "does not translate" breaks=P1,P2,P3,P4b,P8
    enter(guestPage, address | READ_WRITE_EXECUTE);
  }

  /** Bad: a descriptor over what is no physical range. */
  public IOMemoryDescriptor describes(IOMemoryDescriptor memory, long length) {
    // source mapped-address-to-cpu-side-consumer
    long address = memory.getPhysicalSegment(0, null);
    int options = kIODirectionInOut | kIOMemoryMapperNone;
    // want mapped-address-to-cpu-side-consumer "withAddressRange" breaks=P1,P2,P3,P4b,P8
    return IOMemoryDescriptor.withAddressRange(address, length, options, null);
  }

  /** Bad: so is device memory. */
  public IODeviceMemory pretends(IOMemoryDescriptor memory) {
    // source mapped-address-to-cpu-side-consumer
    long address = memory.getPhysicalAddress();
    // want mapped-address-to-cpu-side-consumer breaks=P1,P2,P3,P4b,P8
    return IODeviceMemory.withRange(address, PAGE);
  }

  /** Bad, with a device's own mapper on Apple silicon as well. */
  public long readsBack(IOMemoryDescriptor memory) {
    IODMACommand command =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost64,
            64,
            0,
            kMapped,
            0,
            1,
            IOMapper.copyMapperForDevice(nub),
            null);
    Segment64[] segments = {new Segment64()};
    if (command.setMemoryDescriptor(memory) != kIOReturnSuccess) {
      return 0;
    }
    // source mapped-address-to-cpu-side-consumer
    command.gen64IOVMSegments(new long[1], segments, new int[] {1});
    // want mapped-address-to-cpu-side-consumer breaks=P1,P2,P3,P4b,P5,P8
    return MlPhys.ml_phys_read_double_64(segments[0].fIOVMAddr);
  }

  /** Clean: the CPU's own address space. */
  public void showsPhysicalMemory(IOMemoryDescriptor memory, long guestPage) {
    long address = memory.getPhysicalSegment(0, null, kIOMemoryMapperNone);
    enter(guestPage, address | READ_WRITE_EXECUTE);
    IOMemoryDescriptor again =
        IOMemoryDescriptor.withAddressRange(
            address, PAGE, kIODirectionInOut | kIOMemoryMapperNone, null);
    again.release();
  }

  /** Clean: a mapping of the kernel's making. */
  public long maps(IOMemoryDescriptor memory) {
    IOMemoryMap map = memory.map();
    return map.getVirtualAddress();
  }

  /** Clean: only people read it. */
  public void logs(IOMemoryDescriptor memory) {
    IOLib.IOLog("guest memory at 0x%x\n", memory.getPhysicalAddress());
  }

  private void enter(long guestPage, @DmaSink(consumer = "K11") long entry) {
    IOLib.IOLog("%x -> %x\n", guestPage, entry);
  }
}
