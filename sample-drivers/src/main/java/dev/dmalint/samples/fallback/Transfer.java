package dev.dmalint.samples.fallback;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.Task;

/** Memory that the board writes to, in one piece. */
final class Transfer {
  private final IOBufferMemoryDescriptor memory;
  private final IODMACommand command;
  private final Segment64 whole = new Segment64();

  private Transfer(IOBufferMemoryDescriptor memory, IODMACommand command) {
    this.memory = memory;
    this.command = command;
  }

  static Transfer of(long bytes, IODMACommand command) {
    if (command == null) {
      return null;
    }
    IOBufferMemoryDescriptor memory =
        IOBufferMemoryDescriptor.inTaskWithOptions(
            Task.kernel_task,
            IOMemoryDescriptor.kIODirectionIn
                | IOBufferMemoryDescriptor.kIOMemoryPhysicallyContiguous,
            bytes,
            4096);
    if (memory == null) {
      command.release();
      return null;
    }
    Transfer transfer = new Transfer(memory, command);
    if (!transfer.locate()) {
      transfer.release();
      return null;
    }
    return transfer;
  }

  private boolean locate() {
    if (command.setMemoryDescriptor(memory) != IOReturn.kIOReturnSuccess) {
      return false;
    }
    long[] offset = {0};
    int[] count = {1};
    int result = command.gen64IOVMSegments(offset, new Segment64[] {whole}, count);
    return result == IOReturn.kIOReturnSuccess && whole.fLength == memory.getLength();
  }

  long start() {
    return whole.fIOVMAddr;
  }

  void release() {
    command.clearMemoryDescriptor();
    command.release();
    memory.release();
  }
}
