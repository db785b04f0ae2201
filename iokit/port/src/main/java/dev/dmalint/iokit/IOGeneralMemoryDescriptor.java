package dev.dmalint.iokit;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Virtual or physical ranges in one descriptor: what the factories of {@link IOMemoryDescriptor}
 * make.
 *
 * @see "xnu: iokit/Kernel/IOMemoryDescriptor.cpp"
 */
public class IOGeneralMemoryDescriptor extends IOMemoryDescriptor {
  private static final int NEVER_MAPPED = kIOMemoryHostOnly | kIOMemoryRemote;

  private Ranges ranges;
  private Task task;
  private int flags;
  private IOMapper mapper;
  private int wireCount;
  private int preparedWays;
  private boolean failed;
  private int dmaReferences;
  private long preparation;
  private int rights;
  private boolean paging;
  private final SharedMapping mapping = new SharedMapping(this);

  /** For subclasses and factories; ranges come with {@code initWithOptions}. */
  protected IOGeneralMemoryDescriptor() {}

  @Override
  public boolean initWithOptions(
      Object buffers, int count, int offset, Task task, int options, IOMapper mapper) {
    Kernel.current();
    if (ranges != null) {
      abandon();
    }
    int virtual = (options & ~kIOMemoryTypeMask) | kIOMemoryTypeVirtual64;
    int type = options & kIOMemoryTypeMask;
    paging = type == kIOMemoryTypeUPL;
    return switch (type) {
      case kIOMemoryTypeUPL ->
          buffers instanceof Upl upl
              && describe(
                  upl.ranges(offset, count), upl.task(), virtual | kIOMemoryAutoPrepare, mapper);
      case kIOMemoryTypeUIO ->
          buffers instanceof Uio uio && describe(uio.ranges(), uio.task(task), virtual, mapper);
      case kIOMemoryTypePersistentMD ->
          buffers instanceof IOGeneralMemoryDescriptor original
              && original.isPersistent()
              && describe(original.described(), original.task, virtual, mapper);
      case kIOMemoryTypeVirtual64 ->
          task != null
              && buffers instanceof IOAddressRange[] given
              && describe(firstOf(given, count), task, options, mapper);
      case kIOMemoryTypePhysical64 ->
          buffers instanceof IOAddressRange[] given
              && describe(firstOf(given, count), null, options, mapper);
      default -> false;
    };
  }

  private static IOAddressRange[] firstOf(IOAddressRange[] given, int count) {
    return count < 0 || count > given.length ? null : Arrays.copyOf(given, count);
  }

  /** Of a task's memory, or of physical memory where that is null. */
  private boolean describe(IOAddressRange[] given, Task of, int options, IOMapper named) {
    Kernel kernel = Kernel.current();
    Ranges read = given == null ? null : Ranges.of(given, given.length);
    if (read == null || (of != null && read.length() > kernel.memorySize())) {
      return false;
    }
    ranges = read;
    length = read.length();
    task = of;
    flags = options & ~kIOMemoryDirectionMask;
    direction = options & kIOMemoryDirectionMask;
    boolean unmapped = of == null || (options & (kIOMemoryMapperNone | NEVER_MAPPED)) != 0;
    IOMapper wanted = named == null ? kernel.systemMapper() : named;
    mapper = unmapped ? null : wanted;
    return (options & kIOMemoryAutoPrepare) == 0 || prepare() == IOReturn.kIOReturnSuccess;
  }

  private boolean isPersistent() {
    return ranges != null && !isPhysical() && (flags & kIOMemoryPersistent) != 0;
  }

  @Override
  public int prepare(int forDirection) {
    boolean wired = isPhysical() && !isRemote();
    int result = wired ? IOReturn.kIOReturnSuccess : wire(forDirection);
    failed = result != IOReturn.kIOReturnSuccess;
    Kernel.current()
        .called("IOMemoryDescriptor.prepare", this, IOReturn.nameOf(result), forDirection);
    return result;
  }

  private int wire(int forDirection) {
    if ((flags & kIOMemoryRemote) != 0) {
      return IOReturn.kIOReturnNotAttached;
    }
    int wanted = forDirection & kIODirectionInOut;
    if (wanted == kIODirectionNone) {
      wanted = direction & kIODirectionInOut;
    }
    if (wireCount > 0) {
      if (isReadOnly() && (wanted & kIODirectionIn) != 0) {
        return IOReturn.kIOReturnNotWritable;
      }
      wireCount++;
      preparedWays |= wanted == kIODirectionNone ? kIODirectionInOut : wanted;
      return IOReturn.kIOReturnSuccess;
    }
    boolean low = (forDirection & kIODirectionPrepareToPhys32) != 0;
    if (low) {
      mapping.limitTo(32);
    }
    int result = wireRanges(low ? 0xFFFFFFFFL : -1L);
    if (result == IOReturn.kIOReturnSuccess) {
      wireCount = 1;
      preparedWays = wanted == kIODirectionNone ? kIODirectionInOut : wanted;
      rights = rightsOf(wanted);
      preparation = Kernel.current().unique();
    }
    return result;
  }

