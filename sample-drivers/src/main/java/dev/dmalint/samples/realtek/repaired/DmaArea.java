package dev.dmalint.samples.realtek.repaired;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IODMACommand.SegmentOptions;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.Task;

/** Memory in one piece that the card reads or writes; its registers take 32 bits of the start. */
final class DmaArea {
  private final IOBufferMemoryDescriptor memory;
  private final IODMACommand command;
  private int start;

  private DmaArea(IOBufferMemoryDescriptor memory, IODMACommand command) {
    this.memory = memory;
    this.command = command;
  }

  static DmaArea create(IOPCIDevice card, long bytes) {
    IOBufferMemoryDescriptor memory = allocate(bytes);
    if (memory == null) {
      return null;
    }
    SegmentOptions options = new SegmentOptions();
    options.fNumAddressBits = 32;
    options.fAlignment = 4;
    IOMapper mapper = IOMapper.copyMapperForDevice(card);
    IODMACommand command =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost64, options, IODMACommand.kMapped, mapper);
    if (mapper != null) {
      mapper.release();
    }
    if (command == null) {
      memory.release();
      return null;
    }
    DmaArea area = new DmaArea(memory, command);
    if (command.setMemoryDescriptor(memory) != IOReturn.kIOReturnSuccess || !area.find(bytes)) {
      area.release();
      return null;
    }
    return area;
  }

  /** Low memory where there is some; elsewhere a mapper stands in front of every device. */
  private static IOBufferMemoryDescriptor allocate(long bytes) {
    int options =
        IOMemoryDescriptor.kIODirectionInOut
            | IOBufferMemoryDescriptor.kIOMemoryPhysicallyContiguous;
    IOBufferMemoryDescriptor low =
        IOBufferMemoryDescriptor.inTaskWithPhysicalMask(
            Task.kernel_task, options, bytes, 0xFFFF_F000L);
    if (low != null) {
      return low;
    }
    return IOBufferMemoryDescriptor.inTaskWithOptions(Task.kernel_task, options, bytes, 4096);
  }

  private boolean find(long bytes) {
    Segment64[] found = {new Segment64()};
    long[] offset = {0};
    int[] count = {1};
    if (command.gen64IOVMSegments(offset, found, count) != IOReturn.kIOReturnSuccess) {
      return false;
    }
    start = (int) found[0].fIOVMAddr;
    return offset[0] == bytes;
  }

  int start() {
    return start;
  }

  void put(byte[] bytes) {
    memory.writeBytes(0, bytes, bytes.length);
  }

  void release() {
    command.clearMemoryDescriptor();
    command.release();
    memory.release();
  }
}
