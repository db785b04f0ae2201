package dev.dmalint.machine;

import dev.dmalint.iokit.DmaPages;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMAMapPageList;
import dev.dmalint.iokit.IODMAMapSpecification;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.KernelPanic;
import dev.dmalint.machine.iommu.Domain;
import dev.dmalint.machine.iommu.Domain.Entry;
import dev.dmalint.machine.iommu.Numbers;
import dev.dmalint.machine.iommu.Range;
import dev.dmalint.machine.trace.TraceEvent;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A mapper with a domain behind it: AppleVTD's shared one, one of its device mappers, or a DART.
 *
 * @see "IOPCIFamily: AppleVTD.cpp"
 */
final class DomainMapper extends IOMapper {
  /** What traces call the system's. */
  static final String SYSTEM = "vtd[0]";

  private static final int BOTH = kIODMAMapReadAccess | kIODMAMapWriteAccess;

  private record Live(
      long pages,
      long alignment,
      long start,
      long length,
      boolean filled,
      @Nullable Object owner) {}

  private final Domain domain;
  private final Numbers numbers;
  private final Happenings happenings;
  private final TreeMap<Long, Live> live = new TreeMap<>();
  private boolean active;

  DomainMapper(Domain domain, Numbers numbers, Happenings happenings) {
    this.domain = domain;
    this.numbers = numbers;
    this.happenings = happenings;
    setName(domain.name());
  }

  Domain domain() {
    return domain;
  }

  /** The object that drivers and the port know it by. */
  IOMapper known() {
    return domain.name().equals(SYSTEM) ? SystemMapper.SHARED : this;
  }

  /** Whether something was ever mapped: a device mapper takes its device over then. */
  boolean isActive() {
    return active;
  }

  /** Whether the CPU's table has a page for an address. */
  boolean maps(long address) {
    return domain.at(address).isPresent();
  }

  /** Mappings that nobody has removed. */
  int liveMappings() {
    return live.size();
  }

  @Override
  public long getPageSize() {
    return 1L << domain.pageShift();
  }

  @Override
  public int iovmMapMemory(
      @Nullable IOMemoryDescriptor memory,
      long descriptorOffset,
      long length,
      int mapOptions,
      @Nullable IODMAMapSpecification mapSpecification,
      @Nullable IODMACommand dmaCommand,
      @Nullable IODMAMapPageList pageList,
      long[] mapAddress,
      long[] mapLength) {
    if (happenings.fails("map")) {
      return IOReturn.kIOReturnNoResources;
    }
    long inPage = 0;
    long[] pages = {};
    boolean oneRun = true;
    if (pageList != null) {
      pages = new long[pageList.pageListCount];
      for (int i = 0; i < pages.length; i++) {
        pages[i] = Integer.toUnsignedLong(pageList.pageList[i]) << domain.pageShift();
      }
      inPage = pageList.pageOffset;
      oneRun = pages.length == pagesOf(inPage + length);
    } else if (memory != null) {
      DmaPages layout = DmaPages.of(memory, descriptorOffset, length, domain.pageShift());
      if (layout == null) {
        return IOReturn.kIOReturnVMError;
      }
      pages = layout.pages().stream().mapToLong(Long::longValue).toArray();
      inPage = layout.start();
      oneRun = layout.isOneRun();
    }
    long count = Math.max(pages.length, memory == null ? pagesOf(length) : 0);
    long alignment = mapSpecification == null ? 1 : Math.max(1, mapSpecification.alignment);
    int bits =
        mapSpecification == null || mapSpecification.numAddressBits == 0
            ? 64
            : mapSpecification.numAddressBits;
    boolean onlyArena = (mapOptions & kIODMAMapPagingPath) != 0;
    OptionalLong wanted = wanted(mapOptions, mapAddress, inPage, pages);
    Optional<Long> base =
        wanted.isPresent()
            ? Optional.of(wanted.getAsLong()).filter(at -> numbers.takeAt(at, count))
            : take(count, alignment, bits, onlyArena);
    if (base.isEmpty()) {
      return wanted.isPresent() ? IOReturn.kIOReturnNoResources : noRoom(count);
    }
    active = true;
    int rights = pageList == null ? BOTH : mapOptions & BOTH;
    long first = base.get();
    enter(first, pages, rights);
    mapAddress[0] = first + inPage;
    mapLength[0] = oneRun ? length : (count << domain.pageShift()) - inPage;
    Object owner = dmaCommand == null ? memory : dmaCommand;
    live.put(first, new Live(count, alignment, mapAddress[0], length, pages.length > 0, owner));
    happenings.add(new TraceEvent.Mapped(domain.name(), mapAddress[0], length, rightsText(rights)));
    return IOReturn.kIOReturnSuccess;
  }

  /** The number that the caller wants: its own, or that of the memory, which then is one run. */
  private static OptionalLong wanted(int options, long[] address, long inPage, long[] pages) {
    if ((options & kIODMAMapFixedAddress) != 0) {
      return OptionalLong.of(address[0] - inPage);
    }
    boolean identity = (options & kIODMAMapIdentityMap) != 0 && pages.length > 0;
    return identity ? OptionalLong.of(pages[0]) : OptionalLong.empty();
  }

