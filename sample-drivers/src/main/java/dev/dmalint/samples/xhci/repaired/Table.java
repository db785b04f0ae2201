package dev.dmalint.samples.xhci.repaired;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.Task;
import java.util.function.Supplier;

/** One table or ring of the controller, in one piece. */
final class Table {
  private static final int ALIGNMENT = 4096;

  private final IOBufferMemoryDescriptor memory;
  private final IODMACommand command;
  private long address;
  private long covered;

  private Table(IOBufferMemoryDescriptor memory, IODMACommand command) {
    this.memory = memory;
    this.command = command;
  }

  static Table create(long bytes, Supplier<IODMACommand> commands) {
    IOBufferMemoryDescriptor memory =
        IOBufferMemoryDescriptor.inTaskWithOptions(
            Task.kernel_task,
            IOMemoryDescriptor.kIODirectionInOut
                | IOBufferMemoryDescriptor.kIOMemoryPhysicallyContiguous,
            bytes,
            ALIGNMENT);
    if (memory == null) {
      return null;
    }
    IODMACommand command = commands.get();
    if (command == null) {
      memory.release();
      return null;
    }
    Table table = new Table(memory, command);
    if (!table.locate()) {
      table.release();
      return null;
    }
    return table;
  }

  private boolean locate() {
    if (command.setMemoryDescriptor(memory) != IOReturn.kIOReturnSuccess) {
      return false;
    }
    long[] offset = {0};
    int[] count = {1};
    int result = command.genIOVMSegments(offset, this, count);
    return result == IOReturn.kIOReturnSuccess && covered == memory.getLength();
  }

  /** The output function of the controller's commands. */
  static boolean keep(
      IODMACommand command, IODMACommand.Segment64 segment, Object table, int index) {
    Table target = (Table) table;
    target.address = segment.fIOVMAddr;
    target.covered = segment.fLength;
    return index == 0;
  }

  long address() {
    return address;
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