  private int wireRanges(long highest) {
    Kernel kernel = Kernel.current();
    for (int i = 0; i < ranges.count(); i++) {
      int result =
          kernel.fails("wire")
              ? IOReturn.kIOReturnCannotWire
              : kernel.wire(task, ranges.start(i), ranges.length(i), highest);
      if (result != IOReturn.kIOReturnSuccess) {
        unwireRanges(i);
        return result;
      }
    }
    return IOReturn.kIOReturnSuccess;
  }

  private void unwireRanges(int count) {
    for (int i = 0; i < count; i++) {
      Kernel.current().unwire(task, ranges.start(i), ranges.length(i));
    }
  }

  private static int rightsOf(int direction) {
    return switch (direction) {
      case kIODirectionOut -> IOMapper.kIODMAMapReadAccess;
      case kIODirectionIn -> IOMapper.kIODMAMapWriteAccess;
      default -> IOMapper.kIODMAMapReadAccess | IOMapper.kIODMAMapWriteAccess;
    };
  }

  @Override
  public int complete(int forDirection) {
    Kernel kernel = Kernel.current();
    if (!isPhysical()) {
      if (wireCount == 0) {
        kernel.misused("complete-unprepared", "complete of a descriptor not prepared", this);
      } else if (wireCount == 1) {
        requireDirection(kernel, forDirection);
        release(kernel);
      } else {
        requireDirection(kernel, forDirection);
        wireCount--;
      }
    }
    kernel.called("IOMemoryDescriptor.complete", this, "kIOReturnSuccess", forDirection);
    return IOReturn.kIOReturnSuccess;
  }

  private void requireDirection(Kernel kernel, int forDirection) {
    int ways = forDirection & kIODirectionInOut;
    if ((ways & ~preparedWays) != 0) {
      kernel.misused(
          "complete-direction",
          "complete for direction %d of a descriptor prepared for %d".formatted(ways, preparedWays),
          this);
    }
  }

  @Override
  void usedUnprepared(String what) {
    Kernel.current().misused(failed ? "failure-ignored" : "unprepared-memory", what, this);
  }

  private void release(Kernel kernel) {
    if (dmaReferences > 0) {
      kernel.misused(
          "complete-under-command", "last complete of a descriptor that a command uses", this);
      throw new KernelPanic("complete() of a descriptor while DMA is active");
    }
    mapping.remove();
    kernel.withdrawn(this);
    wireCount = 0;
    preparation = 0;
    unwireRanges(ranges.count());
  }

  private void abandon() {
    if (wireCount > 0) {
      release(Kernel.current());
    }
    mapping.remove();
    Kernel.current().withdrawn(this);
  }

  @Override
  protected void free() {
    if (ranges != null) {
      abandon();
    }
    super.free();
  }

  @Override
  public long getPhysicalSegment(long offset, long[] length, int options) {
    return query(offset, length, options, true);
  }

  @Override
  long copySegment(long offset, long[] run) {
    return query(offset, run, kIOMemoryMapperNone, false);
  }

  private long query(long offset, long[] length, int options, boolean tells) {
    Kernel kernel = Kernel.current();
    long[] run = new long[1];
    long address = 0;
    if (ranges != null && Long.compareUnsigned(offset, this.length) < 0) {
      if ((options & _kIOMemorySourceSegment) != 0) {
        run[0] = ranges.leftAt(offset);
        address = ranges.addressAt(offset);
      } else {
        address = segment(kernel, offset, run, (options & kIOMemoryMapperNone) != 0);
        if (tells && !(mapping.isLive() && mapping.at(offset, new long[1]) == address)) {
          kernel.told(this, address, run[0]);
        }
      }
    }
    if (length != null) {
      length[0] = run[0];
    }
    kernel.called(
        "IOMemoryDescriptor.getPhysicalSegment",
        this,
        new IOAddressRange(address, run[0]),
        offset,
        options);
    return address;
  }

