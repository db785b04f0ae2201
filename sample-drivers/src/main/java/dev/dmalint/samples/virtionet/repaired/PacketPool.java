package dev.dmalint.samples.virtionet.repaired;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.Task;
import java.util.ArrayDeque;
import java.util.Deque;

/** Packet buffers; the command calls back once for each piece that the device is to see. */
final class PacketPool {
  private static final int PACKET = 2048;

  /** Takes one piece. */
  interface Piece {
    void accept(long address, int length);
  }

  private final Deque<IODMACommand> commands = new ArrayDeque<>();

  static PacketPool of(int count) {
    PacketPool pool = new PacketPool();
    for (int i = 0; i < count; i++) {
      if (!pool.add()) {
        pool.release();
        return null;
      }
    }
    return pool;
  }

  private boolean add() {
    IOBufferMemoryDescriptor packet =
        IOBufferMemoryDescriptor.inTaskWithOptions(
            Task.kernel_task, IOMemoryDescriptor.kIODirectionIn, PACKET, PACKET);
    if (packet == null) {
      return false;
    }
    IODMACommand command =
        IODMACommand.withSpecification(PacketPool::toPiece, 64, PACKET, IODMACommand.kUnmapped);
    boolean ready =
        command != null && command.setMemoryDescriptor(packet) == IOReturn.kIOReturnSuccess;
    if (ready) {
      commands.addLast(command);
    } else if (command != null) {
      command.release();
    }
    packet.release();
    return ready;
  }

  private static boolean toPiece(
      IODMACommand command, IODMACommand.Segment64 segment, Object target, int index) {
    ((Piece) target).accept(segment.fIOVMAddr, (int) segment.fLength);
    return true;
  }

  void eachPiece(Piece target) {
    for (IODMACommand command : commands) {
      long[] offset = {0};
      while (offset[0] < PACKET) {
        int[] count = {1};
        int result = command.genIOVMSegments(offset, target, count);
        if (result != IOReturn.kIOReturnSuccess) {
          break;
        }
      }
    }
  }

  void release() {
    while (!commands.isEmpty()) {
      IODMACommand command = commands.removeFirst();
      command.clearMemoryDescriptor();
      command.release();
    }
  }
}
