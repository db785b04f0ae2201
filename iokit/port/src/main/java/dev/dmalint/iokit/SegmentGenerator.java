package dev.dmalint.iokit;

import dev.dmalint.iokit.IODMACommand.Segment64;

/** Cuts the backing of a command into the segments that its device can take. */
final class SegmentGenerator {
  private final IODMACommand command;
  private final DmaSpecification specification;
  private final DmaBacking backing;
  private final long length;

  SegmentGenerator(
      IODMACommand command, DmaSpecification specification, DmaBacking backing, long length) {
    this.command = command;
    this.specification = specification;
    this.backing = backing;
    this.length = length;
  }

  int generate(long[] offset, Object segments, int[] count) {
    int room = count[0];
    int result = IOReturn.kIOReturnSuccess;
    int made = 0;
    long position = offset[0];
    while (position < length && made < room && result == IOReturn.kIOReturnSuccess) {
      Segment64 segment = next(position);
      result = check(position, segment);
      if (result == IOReturn.kIOReturnSuccess) {
        boolean taken = specification.output().output(command, segment, segments, made);
        result = taken ? result : IOReturn.kIOReturnMessageTooLarge;
        if (taken) {
          position += segment.fLength;
          made++;
        }
      }
    }
    offset[0] = position;
    count[0] = made;
    return result;
  }

  private int check(long position, Segment64 segment) {
    if (segment.fLength <= 0) {
      return IOReturn.kIOReturnNotAligned;
    }
    if (specification.iteratesOnly()) {
      long wanted = position == 0 ? specification.alignment() : specification.alignmentInternal();
      if ((segment.fIOVMAddr & (wanted - 1)) != 0
          || segment.fLength % specification.alignmentLength() != 0) {
        return IOReturn.kIOReturnNotAligned;
      }
    }
    return specification.outgrows(segment.fIOVMAddr, segment.fLength)
        ? IOReturn.kIOReturnMessageTooLarge
        : IOReturn.kIOReturnSuccess;
  }

  private Segment64 next(long position) {
    long[] run = new long[1];
    Segment64 segment = new Segment64();
    segment.fIOVMAddr = backing.at(position, run);
    segment.fLength = Math.min(run[0], length - position);
    long most = specification.maxSegment();
    while (segment.fLength < most && position + segment.fLength < length) {
      long follows = backing.at(position + segment.fLength, run);
      if (follows != segment.fIOVMAddr + segment.fLength || run[0] <= 0) {
        break;
      }
      segment.fLength = Math.min(segment.fLength + run[0], length - position);
    }
    if (segment.fLength > most) {
      segment.fLength = shortened(segment.fIOVMAddr, most);
    }
    return segment;
  }

  /** So that the rest of a run that is cut starts aligned. */
  private long shortened(long address, long most) {
    long bytes = most - ((address + most) & (specification.alignmentInternal() - 1));
    return bytes - bytes % specification.alignmentLength();
  }
}