  private long segment(Kernel kernel, long offset, long[] run, boolean unmapped) {
    if (!isWired()) {
      usedUnprepared("segments asked for of memory that is not prepared");
    }
    requireWired();
    if (!unmapped && (flags & NEVER_MAPPED) == 0 && kernel.systemMapper() != null) {
      IOMapper in = isPhysical() ? kernel.systemMapper() : mapper;
      if (mapping.isLive() || (in != null && mapping.make(in))) {
        mapping.announce();
        return mapping.at(offset, run);
      }
      if (in != null) {
        return 0;
      }
    }
    boolean reinterpreted =
        isPhysical() && (flags & (kIOMemoryMapperNone | NEVER_MAPPED)) == 0 && unmapped;
    if (reinterpreted && kernel.systemMapper() != null) {
      long mask = (1L << kernel.pageShift()) - 1;
      long address = ranges.addressAt(offset);
      run[0] = Math.min(ranges.leftAt(offset), mask + 1 - (address & mask));
      return kernel.systemMapper().mapToPhysicalAddress(address);
    }
    return walk(offset, run);
  }

  @Override
  boolean isRemote() {
    return (flags & kIOMemoryRemote) != 0;
  }

  private void requireWired() {
    if (!isWired() && !isRemote()) {
      throw new KernelPanic("IOGMD: not wired: the descriptor is not prepared");
    }
  }

  @Override
  long walk(long offset, long[] run) {
    requireWired();
    return resident(offset, run);
  }

  /** As {@link #walk}, also for memory that is not wired. */
  @Override
  long resident(long offset, long[] run) {
    long source = ranges.addressAt(offset);
    long left = ranges.leftAt(offset);
    if (isPhysical()) {
      run[0] = left;
      return source;
    }
    Kernel kernel = Kernel.current();
    long mask = (1L << kernel.pageShift()) - 1;
    long first = kernel.translate(task, source);
    long length = Math.min(left, mask + 1 - (source & mask));
    while (length < left && kernel.translate(task, source + length) == first + length) {
      length = Math.min(left, length + mask + 1);
    }
    run[0] = length;
    return first;
  }

  @Override
  long cpuSegment(long offset, long[] run) {
    return isPhysical()
        ? getPhysicalSegment(offset, run, kIOMemoryMapperNone)
        : resident(offset, run);
  }

  @Override
  long preparationID() {
    return isPhysical() ? 2 : preparation;
  }

  @Override
  boolean isReadOnly() {
    return wireCount > 0 && rights == IOMapper.kIODMAMapReadAccess;
  }

  @Override
  boolean isWired() {
    return isPhysical() || wireCount > 0;
  }

  final boolean isPhysical() {
    return task == null;
  }

  final int flags() {
    return flags;
  }

  final Task task() {
    return task;
  }

  final SharedMapping sharedMapping() {
    return mapping;
  }

  @Override
  int mapFor(
      IOMapper in,
      IODMAMapSpecification spec,
      IODMACommand command,
      long offset,
      long bytes,
      long[] address) {
    if ((flags & kIOMemoryHostOnly) != 0) {
      address[0] = 0;
      return IOReturn.kIOReturnSuccess;
    }
    if ((flags & kIOMemoryRemote) != 0) {
      return IOReturn.kIOReturnNotAttached;
    }
    if (isPhysical() || offset != 0 || bytes != length) {
      int both = IOMapper.kIODMAMapReadAccess | IOMapper.kIODMAMapWriteAccess;
      int rights = isReadOnly() ? IOMapper.kIODMAMapReadAccess : both;
      return in.iovmMapMemory(
          this, offset, bytes, path(rights), spec, command, null, address, new long[1]);
    }
    return in.iovmMapMemory(
        this, 0, bytes, path(rights), spec, command, pageList(), address, new long[1]);
  }

  private int path(int rights) {
    return paging ? rights | IOMapper.kIODMAMapPagingPath : rights;
  }

  private IODMAMapPageList pageList() {
    int shift = Kernel.current().pageShift();
    DmaLayout layout = DmaLayout.of(this, 0, length, shift);
    IODMAMapPageList list = new IODMAMapPageList();
    list.pageListCount = layout.pages().size();
    list.pageList = new int[list.pageListCount];
    for (int i = 0; i < list.pageListCount; i++) {
      list.pageList[i] = (int) (layout.pages().get(i) >>> shift);
    }
    list.pageOffset = (int) layout.runs().get(0).at();
    return list;
  }

  /** What a device may do with a mapping of all of it. */
  final int deviceRights() {
    return isPhysical() ? IOMapper.kIODMAMapReadAccess | IOMapper.kIODMAMapWriteAccess : rights;
  }

  @Override
  void dmaReferenced() {
    dmaReferences++;
  }

  @Override
  void dmaReleased() {
    dmaReferences--;
  }

  /** Its ranges. */
  private IOAddressRange[] described() {
    return IntStream.range(0, ranges.count())
        .mapToObj(i -> new IOAddressRange(ranges.start(i), ranges.length(i)))
        .toArray(IOAddressRange[]::new);
  }
}
