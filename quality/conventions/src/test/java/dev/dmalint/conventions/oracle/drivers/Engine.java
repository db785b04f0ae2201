package dev.dmalint.conventions.oracle.drivers;

import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Personality;
import dev.dmalint.iokit.Task;

/** What the drivers share: the engine's registers, its list, and a look at what it did. */
@Personality(providerClass = "IOPCIDevice", pciMatch = "0x53471234")
abstract class Engine extends IOService {
  static final int READS = 0;
  static final int WRITES = 1;
  private static final int LIST = 0x00;
  private static final int COUNT = 0x08;
  private static final int START = 0x0C;
  private static final int SUM = 0x10;
  private static final int FILLING = 0x11;
  private static final int WRITTEN = 0xA5;

  IOPCIDevice device;
  private IOMemoryMap window;
  private IOBufferMemoryDescriptor list;
  private IODMACommand listCommand;
  private long listAddress;

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider) || !(provider instanceof IOPCIDevice found)) {
      return false;
    }
    device = found;
    if (!beforeOpen() || !device.open(this)) {
      return false;
    }
    device.setMemoryEnable(true);
    enable();
    window = device.mapDeviceMemoryWithRegister(IOPCIDevice.kIOPCIConfigBaseAddress0);
    list = memory(kIODirectionInOut, 4096);
    listCommand = mapped(64);
    if (window == null || list == null || listCommand == null) {
      return false;
    }
    listCommand.setMemoryDescriptor(list);
    listAddress = first(listCommand).fIOVMAddr;
    return transfer();
  }

  /** The mistake. */
  abstract boolean transfer();

  boolean beforeOpen() {
    return true;
  }

  void enable() {
    device.setBusLeadEnable(true);
  }

  /** Memory with something in it. */
  static IOBufferMemoryDescriptor memory(int direction, long size) {
    IOBufferMemoryDescriptor memory =
        IOBufferMemoryDescriptor.inTaskWithOptions(Task.kernel_task, direction, size, 1);
    IOLib.memset(memory.getBytesNoCopy(), FILLING, size);
    return memory;
  }

  /** The command every driver should use. */
  IODMACommand mapped(int bits) {
    return command(bits, IODMACommand.kMapped, IOMapper.copyMapperForDevice(device));
  }

  static IODMACommand command(int bits, int options, IOMapper mapper) {
    return IODMACommand.withSpecification(
        IODMACommand::OutputHost64, bits, 0, options, 0, 1, mapper);
  }

  static Segment64 first(IODMACommand command) {
    Segment64[] segments = {new Segment64()};
    long[] offset = {0};
    int[] count = {1};
    if (command.gen64IOVMSegments(offset, segments, count) != IOReturn.kIOReturnSuccess) {
      IOLib.IOLog("no segment\n");
    }
    return segments[0];
  }

  /** The engine reads memory, and has to find what {@link #memory} put there. */
  void reads(long address, long length) {
    go(address, length, READS);
    check(sum() == (int) (FILLING * length));
  }

  /** The engine writes memory. */
  void writes(long address, long length, IOMemoryDescriptor memory, long bytes) {
    go(address, length, WRITES);
    check(
        memory.getLength() >= length && OSByteOrder.OSReadLittleInt32(bytes, 0) >>> 24 == WRITTEN);
  }

  static void check(boolean right) {
    if (!right) {
      IOLib.IOLog("wrong bytes\n");
    }
  }

  int sum() {
    return OSByteOrder.OSReadLittleInt32(window.getVirtualAddress(), SUM);
  }

  /** One entry, one transfer. */
  void go(long address, long length, int flags) {
    entry(0, address, length, flags);
    begin(listAddress, 1);
  }

  void entry(int index, long address, long length, int flags) {
    long entry = list.getBytesNoCopy() + index * 16L;
    OSByteOrder.OSWriteLittleInt64(entry, 0, address);
    OSByteOrder.OSWriteLittleInt32(entry, 8, (int) length);
    OSByteOrder.OSWriteLittleInt32(entry, 12, flags);
  }

  void begin(int entries) {
    begin(listAddress, entries);
  }

  void begin(long address, int entries) {
    OSByteOrder.OSWriteLittleInt64(window.getVirtualAddress(), LIST, address);
    OSByteOrder.OSWriteLittleInt32(window.getVirtualAddress(), COUNT, entries);
    OSByteOrder.OSMemoryBarrier();
    OSByteOrder.OSWriteLittleInt32(window.getVirtualAddress(), START, 1);
  }

  /** As begin, with the low half of the address only. */
  void beginLow(int address, int entries) {
    OSByteOrder.OSWriteLittleInt32(window.getVirtualAddress(), LIST, address);
    OSByteOrder.OSWriteLittleInt32(window.getVirtualAddress(), COUNT, entries);
    OSByteOrder.OSMemoryBarrier();
    OSByteOrder.OSWriteLittleInt32(window.getVirtualAddress(), START, 1);
  }

  @Override
  public void stop(IOService provider) {
    if (listCommand != null) {
      listCommand.clearMemoryDescriptor();
    }
    device.close(this);
    super.stop(provider);
  }
}
