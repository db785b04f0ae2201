package dev.dmalint.samples.raid.repaired;

import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Task;

/** One page for a frame and one for its data, each with a descriptor around it and a command. */
final class CommandFrame {
  static final int READ_CONFIGURATION = 5;

  private static final long PAGE = 4096;
  private static final int STATUS = 2;
  private static final int SEGMENTS = 0x20;

  private final long frame;
  private final long data;
  private final IOMemoryDescriptor[] memory = new IOMemoryDescriptor[2];
  private final IODMACommand[] commands = new IODMACommand[2];
  private final long[] addresses = new long[2];

  private CommandFrame(long frame, long data) {
    this.frame = frame;
    this.data = data;
  }

  static CommandFrame allocate(IOPCIDevice device) {
    long frame = IOLib.IOMallocAligned(PAGE, PAGE);
    long data = IOLib.IOMallocAligned(PAGE, PAGE);
    CommandFrame result = new CommandFrame(frame, data);
    if (frame == 0
        || data == 0
        || !result.describe(0, frame, device)
        || !result.describe(1, data, device)) {
      result.release();
      return null;
    }
    IOLib.IOLog("raid: %s has its frame at %x\n", device.getName(), frame);
    return result;
  }

  private boolean describe(int index, long virtual, IOPCIDevice device) {
    memory[index] =
        IOMemoryDescriptor.withAddressRange(
            virtual, PAGE, IOMemoryDescriptor.kIODirectionInOut, Task.kernel_task);
    IOMapper mapper = IOMapper.copyMapperForDevice(device);
    commands[index] =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost64, 64, 0, IODMACommand.kMapped, 0, 1, mapper);
    if (mapper != null) {
      mapper.release();
    }
    if (memory[index] == null || commands[index] == null) {
      return false;
    }
    if (memory[index].prepare() != IOReturn.kIOReturnSuccess) {
      memory[index].release();
      memory[index] = null;
      return false;
    }
    long[] offset = {0};
    Segment64[] segment = {new Segment64()};
    int[] count = {1};
    int result = commands[index].setMemoryDescriptor(memory[index]);
    if (result == IOReturn.kIOReturnSuccess) {
      result = commands[index].gen64IOVMSegments(offset, segment, count);
    }
    addresses[index] = segment[0].fIOVMAddr;
    return result == IOReturn.kIOReturnSuccess && offset[0] == PAGE;
  }

  void prepare(int code) {
    IOLib.bzero(frame, PAGE);
    OSByteOrder.OSWriteInt8(frame, 0, code);
    OSByteOrder.OSWriteInt8(frame, STATUS, 0xff);
    OSByteOrder.OSWriteLittleInt64(frame, SEGMENTS, addresses[1]);
    OSByteOrder.OSWriteLittleInt32(frame, SEGMENTS + 8, (int) PAGE);
  }

  long address() {
    return addresses[0];
  }

  int status() {
    return OSByteOrder.OSReadInt8(frame, STATUS) == 0
        ? IOReturn.kIOReturnSuccess
        : IOReturn.kIOReturnError;
  }

  void release() {
    for (int i = 0; i < memory.length; i++) {
      if (commands[i] != null) {
        commands[i].clearMemoryDescriptor();
        commands[i].release();
      }
      if (memory[i] != null) {
        memory[i].complete();
        memory[i].release();
      }
    }
    if (frame != 0) {
      IOLib.IOFreeAligned(frame, PAGE);
    }
    if (data != 0) {
      IOLib.IOFreeAligned(data, PAGE);
    }
  }
}
