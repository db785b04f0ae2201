package dev.dmalint.machine;

import dev.dmalint.iokit.DmaUse;
import dev.dmalint.iokit.IOAddressRange;
import dev.dmalint.iokit.IOMDDMAWalkSegmentArgs;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.machine.trace.TraceEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares what devices and the CPU do to memory with what was prepared, and reports each misuse,
 * the first time and every time.
 */
final class DmaChecker {
  private static final int REMEMBERED = 256;
  private static final long PAGE = 4096;

  private static final class Use {
    private final DmaUse use;
    private final List<IOAddressRange> originals;
    private final List<IOAddressRange> physical;
    private boolean cpuWrote;
    private boolean deviceWrote;

    Use(DmaUse use) {
      this.use = use;
      originals = use.bounced() ? walk(use.memory()) : List.of();
      physical = physical(use);
    }
  }

  private final Happenings happenings;
  private final List<Use> live = new ArrayList<>();
  private final Deque<Use> ended = new ArrayDeque<>();
  private boolean copying;

  DmaChecker(Happenings happenings) {
    this.happenings = happenings;
  }

  void began(DmaUse use) {
    Use begun = new Use(use);
    for (Use other : live) {
      compare(begun, other);
    }
    live.add(begun);
  }

  void ended(DmaUse use) {
    for (Use known : live) {
      if (known.use.equals(use)) {
        live.remove(known);
        ended.addFirst(known);
        if (ended.size() > REMEMBERED) {
          ended.removeLast();
        }
        return;
      }
    }
  }

  /** Runs a copy between memory and its bounce buffer: afterwards both hold the same. */
  void synchronizing(DmaUse use, Runnable copy) {
    copying = true;
    copy.run();
    copying = false;
    for (Use known : live) {
      if (known.use.equals(use)) {
        known.cpuWrote = false;
        known.deviceWrote = false;
      }
    }
  }

  /** Uses that nobody has ended and that belong to commands. */
  List<DmaUse> liveOfCommands() {
    return live.stream()
        .map(known -> known.use)
        .filter(use -> use.owner() != use.memory())
        .toList();
  }

  private void compare(Use begun, Use other) {
    if (begun.use.memory() == other.use.memory() || begun.use.mapper() != other.use.mapper()) {
      return;
    }
    boolean sameRights =
        begun.use.readable() == other.use.readable()
            && begun.use.writable() == other.use.writable();
    if (sameRights) {
      return;
    }
    if (overlap(begun.physical, other.physical, 1)) {
      happenings.misused(
          "overlap-conflict",
          "the memory is mapped by " + happenings.name(other.use.owner()) + " with other rights",
          begun.use.owner());
    } else if (overlap(begun.physical, other.physical, PAGE)) {
      happenings.add(
          new TraceEvent.Noted(
              happenings.name(begun.use.owner())
                  + " shares a page with "
                  + happenings.name(other.use.owner())
                  + ", which has other rights"));
    }
  }

  /** Whether an address was prepared for a device that writes and does not read. */
  boolean isForWritingOnly(@Nullable IOMapper through, long address) {
    return covering(live, through, address, 1)
        .map(found -> found.use.writable() && !found.use.readable())
        .orElse(false);
  }

  /** A device is about to use memory. */
  void deviceUses(
      String device, @Nullable IOMapper through, boolean write, long address, long length) {
    Optional<Use> found = covering(live, through, address, 1);
    if (found.isEmpty()) {
      explainMissing(device, through, address);
      return;
    }
    Use use = found.get();
    DmaUse what = use.use;
    if (!(write ? what.writable() : what.readable())) {
      report(
          "against-direction",
          "%s %s 0x%x, prepared for the other direction"
              .formatted(device, write ? "writes" : "reads", address),
          use);
    }
    if (covering(live, through, address, length).isEmpty()
        && covering(live, through, address + length - 1, 1).isEmpty()) {
      report(
          "beyond-prepared",
          "%s goes 0x%x bytes from 0x%x, beyond what was prepared"
              .formatted(device, length, address),
          use);
    }
    if (what.bounced() && !write && use.cpuWrote) {
      report(
          "device-reads-unsynchronized",
          "%s reads 0x%x, whose copy lacks what the CPU wrote".formatted(device, address),
          use);
    }
    use.deviceWrote |= write;
  }

  private void explainMissing(String device, @Nullable IOMapper through, long address) {
    Optional<Use> before = covering(ended, through, address, 1);
    if (before.isPresent()) {
      report(
          "used-after-complete",
          "%s uses 0x%x, whose preparation has ended".formatted(device, address),
          before.get());
      return;
    }
    for (Use other : live) {
      if (through != null && other.use.mapper() != through && covers(other.use, address, 1)) {
        report(
            "foreign-address",
            "%s uses 0x%x, an address of %s".formatted(device, address, space(other.use.mapper())),
            other);
        return;
      }
    }
  }

  private String space(@Nullable IOMapper mapper) {
    return mapper == null ? "CPU-physical memory" : happenings.name(mapper);
  }

  private void report(String kind, String what, Use use) {
    happenings.misused(kind, what, use.use.owner());
  }

  private static Optional<Use> covering(
      Iterable<Use> uses, @Nullable IOMapper through, long address, long length) {
    for (Use use : uses) {
      if (use.use.mapper() == through && covers(use.use, address, length)) {
        return Optional.of(use);
      }
    }
    return Optional.empty();
  }

  private static boolean covers(DmaUse use, long address, long length) {
    return use.segments().stream().anyMatch(range -> holds(range, address, length));
  }

  private static boolean holds(IOAddressRange range, long address, long length) {
    long inside = address - range.address;
    return inside >= 0 && inside < range.length && length <= range.length - inside;
  }

  void cpuReads(long address, long length) {
    if (copying) {
      return;
    }
    for (Use use : live) {
      if (use.deviceWrote && touches(use.originals, address, length)) {
        report(
            "cpu-reads-unsynchronized",
            "the CPU reads 0x%x, and what the device wrote is in the copy".formatted(address),
            use);
      }
    }
  }

  void cpuWrites(long address, long length) {
    if (copying) {
      return;
    }
    for (Use use : live) {
      if (touches(use.originals, address, length)) {
        use.cpuWrote = true;
      }
    }
  }

  private static boolean touches(List<IOAddressRange> ranges, long address, long length) {
    return ranges.stream()
        .anyMatch(
            range -> address < range.address + range.length && range.address < address + length);
  }

  private static boolean overlap(
      List<IOAddressRange> left, List<IOAddressRange> right, long granule) {
    for (IOAddressRange one : left) {
      long start = one.address & -granule;
      long end = one.address + one.length + granule - 1 & -granule;
      if (touches(right, start, end - start)) {
        return true;
      }
    }
    return false;
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

  private static List<IOAddressRange> walk(IOMemoryDescriptor memory) {
    List<IOAddressRange> ranges = new ArrayList<>();
    IOMDDMAWalkSegmentArgs walk = new IOMDDMAWalkSegmentArgs();
    int operation = IOMemoryDescriptor.kIOMDWalkSegments;
    while (memory.dmaCommandOperation(operation, walk, 0) == IOReturn.kIOReturnSuccess) {
      ranges.add(new IOAddressRange(walk.fIOVMAddr, walk.fLength));
      walk.fOffset += walk.fLength;
    }
    return ranges;
  }
}
