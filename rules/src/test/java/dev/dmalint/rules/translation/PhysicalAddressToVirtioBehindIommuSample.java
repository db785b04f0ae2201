package dev.dmalint.rules.translation;

import static dev.dmalint.iokit.IOBufferMemoryDescriptor.inTaskWithOptions;
import static dev.dmalint.iokit.IODMACommand.kMapped;
import static dev.dmalint.iokit.IODMACommand.kUnmapped;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;
import static dev.dmalint.iokit.IOReturn.kIOReturnSuccess;
import static dev.dmalint.iokit.OSByteOrder.OSReadLittleInt32;
import static dev.dmalint.iokit.OSByteOrder.OSWriteLittleInt32;
import static dev.dmalint.iokit.OSByteOrder.OSWriteLittleInt64;
import static dev.dmalint.iokit.Task.kernel_task;

import dev.dmalint.iokit.DmaSink;
import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.Personality;

/** A driver of a modern virtio disk that accepts every feature it is offered. */
@Personality(providerClass = "IOPCIDevice", pciMatch = "0x10421af4")
public final class PhysicalAddressToVirtioBehindIommuSample extends IOService {
  private static final int DEVICE_FEATURE_SELECT = 0x00;
  private static final int DEVICE_FEATURE = 0x04;
  private static final int QUEUE_DESC = 0x20;
  private static final int QUEUE_DRIVER = 0x28;
  private static final int QUEUE_DEVICE = 0x30;
  private static final int PAGE = 4096;

  /** VIRTIO_F_ACCESS_PLATFORM is bit 33: bit 1 of the upper word. */
  private static final int ACCESS_PLATFORM = 1 << 1;

  private IOPCIDevice disk;
  private long common;
  private IOBufferMemoryDescriptor queue;

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider)) {
      return false;
    }
    disk = (IOPCIDevice) provider;
    IOMemoryMap map = disk.mapDeviceMemoryWithIndex(1);
    queue = inTaskWithOptions(kernel_task, kIODirectionInOut, PAGE, PAGE);
    if (map == null || queue == null) {
      return false;
    }
    common = map.getVirtualAddress();
    return true;
  }

  /** Bad: with bit 33 the device is behind the IOMMU. */
  public void bypasses() {
    // source physical-address-to-virtio-behind-iommu
    long address = queue.getPhysicalSegment(0, null, kIOMemoryMapperNone);
    // want physical-address-to-virtio-behind-iommu "'queue_desc'" breaks=P8
    OSWriteLittleInt64(common, QUEUE_DESC, address);
  }

  /** Bad: so it is for a command that asks no mapper. */
  public int bypassesByCommand() {
    IODMACommand command =
        IODMACommand.withSpecification(IODMACommand::OutputHost64, 64, 0, kUnmapped);
    int result = command.setMemoryDescriptor(queue);
    Segment64[] segments = {new Segment64()};
    if (result == kIOReturnSuccess) {
      // source physical-address-to-virtio-behind-iommu
      result = command.gen64IOVMSegments(new long[1], segments, new int[] {1});
      // want physical-address-to-virtio-behind-iommu "behind the IOMMU" breaks=P8
      setAvailableRing(segments[0].fIOVMAddr);
    }
    return result;
  }

  /** Bad the other way round: without bit 33 the device goes past the IOMMU. */
  public void mapsBlindly() {
    // want mapped-address-to-legacy-virtio breaks=P8
    OSWriteLittleInt64(common, QUEUE_DRIVER, mapped());
  }

  /** Clean: what the device offers decides. */
  public void asksTheDevice() {
    OSWriteLittleInt32(common, DEVICE_FEATURE_SELECT, 1);
    boolean behind = (OSReadLittleInt32(common, DEVICE_FEATURE) & ACCESS_PLATFORM) != 0;
    long address = behind ? mapped() : queue.getPhysicalSegment(0, null, kIOMemoryMapperNone);
    OSWriteLittleInt64(common, QUEUE_DEVICE, address);
  }

  /** Clean: a mapped address where bit 33 was accepted. */
  public void mapsTheAvailableRing() {
    setAvailableRing(mapped());
  }

  /** Clean: only people read it. */
  public void logsTheQueue() {
    long address = queue.getPhysicalSegment(0, null, kIOMemoryMapperNone);
    IOLib.IOLog("queue at 0x%x\n", address);
  }

  private long mapped() {
    IODMACommand command =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost64,
            64,
            0,
            kMapped,
            0,
            1,
            IOMapper.copyMapperForDevice(disk),
            null);
    return command.setMemoryDescriptor(queue) == kIOReturnSuccess ? first(command) : 0;
  }

  private static long first(IODMACommand command) {
    Segment64[] segments = {new Segment64()};
    // source mapped-address-to-legacy-virtio
    command.gen64IOVMSegments(new long[1], segments, new int[] {1});
    return segments[0].fIOVMAddr;
  }

  /** Called once bit 33 is accepted. */
  private void setAvailableRing(@DmaSink(consumer = "K5", alignment = 2) long address) {
    IOLib.IOLog("available ring at 0x%x\n", address);
  }
}
