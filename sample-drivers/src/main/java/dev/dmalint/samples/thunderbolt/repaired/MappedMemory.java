package dev.dmalint.samples.thunderbolt.repaired;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOReturn;
import java.util.Arrays;

/** Memory that stays prepared for one device, and where that device sees each of its pages. */
final class MappedMemory {
  private static final int PAGE = 4096;
  private static final int AT_ONCE = 16;

  private final IOBufferMemoryDescriptor memory;
  private final IODMACommand command;
  private final long[] pages;

  private MappedMemory(IOBufferMemoryDescriptor memory, IODMACommand command, long[] pages) {
    this.memory = memory;
    this.command = command;
    this.pages = pages;
  }

  /** {@return the memory, which it now owns, mapped for the device; null if that fails} */
  static MappedMemory of(IOPCIDevice device, IOBufferMemoryDescriptor memory) {
    IOMapper mapper = IOMapper.copyMapperForDevice(device);
    IODMACommand command =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost64, 64, 0, IODMACommand.kMapped, 0, PAGE, mapper);
    if (mapper != null) {
      mapper.release();
    }
    if (command == null) {
      memory.release();
      return null;
    }
    if (command.setMemoryDescriptor(memory) != IOReturn.kIOReturnSuccess) {
      command.release();
      memory.release();
      return null;
    }
    return new MappedMemory(memory, command, pages(command, memory.getLength()));
  }

  private static long[] pages(IODMACommand command, long bytes) {
    long[] pages = new long[(int) (bytes / PAGE)];
    Segment64[] segments = new Segment64[AT_ONCE];
    Arrays.setAll(segments, index -> new Segment64());
    long[] offset = {0};
    int filled = 0;
    while (offset[0] < bytes) {
      int[] count = {AT_ONCE};
      int result = command.gen64IOVMSegments(offset, segments, count);
      if (result != IOReturn.kIOReturnSuccess || count[0] == 0) {
        return new long[0];
      }
      for (int i = 0; i < count[0]; i++) {
        for (long at = 0; at < segments[i].fLength; at += PAGE) {
          pages[filled++] = segments[i].fIOVMAddr + at;
        }
      }
    }
    return pages;
  }

  long bytes() {
    return memory.getBytesNoCopy();
  }

  long[] pages() {
    return pages;
  }

  void release() {
    command.clearMemoryDescriptor();
    command.release();
    memory.release();
  }
}
