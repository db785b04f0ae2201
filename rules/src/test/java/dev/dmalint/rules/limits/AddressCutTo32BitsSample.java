package dev.dmalint.rules.limits;

import static dev.dmalint.iokit.IOBufferMemoryDescriptor.inTaskWithOptions;
import static dev.dmalint.iokit.IOBufferMemoryDescriptor.inTaskWithPhysicalMask;
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
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.Personality;

/** A network driver that was written when 32 bits were enough for every address. */
@Personality(providerClass = "IOPCIDevice", pciMatch = "0x100e8086")
public final class AddressCutTo32BitsSample extends IOService {
  private static final int RDBAL = 0x2800;
  private static final int RDBAH = 0x2804;
  private static final int TDBAL = 0x3800;
  private static final int TDBAH = 0x3804;
  private static final int RING_SIZE = 4096;
  private static final int MEBIBYTE = 1 << 20;
  private static final long LOW_HALF = 0xffff_ffffL;

  private IOPCIDevice nic;
  private IOBufferMemoryDescriptor ring;
  private IOBufferMemoryDescriptor large;
  private IOBufferMemoryDescriptor low;
  private int ringAddress;

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider)) {
      return false;
    }
    nic = (IOPCIDevice) provider;
    ring = inTaskWithOptions(kernel_task, kIODirectionInOut, RING_SIZE, 16);
    large = inTaskWithOptions(kernel_task, kIODirectionInOut, MEBIBYTE, 16);
    low = inTaskWithPhysicalMask(kernel_task, kIODirectionInOut, RING_SIZE, 0xffff_f000L);
    return ring != null && large != null && low != null;
  }

  /** Bad: a field of 32 bits keeps the address until the register is written. */
  public void keepsAnInt() {
    ringAddress = (int) mapped(ring, 64);
  }

  /** The other half of {@link #keepsAnInt}. */
  public void writesTheInt() {
    // want address-cut-to-32-bits "'TDBA'"
    nic.deviceMemoryWrite32(0, TDBAL, ringAddress);
    nic.deviceMemoryWrite32(0, TDBAH, 0);
  }

  /** Bad: the descriptor has 64 bits, half of them stay empty. */
  public void masks(IOMemoryDescriptor packet) {
    long address = mapped(packet, 64) & LOW_HALF;
    // want address-cut-to-32-bits "low 32 bits only" breaks=P4,P6,P7,P10,P11,P12,P13,P14
    OSWriteLittleInt64(ring.getBytesNoCopy(), 0, address);
  }

  /** Bad, with a system mapper as well: large mappings get I/O addresses above 4 GiB. */
  public void cutsALargeBuffer() {
    long address = mapped(large, 64) & LOW_HALF;
    // want address-cut-to-32-bits breaks=P1,P2,P3,P4,P4b,P6,P7,P8,P10,P11,P12,P13,P14
    OSWriteLittleInt64(ring.getBytesNoCopy(), 16, address);
  }

  /** Clean: both halves reach the device. */
  public void writesBothHalves() {
    long address = mapped(ring, 64);
    nic.deviceMemoryWrite32(0, RDBAL, (int) address);
    nic.deviceMemoryWrite32(0, RDBAH, (int) (address >>> 32));
  }

  /** Clean: the command was told that the device takes 32 bits. */
  public void declaresTheWidth(IOMemoryDescriptor packet) {
    OSWriteLittleInt64(ring.getBytesNoCopy(), 32, mapped(packet, 32) & LOW_HALF);
  }

  /** Clean: the memory's mask bounds I/O addresses and physical ones alike. */
  public void allocatesLow() {
    OSWriteLittleInt64(ring.getBytesNoCopy(), 48, mapped(low, 64) & LOW_HALF);
  }

  /** Clean: only people read it. */
  public void logsTheLowHalf() {
    IOLib.IOLog("ring at ...%08x\n", (int) mapped(ring, 64));
  }

  private long mapped(IOMemoryDescriptor memory, int bits) {
    IODMACommand command =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost64,
            bits,
            0,
            kMapped,
            0,
            1,
            IOMapper.copyMapperForDevice(nic),
            null);
    if (command.setMemoryDescriptor(memory) != kIOReturnSuccess) {
      return 0;
    }
    Segment64[] segments = {new Segment64()};
    // source address-cut-to-32-bits
    command.gen64IOVMSegments(new long[1], segments, new int[] {1});
    return segments[0].fIOVMAddr;
  }
}
