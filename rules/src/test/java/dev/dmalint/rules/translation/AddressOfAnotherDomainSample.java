package dev.dmalint.rules.translation;

import static dev.dmalint.iokit.IOBufferMemoryDescriptor.inTaskWithOptions;
import static dev.dmalint.iokit.IODMACommand.kMapped;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOReturn.kIOReturnSuccess;
import static dev.dmalint.iokit.OSByteOrder.OSWriteLittleInt64;
import static dev.dmalint.iokit.Task.kernel_task;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.Personality;

/** A network driver that gives its mapper to some of its commands and forgets it for others. */
@Personality(providerClass = "IOPCIDevice", pciMatch = "0x816810ec")
public final class AddressOfAnotherDomainSample extends IOService {
  private static final int TALLY_COUNTER = 0x10;
  private static final int TRANSMIT_RING = 0x20;
  private static final int RECEIVE_RING = 0xe4;
  private static final int RING_SIZE = 4096;

  private IOPCIDevice nic;
  private IOMapper mapper;
  private long registers;
  private IOBufferMemoryDescriptor ring;
  private IOBufferMemoryDescriptor statistics;

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider)) {
      return false;
    }
    nic = (IOPCIDevice) provider;
    mapper = IOMapper.copyMapperForDevice(nic);
    IOMemoryMap map = nic.mapDeviceMemoryWithIndex(2);
    ring = inTaskWithOptions(kernel_task, kIODirectionInOut, RING_SIZE, 256);
    statistics = inTaskWithOptions(kernel_task, kIODirectionInOut, 64, 64);
    if (map == null || ring == null || statistics == null) {
      return false;
    }
    registers = map.getVirtualAddress();
    return true;
  }

  /** Bad: this command has no mapper, so that it takes the system mapper, or none. */
  public void mapsTheStatistics() {
    IODMACommand command = IODMACommand.withSpecification(IODMACommand::OutputHost64, 64, 0);
    long address = mapped(statistics, command);
    // want address-of-another-domain "reaches its 'tally counter'" breaks=P2,P5
    OSWriteLittleInt64(registers, TALLY_COUNTER, address);
  }

  /** Bad: the memory asks the system mapper, or none. */
  public void asksTheMemory() {
    // source address-of-another-domain
    long address = ring.getPhysicalAddress();
    // want address-of-another-domain breaks=P2,P5
    OSWriteLittleInt64(registers, TRANSMIT_RING, address);
  }

  /** Bad: so does the allocator. */
  public void allocates() {
    long[] address = new long[1];
    // source address-of-another-domain
    long memory = IOLib.IOMallocContiguous(RING_SIZE, 256, address);
    IOLib.bzero(memory, RING_SIZE);
    // want address-of-another-domain breaks=P2,P5
    OSWriteLittleInt64(registers, TRANSMIT_RING, address[0]);
  }

  /** Clean: the device's own mapper, where it has one. */
  public void mapsTheRing() {
    IODMACommand command =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost64, 64, 0, kMapped, 0, 1, mapper, null);
    OSWriteLittleInt64(registers, RECEIVE_RING, mapped(ring, command));
  }

  /** Clean: the same, found out step by step. */
  public void mapsWithWhateverThereIs() {
    IOMapper own = IOMapper.copyMapperForDevice(nic);
    IOMapper chosen = own != null ? own : IOMapper.gSystem;
    IODMACommand command =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost64, 64, 0, kMapped, 0, 1, chosen, null);
    OSWriteLittleInt64(registers, RECEIVE_RING, mapped(ring, command));
  }

  /** Clean: only people read it. */
  public void logsTheRing() {
    IOLib.IOLog("ring at 0x%x\n", ring.getPhysicalAddress());
  }

  private static long mapped(IOMemoryDescriptor memory, IODMACommand command) {
    if (command.setMemoryDescriptor(memory) != kIOReturnSuccess) {
      return 0;
    }
    Segment64[] segments = {new Segment64()};
    // source address-of-another-domain
    command.gen64IOVMSegments(new long[1], segments, new int[] {1});
    return segments[0].fIOVMAddr;
  }
}
