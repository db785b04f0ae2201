package dev.dmalint.machine;

import dev.dmalint.iokit.DmaUse;
import dev.dmalint.iokit.IOAddressRange;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.machine.bus.DmaLimits;
import dev.dmalint.machine.trace.TraceEvent;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares what devices and the CPU do to memory with what was prepared, and reports each {@link
 * Misuse}, the first time and every time.
 */
final class DmaChecker {
  private static final long PAGE = 4096;
  private static final int NARROW = 32;

  private final Happenings happenings;
  private final LongPredicate owned;
  private final List<LiveUse> live = new ArrayList<>();
  private final IdentityHashMap<Object, List<IOAddressRange>> told = new IdentityHashMap<>();
  private final EndedUses ended = new EndedUses();
  private boolean copying;

  /**
   * A checker that saw nothing yet.
   *
   * @param owned whether a physical page was handed out to somebody
   */
  DmaChecker(Happenings happenings, LongPredicate owned) {
    this.happenings = happenings;
    this.owned = owned;
  }

  void began(DmaUse use) {
    LiveUse begun = new LiveUse(use);
    for (LiveUse other : live) {
      compare(begun, other);
    }
    for (IOAddressRange range : use.segments()) {
      ended.forget(use.mapper(), range.address, range.length);
    }
    live.add(begun);
  }

  void ended(DmaUse use) {
    if (live.removeIf(known -> known.use().equals(use))) {
      String owner = happenings.name(use.owner());
      for (IOAddressRange range : use.segments()) {
        ended.add(use.mapper(), range.address, range.length, owner);
      }
    }
  }

  /** Somebody was told the physical address of memory that stays where it is for now. */
  void told(@Nullable IOMemoryDescriptor memory, long address, long length) {
    ended.forget(null, address, length);
    if (memory != null) {
      List<IOAddressRange> ranges = told.computeIfAbsent(memory, key -> new ArrayList<>());
      if (ranges.stream().noneMatch(range -> Spans.holds(range, address, length))) {
        ranges.add(new IOAddressRange(address, length));
      }
    }
  }

  /** Memory may move from now on: the addresses that {@link #told} knows are worth nothing. */
  void withdrawn(IOMemoryDescriptor memory) {
    List<IOAddressRange> ranges = told.remove(memory);
    if (ranges != null) {
      String owner = happenings.name(memory);
      ranges.forEach(range -> ended.add(null, range.address, range.length, owner));
    }
  }

  /** Runs a copy between memory and its bounce buffer: afterwards both hold the same. */
  void synchronizing(DmaUse use, Runnable copy) {
    copying = true;
    copy.run();
    copying = false;
    live.stream().filter(known -> known.use().equals(use)).forEach(LiveUse::synchronizedNow);
  }

  /** A driver has stopped: none of its commands should hold memory. */
  void stopped() {
    live.stream()
        .filter(LiveUse::isOfCommand)
        .forEach(
            known ->
                happenings.misused(
                    Misuse.PREPARED_AT_STOP, "still prepared after stop", known.use().owner()));
  }

  /** A driver is gone: nothing of it should be mapped. */
  void freed() {
    live.forEach(
        known ->
            happenings.misused(
                Misuse.MAPPED_AT_FREE,
                "0x%x is still mapped after free".formatted(first(known.use())),
                known.use().owner()));
  }

  private static long first(DmaUse use) {
    return use.segments().isEmpty() ? 0 : use.segments().get(0).address;
  }

  /** Pages go back though a device may still use them. */
  void givenBack(List<IOAddressRange> physical) {
    for (LiveUse known : live) {
      if (physical.stream().anyMatch(range -> known.isBackedBy(range.address, range.length))) {
        happenings.misused(
            Misuse.FREED_WHILE_PREPARED,
            "memory at physical 0x%x is freed, which is prepared for a device"
                .formatted(physical.get(0).address),
            known.use().owner());
      }
    }
  }

  private void compare(LiveUse begun, LiveUse other) {
    if (begun.use().memory() == other.use().memory()
        || !begun.isIn(other.use().mapper())
        || begun.hasRightsOf(other)) {
      return;
    }
    if (begun.overlaps(other, 1)) {
      happenings.misused(
          Misuse.OVERLAP_CONFLICT,
          "the memory is mapped by " + happenings.name(other.use().owner()) + " with other rights",
          begun.use().owner());
    } else if (begun.overlaps(other, PAGE)) {
      happenings.add(
          new TraceEvent.Noted(
              happenings.name(begun.use().owner())
                  + " shares a page with "
                  + happenings.name(other.use().owner())
                  + ", which has other rights"));
    }
  }

  /** Whether an address was prepared for a device that writes and does not read. */
  boolean isForWritingOnly(DeviceAccess access) {
    return covering(access.space(), access.address(), 1).stream()
        .findFirst()
        .map(found -> found.allows(true) && !found.allows(false))
        .orElse(false);
  }

  private List<LiveUse> covering(@Nullable IOMapper space, long address, long length) {
    return live.stream()
        .filter(known -> known.isIn(space) && known.covers(address, length))
        .toList();
  }

