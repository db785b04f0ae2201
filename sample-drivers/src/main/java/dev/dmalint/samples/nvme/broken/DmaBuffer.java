package dev.dmalint.samples.nvme.broken;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.Task;

/** Page-aligned memory in one piece, and where the controller is to find it. */
record DmaBuffer(IOBufferMemoryDescriptor memory, IODMACommand command, long busAddress) {
  private static final long PAGE = 4096;

  static DmaBuffer ofBytes(long bytes) {
    IOBufferMemoryDescriptor memory =
        IOBufferMemoryDescriptor.inTaskWithOptions(
            Task.kernel_task,
            IOMemoryDescriptor.kIODirectionInOut
                | IOBufferMemoryDescriptor.kIOMemoryHostPhysicallyContiguous,
            bytes,
            PAGE);
    if (memory == null) {
      return null;
    }
    IODMACommand command =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost64, DmaPolicy.ADDRESS_BITS, 0, DmaPolicy.OPTIONS);
    if (command == null) {
      memory.release();
      return null;
    }
    long[] offset = {0};
    Segment64[] segment = {new Segment64()};
    int[] count = {1};
    if (command.setMemoryDescriptor(memory) != IOReturn.kIOReturnSuccess
        // source physical-address-to-device
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
