package dev.dmalint.machine;

import dev.dmalint.iokit.DmaUse;
import dev.dmalint.iokit.IOAddressRange;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IOMDDMAWalkSegmentArgs;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOReturn;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes that the CPU has in one place and the device in another, and which of them either side
 * wrote since the last copy: a hull, so a little more than what was written.
 */
final class BouncedPiece {
  private static final long PIECE = 4096;

  private final long original;
  private final long address;
  private final long length;
  private final Hull byCpu = new Hull();
  private final Hull byDevice = new Hull();

  private BouncedPiece(long original, long address, long length) {
    this.original = original;
    this.address = address;
    this.length = length;
  }

  /** The pieces of a use; those that the device reaches where the CPU does are left out. */
  static List<BouncedPiece> of(DmaUse use) {
    if (!use.bounced() || !(use.owner() instanceof IODMACommand command)) {
      return List.of();
    }
    long[] start = new long[1];
    if (command.getPreparedOffsetAndLength(start, new long[1]) != IOReturn.kIOReturnSuccess) {
      return List.of();
    }
    List<BouncedPiece> pieces = new ArrayList<>();
    long done = 0;
    for (IOAddressRange segment : use.segments()) {
      for (long at = 0; at < segment.length; ) {
        long address = segment.address + at;
        IOAddressRange memory = walk(use.memory(), start[0] + done);
        long part = Math.min(segment.length - at, PIECE - (address & PIECE - 1));
        part = Math.min(part, Math.min(memory.length, PIECE - (memory.address & PIECE - 1)));
        if (part <= 0) {
          return pieces;
        }
        if (use.mapper() != null || memory.address != address) {
          pieces.add(new BouncedPiece(memory.address, address, part));
        }
        at += part;
        done += part;
      }
    }
    return pieces;
  }

  private static IOAddressRange walk(IOMemoryDescriptor memory, long offset) {
    IOMDDMAWalkSegmentArgs walk = new IOMDDMAWalkSegmentArgs();
    walk.fOffset = offset;
    int result = memory.dmaCommandOperation(IOMemoryDescriptor.kIOMDWalkSegments, walk, 0);
    return result == IOReturn.kIOReturnSuccess
        ? new IOAddressRange(walk.fIOVMAddr, walk.fLength)
        : new IOAddressRange(0, 0);
  }

  void cpuWrites(long at, long bytes) {
    byCpu.add(at - original, bytes, length);
  }

  void deviceWrites(long at, long bytes) {
    byDevice.add(at - address, bytes, length);
  }

  boolean cpuMisses(long at, long bytes) {
    return byDevice.meets(at - original, bytes);
  }

  boolean deviceMisses(long at, long bytes) {
    return byCpu.meets(at - address, bytes);
  }

  void synchronizedNow() {
    byCpu.clear();
    byDevice.clear();
  }

  private static final class Hull {
    private long from;
    private long to;

    void add(long start, long bytes, long limit) {
      long first = Math.max(0, start);
      long end = Math.min(limit, start + bytes);
      if (first < end) {
        boolean none = from == to;
        from = none ? first : Math.min(from, first);
        to = none ? end : Math.max(to, end);
      }
    }

    boolean meets(long start, long bytes) {
      return from < to && start < to && from < start + bytes;
    }

    void clear() {
      from = 0;
      to = 0;
    }
  }
}