  /** Maps what the firmware wants mapped to itself, up to one page before its last byte. */
  void mapToItself(Range range) {
    long page = 1L << domain.pageShift();
    long last = range.first();
    for (long at = range.first(); at + page <= range.last(); at += page) {
      domain.put(at, new Entry(at, true, true));
      last = at + page;
    }
    happenings.add(new TraceEvent.Mapped(domain.name(), range.first(), last - range.first(), "rw"));
  }

  private void enter(long first, long[] pages, int rights) {
    for (int i = 0; i < pages.length; i++) {
      domain.put(
          first + ((long) i << domain.pageShift()),
          new Entry(
              pages[i], (rights & kIODMAMapReadAccess) != 0, (rights & kIODMAMapWriteAccess) != 0));
    }
  }

  /** Without room it waits for the flush that is queued: numbers come back then. */
  private Optional<Long> take(long pages, long alignment, int bits, boolean onlyArena) {
    Optional<Long> found = numbers.take(pages, alignment, bits, onlyArena);
    if (found.isEmpty()) {
      domain.flush();
      found = numbers.take(pages, alignment, bits, onlyArena);
    }
    return found;
  }

  private int noRoom(long pages) {
    if (numbers.isQuarterOfArena(pages)) {
      return IOReturn.kIOReturnNoResources;
    }
    throw new KernelPanic(
        "%s has no I/O space left and waits for some for ever".formatted(domain.name()));
  }

  private long pagesOf(long bytes) {
    return (bytes + (1L << domain.pageShift()) - 1) >>> domain.pageShift();
  }

  private static String rightsText(int rights) {
    return ((rights & kIODMAMapReadAccess) != 0 ? "r" : "")
        + ((rights & kIODMAMapWriteAccess) != 0 ? "w" : "");
  }

  @Override
  public int iovmUnmapMemory(
      @Nullable IOMemoryDescriptor memory,
      @Nullable IODMACommand dmaCommand,
      long mapAddress,
      long mapLength) {
    long first = mapAddress & -(1L << domain.pageShift());
    Live mapping = live.get(first);
    if (mapping == null) {
      reportUnmapped(mapAddress);
      return IOReturn.kIOReturnBadArgument;
    }
    if (mapping.start() != mapAddress) {
      happenings.misused(
          Misuse.UNMAP_RANGE,
          "unmap of 0x%x, mapped at 0x%x".formatted(mapAddress, mapping.start()),
          this);
    }
    if (mapping.length() != mapLength) {
      happenings.misused(
          Misuse.UNMAP_SIZE,
          "unmap of 0x%x with length 0x%x, mapped with 0x%x"
              .formatted(mapAddress, mapLength, mapping.length()),
          this);
    }
    Object owner = dmaCommand == null ? memory : dmaCommand;
    if (mapping.owner() != owner) {
      happenings.misused(
          Misuse.UNMAP_OWNER, "unmap of 0x%x, which another mapped".formatted(mapAddress), this);
    }
    live.remove(first);
    domain.remove(first, mapping.pages());
    domain.afterFlush(() -> numbers.give(first, mapping.pages(), mapping.alignment()));
    happenings.add(new TraceEvent.Unmapped(domain.name(), mapAddress, mapLength));
    return IOReturn.kIOReturnSuccess;
  }

  private void reportUnmapped(long address) {
    Map.Entry<Long, Live> before = live.floorEntry(address);
    boolean inside =
        before != null
            && (address - before.getKey()) >>> domain.pageShift() < before.getValue().pages();
    if (inside) {
      happenings.misused(
          Misuse.UNMAP_RANGE,
          "unmap of 0x%x, inside the mapping at 0x%x".formatted(address, before.getValue().start()),
          this);
    } else {
      happenings.misused(
          Misuse.UNMAP_UNMAPPED, "unmap of 0x%x, which is not mapped".formatted(address), this);
    }
  }

  @Override
  public int iovmInsert(
      int options, long mapAddress, long offset, long physicalAddress, long length) {
    long mask = (1L << domain.pageShift()) - 1;
    if ((physicalAddress & mask) != ((mapAddress + offset) & mask)) {
      return IOReturn.kIOReturnNotAligned;
    }
    active = true;
    for (long at = -(physicalAddress & mask); at < length; at += mask + 1) {
      domain.put(mapAddress + offset + at, new Entry(physicalAddress + at, true, true));
    }
    happenings.add(new TraceEvent.Mapped(domain.name(), mapAddress + offset, length, "rw"));
    return IOReturn.kIOReturnSuccess;
  }

  @Override
  public long mapToPhysicalAddress(long mappedAddress) {
    long mask = (1L << domain.pageShift()) - 1;
    return domain
        .at(mappedAddress)
        .map(entry -> entry.physical() | (mappedAddress & mask))
        .orElse(mappedAddress);
  }
}
