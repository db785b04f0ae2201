package dev.dmalint.samples.fwcfg.broken;

import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOReturn;

/** Memory in one piece for as long as a transfer takes. */
record Mapping(IODMACommand command, long address) implements AutoCloseable {
  /** {@return where the memory is; null if it is in several pieces or cannot be mapped} */
  static Mapping of(IOMemoryDescriptor memory) {
    IODMACommand command = IODMACommand.withSpecification(IODMACommand::OutputHost64, 64, 0);
    if (command == null) {
      return null;
    }
    long[] offset = {0};
    Segment64[] segment = {new Segment64()};
    int[] count = {1};
    int result = command.setMemoryDescriptor(memory);
    if (result == IOReturn.kIOReturnSuccess) {
      // source mapped-address-to-physical-consumer
      result = command.gen64IOVMSegments(offset, segment, count);
    }
    Mapping mapping = new Mapping(command, segment[0].fIOVMAddr);
    if (result != IOReturn.kIOReturnSuccess || offset[0] != memory.getLength()) {
      mapping.close();
      return null;
    }
    return mapping;
  }

  @Override
  public void close() {
    command.clearMemoryDescriptor();
    command.release();
  }
}
