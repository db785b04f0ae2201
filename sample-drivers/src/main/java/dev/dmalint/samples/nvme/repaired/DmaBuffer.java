package dev.dmalint.samples.nvme.repaired;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.Task;

/** Page-aligned memory in one piece, and where the controller is to find it. */
record DmaBuffer(IOBufferMemoryDescriptor memory, IODMACommand command, long busAddress) {
  private static final long PAGE = 4096;

  static DmaBuffer ofBytes(IOPCIDevice pci, long bytes) {
    IOBufferMemoryDescriptor memory =
        IOBufferMemoryDescriptor.inTaskWithOptions(
            Task.kernel_task,
            IOMemoryDescriptor.kIODirectionInOut
                | IOBufferMemoryDescriptor.kIOMemoryPhysicallyContiguous,
            bytes,
            PAGE);
    if (memory == null) {
      return null;
    }
    IOMapper mapper = IOMapper.copyMapperForDevice(pci);
    IODMACommand command =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost64, DmaPolicy.ADDRESS_BITS, 0, DmaPolicy.OPTIONS, 0, 1, mapper);
    if (mapper != null) {
      mapper.release();
    }
    if (command == null) {
      memory.release();
      return null;
    }
    long[] offset = {0};
    Segment64[] segment = {new Segment64()};
    int[] count = {1};
    if (command.setMemoryDescriptor(memory) != IOReturn.kIOReturnSuccess
        || command.gen64IOVMSegments(offset, segment, count) != IOReturn.kIOReturnSuccess
        || offset[0] != bytes) {
      command.clearMemoryDescriptor();
      command.release();
      memory.release();
      return null;
    }
    return new DmaBuffer(memory, command, segment[0].fIOVMAddr);
  }

  long bytes() {
    return memory.getBytesNoCopy();
  }

  void release() {
    command.clearMemoryDescriptor();
    command.release();
    memory.release();
  }
}
