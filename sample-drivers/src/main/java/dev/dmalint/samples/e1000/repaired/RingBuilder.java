package dev.dmalint.samples.e1000.repaired;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.Task;

/** Puts a ring together: so many entries, each with a buffer of so many bytes. */
final class RingBuilder {
  private int entries = 32;
  private int bufferBytes = 2048;
  private IOMapper mapper;

  RingBuilder entries(int count) {
    this.entries = count;
    return this;
  }

  RingBuilder buffersOf(int bytes) {
    this.bufferBytes = bytes;
    return this;
  }

  RingBuilder mapper(IOMapper ofDevice) {
    this.mapper = ofDevice;
    return this;
  }

  /** {@return the ring, or null where memory is short} */
  DescriptorRing build() {
    IOBufferMemoryDescriptor memory =
        IOBufferMemoryDescriptor.inTaskWithOptions(
            Task.kernel_task,
            IOMemoryDescriptor.kIODirectionInOut
                | IOBufferMemoryDescriptor.kIOMemoryPhysicallyContiguous,
            DescriptorRing.bytesFor(entries, bufferBytes),
            4096);
    if (memory == null) {
      return null;
    }
    IODMACommand command =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost64, 64, 0, IODMACommand.kMapped, 0, 1, mapper, this);
    if (command == null) {
      memory.release();
      return null;
    }
    if (command.setMemoryDescriptor(memory) != IOReturn.kIOReturnSuccess) {
      command.release();
      memory.release();
      return null;
    }
    DescriptorRing ring = new DescriptorRing(memory, command, entries, bufferBytes);
    if (!ring.locate()) {
      ring.release();
      return null;
    }
    return ring;
  }
}
