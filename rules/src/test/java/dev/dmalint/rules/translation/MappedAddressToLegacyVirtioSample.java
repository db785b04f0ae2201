package dev.dmalint.rules.translation;

import static dev.dmalint.iokit.IOBufferMemoryDescriptor.inTaskWithOptions;
import static dev.dmalint.iokit.IOBufferMemoryDescriptor.kIOMemoryHostPhysicallyContiguous;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;
import static dev.dmalint.iokit.IOReturn.kIOReturnSuccess;
import static dev.dmalint.iokit.OSByteOrder.OSWriteLittleInt64;
import static dev.dmalint.iokit.Task.kernel_task;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.Personality;

/** A driver of a virtio disk with the legacy interface. */
@Personality(providerClass = "IOPCIDevice", pciMatch = "0x10011af4")
public final class MappedAddressToLegacyVirtioSample extends IOService {
  private static final int QUEUE_ADDRESS = 0x08;
  private static final int PAGE_SHIFT = 12;
  private static final int QUEUE_SIZE = 3 << PAGE_SHIFT;

  private IOPCIDevice disk;
  private IOMemoryMap ports;
  private IOBufferMemoryDescriptor queue;
  private IOBufferMemoryDescriptor spare;

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider)) {
      return false;
    }
    disk = (IOPCIDevice) provider;
    ports = disk.mapDeviceMemoryWithIndex(0);
    int options = kIODirectionInOut | kIOMemoryHostPhysicallyContiguous;
    queue = inTaskWithOptions(kernel_task, options, QUEUE_SIZE, 1 << PAGE_SHIFT);
    spare = inTaskWithOptions(kernel_task, options, QUEUE_SIZE, 1 << PAGE_SHIFT);
    return ports != null && queue != null && spare != null;
  }

  /** Bad: the register takes the number of a page of the guest. */
  public void registersTheQueue() {
    // source mapped-address-to-legacy-virtio
    long address = spare.getPhysicalAddress();
    // want mapped-address-to-legacy-virtio "'queue address'" breaks=P8
    disk.ioWrite32(QUEUE_ADDRESS, (int) (address >>> PAGE_SHIFT), ports);
  }

  /** Bad: what stands in the queue is read the same way. */
  public void enqueues(IOMemoryDescriptor sectors) {
    // source mapped-address-to-legacy-virtio
    long address = sectors.getPhysicalSegment(0, null);
    // want mapped-address-to-legacy-virtio "'descriptor address'" breaks=P8
    OSWriteLittleInt64(queue.getBytesNoCopy(), 0, address);
  }

  /** Bad: a mapped command is for devices behind the mapper. */
  public int enqueuesByCommand(IOMemoryDescriptor sectors) {
    IODMACommand command = IODMACommand.withSpecification(IODMACommand::OutputHost64, 64, 0);
    int result = command.setMemoryDescriptor(sectors);
    Segment64[] segments = {new Segment64()};
    if (result == kIOReturnSuccess) {
      // source mapped-address-to-legacy-virtio
      result = command.gen64IOVMSegments(new long[1], segments, new int[] {1});
      // want mapped-address-to-legacy-virtio breaks=P8
      OSWriteLittleInt64(queue.getBytesNoCopy(), 16, segments[0].fIOVMAddr);
    }
    return result;
  }

  /** Clean: guest-physical addresses in the register and in the queue. */
  public void goesPastTheMapper(IOMemoryDescriptor sectors) {
    long address = queue.getPhysicalSegment(0, null, kIOMemoryMapperNone);
    disk.ioWrite32(QUEUE_ADDRESS, (int) (address >>> PAGE_SHIFT), ports);
    long data = sectors.getPhysicalSegment(0, null, kIOMemoryMapperNone);
    OSWriteLittleInt64(queue.getBytesNoCopy(), 32, data);
  }

  /** Clean: only people read it. */
  public void logsTheQueue() {
    IOLib.IOLog("queue at page %d\n", queue.getPhysicalAddress() >>> PAGE_SHIFT);
  }
}
