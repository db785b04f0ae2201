package dev.dmalint.iokit;

import java.util.ArrayList;
import java.util.List;

/** What a prepared command lets a device and the CPU do with its memory. */
final class CommandUse {
  private CommandUse() {}

  /** For the checker of the machine. */
  static DmaUse of(
      IODMACommand command,
      IOMemoryDescriptor memory,
      DmaSpecification specification,
      DmaBacking backing,
      long length) {
    List<IOAddressRange> segments = new ArrayList<>();
    long[] run = new long[1];
    for (long done = 0; done < length; done += run[0]) {
      long address = backing.at(done, run);
      run[0] = Math.min(run[0], length - done);
      segments.add(new IOAddressRange(address, run[0]));
      if (run[0] <= 0) {
        break;
      }
    }
    int direction = memory.getDirection() & IOMemoryDescriptor.kIODirectionInOut;
    boolean both = direction == IOMemoryDescriptor.kIODirectionNone;
    return new DmaUse(
        command,
        memory,
        backing.isPhysical() ? null : specification.mapper(),
        segments,
        both || (direction & IOMemoryDescriptor.kIODirectionOut) != 0,
        both || (direction & IOMemoryDescriptor.kIODirectionIn) != 0,
        backing.isBounced(),
        specification.maxSegment());
  }

  /**
   * Copies with the CPU through the addresses of the device. Without a mapper to ask they are taken
   * as CPU-physical, also where they are not: IOKit's own mistake under {@code kNonCoherent}.
   */
  static long transfer(
      DmaBacking backing, IOMapper mapper, long offset, byte[] bytes, int length, boolean write) {
    Kernel kernel = Kernel.current();
    long page = 1L << kernel.pageShift();
    long[] run = new long[1];
    for (int done = 0; done < length; ) {
      long address = backing.at(offset + done, run);
      int part = (int) Math.min(Math.min(run[0], length - done), page - (address & (page - 1)));
      long physical = mapper == null ? address : mapper.mapToPhysicalAddress(address);
      if (write) {
        kernel.writePhysical(physical, bytes, done, part);
      } else {
        kernel.readPhysical(physical, bytes, done, part);
      }
      done += part;
    }
    return length;
  }
}