  /** A device is about to use memory. */
  void deviceUses(DeviceAccess access) {
    List<LiveUse> found = covering(access.space(), access.address(), 1);
    if (found.isEmpty()) {
      explainMissing(access);
      return;
    }
    if (found.stream().noneMatch(known -> known.allows(access.write()))) {
      report(
          Misuse.AGAINST_DIRECTION,
          "%s, prepared for the other direction".formatted(access),
          found.get(0));
    }
    if (covering(access.space(), access.address(), access.length()).isEmpty()
        && covering(access.space(), access.last(), 1).isEmpty()) {
      reportBeyond(access, found.get(0));
    }
    for (LiveUse known : found) {
      if (!access.write() && known.deviceMisses(access.address(), access.length())) {
        report(
            Misuse.DEVICE_READS_UNSYNCHRONIZED,
            "%s, whose copy lacks what the CPU wrote".formatted(access),
            known);
      }
      if (access.write()) {
        known.deviceWrites(access.address(), access.length());
      }
    }
  }

  private void reportBeyond(DeviceAccess access, LiveUse known) {
    report(
        Misuse.BEYOND_PREPARED,
        "%s goes 0x%x bytes from 0x%x, beyond what was prepared"
            .formatted(access.device(), access.length(), access.address()),
        known);
  }

  private void explainMissing(DeviceAccess access) {
    if (access.through() == null && isTold(access.address())) {
      return;
    }
    Optional<String> before = ended.owner(access.space(), access.address());
    if (before.isPresent()) {
      boolean works = access.isMapped();
      happenings.misusedBy(
          works ? Misuse.STALE_ADDRESS : Misuse.USED_AFTER_COMPLETE,
          works
              ? "%s, whose command is complete; the memory keeps the mapping".formatted(access)
              : "%s, whose preparation has ended".formatted(access),
          before.get());
      return;
    }
    if (access.through() == null ? owned.test(access.address()) : mapsOtherwise(access)) {
      return;
    }
    for (LiveUse other : live) {
      if (!other.isIn(access.space()) && other.covers(access.address(), 1)) {
        report(
            Misuse.FOREIGN_ADDRESS, "%s, an address of %s".formatted(access, space(other)), other);
        return;
      }
    }
    if (access.through() != null && isTold(access.address())) {
      happenings.misused(
          Misuse.FOREIGN_ADDRESS,
          "%s, an address of CPU-physical memory".formatted(access),
          access.device());
      return;
    }
    for (LiveUse known : live) {
      if (known.isIn(access.space()) && known.isCutTo(access.address(), NARROW)) {
        report(
            Misuse.SEGMENT_TOO_WIDE,
            "%s, the low %d bits of a prepared address".formatted(access, NARROW),
            known);
        return;
      }
    }
  }

  private boolean isTold(long address) {
    return told.values().stream()
        .flatMap(List::stream)
        .anyMatch(range -> Spans.holds(range, address, 1));
  }

  /** Behind a prepared range the rest of its page is mapped, and nothing of it was meant. */
  private boolean mapsOtherwise(DeviceAccess access) {
    DomainMapper through = access.through();
    if (through == null || !access.isMapped()) {
      return false;
    }
    live.stream()
        .filter(known -> known.isIn(access.space()))
        .filter(known -> known.endsBefore(access.address(), through.getPageSize()))
        .findFirst()
        .ifPresent(known -> reportBeyond(access, known));
    return true;
  }

  private String space(LiveUse use) {
    return use.use().mapper() == null ? "CPU-physical memory" : happenings.name(use.use().mapper());
  }

  /** A device takes a segment, and compares it with what it can do. */
  void deviceTakes(DeviceAccess segment, DmaLimits limits) {
    List<LiveUse> found = covering(segment.space(), segment.address(), 1);
    Object owner = found.isEmpty() ? segment.device() : found.get(0).use().owner();
    if (limits.outgrows(segment.address(), segment.length())) {
      happenings.misused(
          Misuse.SEGMENT_TOO_WIDE,
          "%s takes 0x%x and has %d address bits"
              .formatted(segment.device(), segment.address(), limits.addressBits()),
          owner);
    }
    long longest =
        found.stream()
            .mapToLong(known -> known.use().maxSegment())
            .reduce(limits.longest(), Math::min);
    if (segment.length() > longest) {
      happenings.misused(
          Misuse.SEGMENT_TOO_LONG,
          "%s takes 0x%x bytes from 0x%x; 0x%x are allowed"
              .formatted(segment.device(), segment.length(), segment.address(), longest),
          owner);
    }
    boolean start = found.stream().anyMatch(known -> known.startsAt(segment.address()));
    if (start && (segment.address() & limits.alignment() - 1) != 0) {
      happenings.misused(
          Misuse.SEGMENT_MISALIGNED,
          "%s takes 0x%x and wants a multiple of 0x%x"
              .formatted(segment.device(), segment.address(), limits.alignment()),
          owner);
    }
  }

  private void report(Misuse kind, String what, LiveUse use) {
    happenings.misused(kind, what, use.use().owner());
  }

  void cpuReads(long address, long length) {
    if (copying) {
      return;
    }
    for (LiveUse use : live) {
      if (use.cpuMisses(address, length)) {
        report(
            Misuse.CPU_READS_UNSYNCHRONIZED,
            "the CPU reads 0x%x, and what the device wrote is in the copy".formatted(address),
            use);
      }
    }
  }

  void cpuWrites(long address, long length) {
    if (!copying) {
      live.forEach(use -> use.cpuWrites(address, length));
    }
  }
}
