package dev.dmalint.rules.translation;

import static dev.dmalint.iokit.IOBufferMemoryDescriptor.inTaskWithOptions;
import static dev.dmalint.iokit.IODMACommand.kMapped;
import static dev.dmalint.iokit.IODMACommand.kUnmapped;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;
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

/** A network driver that names its rings by CPU-physical addresses, and the ways that are right. */
@Personality(providerClass = "IOPCIDevice", pciMatch = "0x100e8086")
public final class PhysicalAddressToDeviceSample extends IOService {
  private static final int RDBAL = 0x2800;
  private static final int RDBAH = 0x2804;
  private static final int TDBAL = 0x3800;
  private static final int TDBAH = 0x3804;
  private static final int RING_SIZE = 4096;

  private IOPCIDevice nic;
  private IOMemoryMap registers;
  private IOBufferMemoryDescriptor ring;
  private IOBufferMemoryDescriptor bare;

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider)) {
      return false;
    }
    nic = (IOPCIDevice) provider;
    registers = nic.mapDeviceMemoryWithIndex(0);
    ring = inTaskWithOptions(kernel_task, kIODirectionInOut, RING_SIZE, 16);
    bare = inTaskWithOptions(kernel_task, kIODirectionInOut | kIOMemoryMapperNone, RING_SIZE, 16);
    return registers != null && ring != null && bare != null;
  }

  /** Bad: the option word at the call leaves the mapper out. */
  public void asksTheMemory() {
    // source physical-address-to-device
    long start = ring.getPhysicalSegment(0, null, kIOMemoryMapperNone);
    // want physical-address-to-device "takes a bus address" breaks=P1,P2,P3,P4b,P5,P8
    nic.deviceMemoryWrite64(0, TDBAL, start);
  }

  /** Bad: the two halves of one address are one finding, at the half that is written first. */
  public void writesHalves() {
    // source physical-address-to-device
    long start = ring.getPhysicalSegment(0, new long[1], kIOMemoryMapperNone);
    // want physical-address-to-device "'RDBA'" breaks=P1,P2,P3,P4b,P5,P8
    nic.deviceMemoryWrite32(0, RDBAL, (int) start);
    nic.deviceMemoryWrite32(0, RDBAH, (int) (start >>> 32));
  }

  /** Bad: the option word stood at the creation of the memory. */
  public void asksMemoryMadeWithoutMapper() {
    // source physical-address-to-device
    long start = bare.getPhysicalAddress();
    // want physical-address-to-device breaks=P1,P2,P3,P4b,P5,P8
    OSWriteLittleInt64(registers.getVirtualAddress(), TDBAL, start);
  }

  /** Bad: the device finds the address in its ring. */
  public int fillsTheRing(IOMemoryDescriptor packet) {
    IODMACommand command =
        IODMACommand.withSpecification(IODMACommand::OutputHost64, 64, 0, kUnmapped);
    int result = command.setMemoryDescriptor(packet);
    Segment64[] segments = {new Segment64()};
    if (result == kIOReturnSuccess) {
      // source physical-address-to-device
      result = command.gen64IOVMSegments(new long[1], segments, new int[] {1});
      // want physical-address-to-device "'buffer address'" breaks=P1,P2,P3,P4b,P5,P8
      OSWriteLittleInt64(ring.getBytesNoCopy(), 0, segments[0].fIOVMAddr);
    }
    return result;
  }

  /** Clean: mapped by the device's own mapper, or by whatever stands in for it. */
  public int mapsTheRing() {
    IOMapper mapper = IOMapper.copyMapperForDevice(nic);
    IODMACommand command =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost64, 64, 0, kMapped, 0, 1, mapper, null);
    int result = command.setMemoryDescriptor(ring);
    Segment64[] segments = {new Segment64()};
    if (result == kIOReturnSuccess) {
      result = command.gen64IOVMSegments(new long[1], segments, new int[] {1});
      nic.deviceMemoryWrite32(0, TDBAL, (int) segments[0].fIOVMAddr);
      nic.deviceMemoryWrite32(0, TDBAH, (int) (segments[0].fIOVMAddr >>> 32));
    }
    return result;
  }

  /** Clean: only people read it. */
  public void logsTheRing() {
    long start = ring.getPhysicalSegment(0, null, kIOMemoryMapperNone);
    setProperty("RingAddress", start, 64);
    if (start >>> 32 != 0) {
      IOLib.IOLog("ring at 0x%x, above 4 GiB\n", start);
    }
  }

  /** Clean: a method that only bears the same name. */
  public void asksAnotherObject(Track track) {
    nic.deviceMemoryWrite64(0, TDBAL, track.getPhysicalSegment(0, null, kIOMemoryMapperNone));
  }

  /** Has nothing to do with memory. */
  public static final class Track {
    private long position;

    /** {@return where on the track it is, in sectors} */
    public long getPhysicalSegment(long offset, long[] length, int options) {
      position += options;
      return position + offset;
    }
  }
}
