package dev.dmalint.samples.ahci.repaired;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Task;

/** One port: command list at 0, received FIS at 1024, the table of slot 0 at 2048. */
final class Port {
  private static final long BYTES = 4096;
  private static final int LIST = 0;
  private static final int RECEIVED = 1024;
  private static final int TABLE = 2048;
  private static final int CLB = 0x00;
  private static final int FB = 0x08;
  private static final int IS = 0x10;
  private static final int IE = 0x14;
  private static final int CMD = 0x18;

  private final IOPCIDevice device;
  private final IOMemoryMap abar;
  private final int index;
  private IOBufferMemoryDescriptor buffer;
  private IODMACommand command;
  private final long[] bus = new long[1];

  Port(IOPCIDevice device, IOMemoryMap abar, int index) {
    this.device = device;
    this.abar = abar;
    this.index = index;
  }

  boolean allocate() {
    buffer =
        IOBufferMemoryDescriptor.inTaskWithOptions(
            Task.kernel_task,
            IOMemoryDescriptor.kIODirectionInOut
                | IOBufferMemoryDescriptor.kIOMemoryPhysicallyContiguous,
            BYTES,
            4096);
    if (buffer == null) {
      return false;
    }
    IOMapper mapper = IOMapper.copyMapperForDevice(device);
    command =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost64, 64, 0, IODMACommand.kMapped, 0, 1, mapper);
    if (mapper != null) {
      mapper.release();
    }
    if (command == null || command.setMemoryDescriptor(buffer) != IOReturn.kIOReturnSuccess) {
      return false;
    }
    long[] offset = {0};
    Segment64[] whole = {new Segment64()};
    int[] count = {1};
    int result = command.gen64IOVMSegments(offset, whole, count);
    bus[0] = whole[0].fIOVMAddr;
    return result == IOReturn.kIOReturnSuccess && offset[0] == BYTES;
  }

  void start() {
    long memory = buffer.getBytesNoCopy();
    setAddress(CLB, bus[0] + LIST);
    setAddress(FB, bus[0] + RECEIVED);
    OSByteOrder.OSWriteLittleInt32(memory, LIST, 5);
    OSByteOrder.OSWriteLittleInt64(memory, LIST + 8, bus[0] + TABLE);
    OSByteOrder.OSWriteLittleInt32(registers(), IE, -1);
    OSByteOrder.OSWriteLittleInt32(registers(), CMD, 0x11);
  }

  private void setAddress(int register, long address) {
    OSByteOrder.OSWriteLittleInt32(registers(), register, (int) (address & 0xffffffffL));
    OSByteOrder.OSWriteLittleInt32(registers(), register + 4, (int) (address >> 32));
  }

  void acknowledge() {
    int status = OSByteOrder.OSReadLittleInt32(registers(), IS);
    OSByteOrder.OSWriteLittleInt32(registers(), IS, status);
  }

  int bit() {
    return 1 << index;
  }

  private long registers() {
    return abar.getVirtualAddress() + 0x100 + 0x80L * index;
  }

  void release() {
    OSByteOrder.OSWriteLittleInt32(registers(), CMD, 0);
    if (command != null) {
      command.clearMemoryDescriptor();
      command.release();
      command = null;
    }
    if (buffer != null) {
      buffer.release();
      buffer = null;
    }
  }
}
