package dev.dmalint.rules.translation;

import static dev.dmalint.iokit.IOBufferMemoryDescriptor.inTaskWithOptions;
import static dev.dmalint.iokit.IODMACommand.kUnmapped;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;
import static dev.dmalint.iokit.IOReturn.kIOReturnSuccess;
import static dev.dmalint.iokit.OSByteOrder.OSWriteLittleInt32;
import static dev.dmalint.iokit.OSByteOrder.OSWriteLittleInt64;
import static dev.dmalint.iokit.Task.kernel_task;

import dev.dmalint.iokit.DmaSink;
import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.Personality;

/** A balloon driver that tells the host which pages it may have, and a firmware mailbox. */
@Personality(providerClass = "IOPCIDevice", pciMatch = "0x10021af4")
public final class MappedAddressToPhysicalConsumerSample extends IOService {
  private static final int QUEUE_ADDRESS = 0x08;
  private static final int PAGE_SHIFT = 12;
  private static final int PAGE = 1 << PAGE_SHIFT;

  private IOPCIDevice device;
  private IOMemoryMap ports;
  private IOBufferMemoryDescriptor queue;
  private IOBufferMemoryDescriptor pageNumbers;

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider)) {
      return false;
    }
    device = (IOPCIDevice) provider;
    ports = device.mapDeviceMemoryWithIndex(0);
    queue = inTaskWithOptions(kernel_task, kIODirectionInOut | kIOMemoryMapperNone, PAGE, PAGE);
    pageNumbers = inTaskWithOptions(kernel_task, kIODirectionInOut, PAGE, PAGE);
    if (ports == null || queue == null || pageNumbers == null) {
      return false;
    }
    // Clean: a legacy virtio device counts in physical addresses, in its queues as well.
    long table = queue.getPhysicalSegment(0, null, kIOMemoryMapperNone);
    device.ioWrite32(QUEUE_ADDRESS, (int) (table >>> PAGE_SHIFT), ports);
    long list = pageNumbers.getPhysicalSegment(0, null, kIOMemoryMapperNone);
    OSWriteLittleInt64(queue.getBytesNoCopy(), 0, list);
    return true;
  }

  /** Bad: the host takes away whatever page has that number. */
  public void givesAwayAPage(IOMemoryDescriptor page) {
    // source mapped-address-to-physical-consumer
    long address = page.getPhysicalAddress();
    int number = (int) (address >>> PAGE_SHIFT);
    // want mapped-address-to-physical-consumer "'page number' of the virtio balloon" breaks=P8
    OSWriteLittleInt32(pageNumbers.getBytesNoCopy(), 0, number);
  }

  /** Bad: page by page is no better. */
  public void givesAwayPages(IOMemoryDescriptor memory) {
    for (int i = 0; i < 8; i++) {
      // source mapped-address-to-physical-consumer
      long address = memory.getPhysicalSegment((long) i * PAGE, null);
      // want mapped-address-to-physical-consumer breaks=P8
      OSWriteLittleInt32(pageNumbers.getBytesNoCopy(), 4L * i, (int) (address / PAGE));
    }
  }

  /** Bad: a mapped command answers with an I/O address too. */
  public int callsTheHypervisor(IOMemoryDescriptor memory) {
    IODMACommand command = IODMACommand.withSpecification(IODMACommand::OutputHost64, 64, 0);
    int result = command.setMemoryDescriptor(memory);
    Segment64[] segments = {new Segment64()};
    if (result == kIOReturnSuccess) {
      // source mapped-address-to-physical-consumer
      result = command.gen64IOVMSegments(new long[1], segments, new int[] {1});
      // want mapped-address-to-physical-consumer "read as CPU-physical" breaks=P8
      hypercall(segments[0].fIOVMAddr >>> PAGE_SHIFT);
    }
    return result;
  }

  /** Bad on real machines as well: firmware goes past every mapper. */
  public void tellsTheFirmware(IOMemoryDescriptor memory) {
    // source mapped-address-to-physical-consumer
    long address = memory.getPhysicalAddress();
    // want mapped-address-to-physical-consumer breaks=P1,P2,P3,P4b,P8
    setMailbox(address);
  }

  /** Clean: the memory is asked for the physical address of each page. */
  public void givesAwayPhysicalPages(IOMemoryDescriptor memory) {
    for (int i = 0; i < 8; i++) {
      long address = memory.getPhysicalSegment((long) i * PAGE, null, kIOMemoryMapperNone);
      OSWriteLittleInt32(pageNumbers.getBytesNoCopy(), 4L * i, (int) (address / PAGE));
      setMailbox(address);
    }
  }

  /** Clean: the command asks no mapper. */
  public int callsTheHypervisorUnmapped(IOMemoryDescriptor memory) {
    IODMACommand command =
        IODMACommand.withSpecification(IODMACommand::OutputHost64, 64, 0, kUnmapped);
    int result = command.setMemoryDescriptor(memory);
    Segment64[] segments = {new Segment64()};
    if (result == kIOReturnSuccess) {
      result = command.gen64IOVMSegments(new long[1], segments, new int[] {1});
      hypercall(segments[0].fIOVMAddr >>> PAGE_SHIFT);
    }
    return result;
  }

  /** Clean: only people read it. */
  public void logsThePage(IOMemoryDescriptor page) {
    long address = page.getPhysicalAddress();
    IOLib.IOLog("giving away page %d at 0x%x\n", address >>> PAGE_SHIFT, address);
  }

  private void hypercall(@DmaSink(consumer = "K9", shift = PAGE_SHIFT) long pageNumber) {
    IOLib.IOLog("page %d\n", pageNumber);
  }

  private void setMailbox(@DmaSink(consumer = "K10") long address) {
    IOLib.IOLog("mailbox 0x%x\n", address);
  }
}
