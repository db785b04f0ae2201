package dev.dmalint.machine;

import dev.dmalint.iokit.DmaUse;
import dev.dmalint.iokit.IOAddressRange;
import dev.dmalint.iokit.IOMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Memory that is prepared now, with the copies that devices work on. */
final class LiveUse {
  private final DmaUse use;
  private final List<BouncedPiece> bounced;
  private final List<IOAddressRange> physical;

  LiveUse(DmaUse use) {
    this.use = use;
    bounced = BouncedPiece.of(use);
    physical = physical(use);
  }

  DmaUse use() {
    return use;
  }

  boolean isOfCommand() {
    return use.owner() != use.memory();
  }

  boolean isIn(@Nullable IOMapper space) {
    return use.mapper() == space;
  }

  boolean covers(long address, long length) {
    return use.segments().stream().anyMatch(range -> Spans.holds(range, address, length));
  }

  /** Whether an address lies in the last page, behind what was prepared. */
  boolean endsBefore(long address, long page) {
    return use.segments().stream()
        .anyMatch(
            range -> {
              long end = range.address + range.length;
              long apart = address ^ (end - 1);
              return Long.compareUnsigned(address, end) >= 0 && apart >= 0 && apart < page;
            });
  }

  boolean startsAt(long address) {
    return use.segments().stream().anyMatch(range -> range.address == address);
  }

  /** Whether the low bits of an address in here are these, and the others are not zero. */
  boolean isCutTo(long address, int bits) {
    long size = 1L << bits;
    return use.segments().stream()
        .anyMatch(
            range -> {
              long candidate = (range.address & -size) | address;
              return (candidate != address && Spans.holds(range, candidate, 1))
                  || Spans.holds(range, candidate + size, 1);
            });
  }

  boolean allows(boolean write) {
    return write ? use.writable() : use.readable();
  }

  boolean hasRightsOf(LiveUse other) {
    return use.readable() == other.use.readable() && use.writable() == other.use.writable();
  }

  boolean overlaps(LiveUse other, long granule) {
    return Spans.overlap(physical, other.physical, granule);
  }

  boolean isBackedBy(long address, long length) {
    return Spans.touches(physical, address, length);
  }

  /** Whether a device that reads here does not see what the CPU wrote. */
  boolean deviceMisses(long address, long length) {
    return bounced.stream().anyMatch(piece -> piece.deviceMisses(address, length));
  }

  /** Whether the CPU that reads here does not see what the device wrote. */
  boolean cpuMisses(long physicalAddress, long length) {
    return bounced.stream().anyMatch(piece -> piece.cpuMisses(physicalAddress, length));
  }

  void deviceWrites(long address, long length) {
    bounced.forEach(piece -> piece.deviceWrites(address, length));
  }

  void cpuWrites(long physicalAddress, long length) {
    bounced.forEach(piece -> piece.cpuWrites(physicalAddress, length));
  }

  void synchronizedNow() {
    bounced.forEach(BouncedPiece::synchronizedNow);
  }

  private static List<IOAddressRange> physical(DmaUse use) {
    IOMapper mapper = use.mapper();
    if (mapper == null) {
      return use.segments();
    }
    List<IOAddressRange> ranges = new ArrayList<>();
    long page = mapper.getPageSize();
    for (IOAddressRange segment : use.segments()) {
      for (long done = 0; done < segment.length; ) {
        long at = segment.address + done;
        long part = Math.min(segment.length - done, page - (at & page - 1));
        ranges.add(new IOAddressRange(mapper.mapToPhysicalAddress(at), part));
        done += part;
      }
    }
    return ranges;
  }
}
