package dev.dmalint.iokit;

/**
 * Memory that a driver hands around: ranges of a task's virtual addresses or of physical ones.
 *
 * <p>Whether an address is IOVA or CPU-physical is decided by the options of the creation and of
 * the call together; the number does not tell. The memory stays where it is only between {@link
 * #prepare(int)} and {@link #complete(int)}.
 *
 * @see "xnu: iokit/IOKit/IOMemoryDescriptor.h"
 */
@SuppressWarnings("DoNotCallSuggester") // Calls without behaviour will get theirs.
public abstract class IOMemoryDescriptor extends OSObject implements IOMapTypes {
  // Directions, from the CPU's side: In, the device writes memory; Out, the device reads it.
  public static final int kIODirectionNone = 0;
  public static final int kIODirectionIn = 1;
  public static final int kIODirectionOut = 2;
  public static final int kIODirectionOutIn = 3;
  public static final int kIODirectionInOut = 3;

  // Hints of prepare, and of complete.
  public static final int kIODirectionPrepareToPhys32 = 0x4;
  public static final int kIODirectionPrepareNoFault = 0x8;
  public static final int kIODirectionPrepareNonCoherent = 0x20;
  public static final int kIODirectionCompleteWithError = 0x40;
  public static final int kIODirectionCompleteWithDataValid = 0x80;

  // Options of creation: the direction, and what the ranges are.
  public static final int kIOMemoryDirectionMask = 0x7;
  public static final int kIOMemoryAutoPrepare = 0x8;
  public static final int kIOMemoryTypeVirtual = 0x10;
  public static final int kIOMemoryTypeVirtual64 = 0x10;
  public static final int kIOMemoryTypePhysical = 0x20;
  public static final int kIOMemoryTypePhysical64 = 0x20;
  public static final int kIOMemoryTypeUPL = 0x30;
  public static final int kIOMemoryTypePersistentMD = 0x40;
  public static final int kIOMemoryTypeUIO = 0x50;
  public static final int kIOMemoryTypeMask = 0xF0;

  // Options of creation: everything else. MapperNone is an option of getPhysicalSegment as well.
  public static final int kIOMemoryAsReference = 0x100;
  public static final int kIOMemoryBufferPageable = 0x400;
  public static final int kIOMemoryMapperNone = 0x800;
  public static final int kIOMemoryHostOnly = 0x1000;
  public static final int kIOMemoryPersistent = 0x10000;
  public static final int kIOMemoryMapCopyOnWrite = 0x20000;
  public static final int kIOMemoryRemote = 0x40000;
  public static final int kIOMemoryThreadSafe = 0x100000;
  public static final int kIOMemoryClearEncrypt = 0x200000;
  public static final int kIOMemoryUseReserve = 0x800000;

  /** Historic name, 10.4 and 10.5, of the bit now called {@link #kIOMemoryMapperNone}. */
  public static final int kIOMemoryDontMap = 0x800;

  /** Private option of {@link #getPhysicalSegment(long, long[], int)}: the range's own address. */
  public static final int _kIOMemorySourceSegment = 0x2000;

  // Operations of performOperation.
  public static final int kIOMemoryIncoherentIOFlush = 1;
  public static final int kIOMemoryIncoherentIOStore = 2;

  /** As a mapper argument: the system mapper, if there is one. */
  public static final IOMapper kIOMapperSystem = null;

  /** As a mapper argument: none. Historic, 10.4 and 10.5; never a mapper to call. */
  public static final IOMapper kIOMapperNone = new IOMapper.None();

  // Operations of dmaCommandOperation that are not private to the port.
  public static final int kIOMDWalkSegments = 0x01000000;
  public static final int kIOMDFirstSegment = 1 | kIOMDWalkSegments;

  /** Bytes. */
  long length;

  /** {@code kIODirection*}. */
  int direction;

  private int mapperOptions;

  /** For subclasses. */
  protected IOMemoryDescriptor() {}

  /**
   * Describes memory of the kernel and prepares it at once, for as long as the object lives.
   *
   * @param address kernel virtual address
   * @param length bytes
   * @param direction {@code kIODirection*}
   * @return the descriptor, or null if the range overflows or is longer than memory
   */
  public static IOMemoryDescriptor withAddress(long address, long length, int direction) {
    return withAddress(address, length, direction, Task.kernel_task);
  }

  /**
   * Describes memory at an address of a task, prepared at once if that is the kernel's.
   *
   * @param address virtual address in {@code task}; physical if that is null
   * @param length bytes
   * @param direction {@code kIODirection*}
   * @param task whose address it is
   * @return the descriptor, or null if the range overflows or is longer than memory
   */
  public static IOMemoryDescriptor withAddress(
      long address, long length, int direction, Task task) {
    IOAddressRange[] range = {new IOAddressRange(address, length)};
    int type = task == null ? kIOMemoryTypePhysical64 : kIOMemoryTypeVirtual64;
    int prepare = task == Task.kernel_task ? kIOMemoryAutoPrepare : 0;
    return withOptions(range, 1, 0, task, type | prepare | (direction & kIOMemoryDirectionMask));
  }

  /**
   * Describes one range. With a task it is not prepared, not even for the kernel's. Without one it
   * is physical and counts as wired; as {@link #withPhysicalAddress} unless {@link
   * #kIOMemoryMapperNone} is given, which makes the address CPU-physical for every unmapped use.
   *
   * @param address virtual address in {@code task}; physical if that is null
   * @param length bytes
   * @param options direction and {@code kIOMemory*} options
   * @param task whose address it is, or null
   * @return the descriptor, or null for bad options, or a range that overflows or is longer than
   *     memory
   */
  public static IOMemoryDescriptor withAddressRange(
      long address, long length, int options, Task task) {
    return withAddressRanges(
        new IOAddressRange[] {new IOAddressRange(address, length)}, 1, options, task);
  }

  /**
   * Describes several ranges as one run of bytes, otherwise as {@link #withAddressRange}.
   *
   * @param ranges where
   * @param rangeCount how many of them
   * @param options direction and {@code kIOMemory*} options
   * @param task whose addresses they are, or null for physical ones
   * @return the descriptor, or null as there
   */
  public static IOMemoryDescriptor withAddressRanges(
      IOAddressRange[] ranges, int rangeCount, int options, Task task) {
    int type = task == null ? kIOMemoryTypePhysical64 : kIOMemoryTypeVirtual64;
    return withOptions(
        ranges, rangeCount, 0, task, (options & ~kIOMemoryTypeMask) | type, kIOMapperSystem);
  }

  /**
   * Describes physical memory, counted as wired. Handing it out mapped takes {@code address} as
   * CPU-physical and yields a new IOVA on M1 and M2; each unmapped use (a segment with {@link
   * #kIOMemoryMapperNone}, a CPU copy, a CPU mapping) takes it as an IOVA of the system mapper
   * there, and as CPU-physical only where no IOVA of that number is live. On M0, M3 and M4 it is
   * CPU-physical throughout.
   *
   * @param address see above
   * @param length bytes
   * @param direction {@code kIODirection*}
   * @return the descriptor, or null if the range overflows
   */
  public static IOMemoryDescriptor withPhysicalAddress(long address, long length, int direction) {
    return withAddressRange(address, length, direction, null);
  }

  /**
   * Historic: describes physical ranges, as {@link #withPhysicalAddress}.
   *
   * @param ranges where
   * @param withCount how many of them
   * @param direction {@code kIODirection*}
   * @return the descriptor, or null if a range overflows
   */
  public static IOMemoryDescriptor withPhysicalRanges(
      IOAddressRange[] ranges, int withCount, int direction) {
    return withAddressRanges(ranges, withCount, direction, null);
  }

  /**
   * Historic: describes ranges of a task.
   *
   * @param ranges where
   * @param withCount how many of them
   * @param direction {@code kIODirection*}
   * @param task whose addresses they are
   * @return the descriptor, or null if a range overflows
   */
  public static IOMemoryDescriptor withRanges(
      IOAddressRange[] ranges, int withCount, int direction, Task task) {
    return withAddressRanges(ranges, withCount, direction, task);
  }

  /**
   * As the full form with the system mapper.
   *
   * @param buffers as there
   * @param count as there
   * @param offset as there
   * @param task as there
   * @param options as there
   * @return as there
   */
  public static IOMemoryDescriptor withOptions(
      Object buffers, int count, int offset, Task task, int options) {
    return withOptions(buffers, count, offset, task, options, kIOMapperSystem);
  }

  /**
   * The factory behind the others. Prepared only with {@link #kIOMemoryAutoPrepare}.
   *
   * @param buffers the ranges, of the kind that the type bits of {@code options} name
   * @param count how many
   * @param offset bytes to skip, for a UPL
   * @param task whose addresses they are, or null
   * @param options direction, type and {@code kIOMemory*} options
   * @param mapper whose I/O space the descriptor is mapped in; null for the system mapper
   * @return the descriptor, or null for bad type bits, or ranges that overflow or are longer than
   *     memory
   */
  public static IOMemoryDescriptor withOptions(
      Object buffers, int count, int offset, Task task, int options, IOMapper mapper) {
    IOGeneralMemoryDescriptor memory = new IOGeneralMemoryDescriptor();
    return memory.initWithOptions(buffers, count, offset, task, options, mapper) ? memory : null;
  }

  /**
   * Historic: a part of another descriptor; see {@link IOSubMemoryDescriptor}.
   *
   * @param of the whole
   * @param offset bytes into it
   * @param length bytes
   * @param options direction
   * @return the part, or null if it is out of range
   */
  public static IOMemoryDescriptor withSubRange(
      IOMemoryDescriptor of, long offset, long length, int options) {
    return IOSubMemoryDescriptor.withSubRange(of, offset, length, options);
  }

  /**
   * A descriptor of the memory that one created with {@link #kIOMemoryPersistent} stands for. That
   * memory has not changed hands here, so it is the original itself, as in IOKit.
   *
   * @param original that one
   * @return the original, retained; null if it is not persistent
   */
  public static IOMemoryDescriptor withPersistentMemoryDescriptor(IOMemoryDescriptor original) {
    Kernel.current();
    boolean persistent =
        original instanceof IOGeneralMemoryDescriptor general
            && (general.flags() & kIOMemoryPersistent) != 0;
    if (persistent) {
      original.retain();
    }
    return persistent ? original : null;
  }

  /**
   * As the full form with the system mapper.
   *
   * @param buffers as there
   * @param count as there
   * @param offset as there
   * @param task as there
   * @param options as there
   * @return as there
   */
  public boolean initWithOptions(Object buffers, int count, int offset, Task task, int options) {
    return initWithOptions(buffers, count, offset, task, options, kIOMapperSystem);
  }

  /**
   * Points the descriptor at other memory. Outstanding preparations are completed first, so that
   * every IOVA handed out before is dead.
   *
   * @param buffers the ranges, of the kind that the type bits of {@code options} name
   * @param count how many
   * @param offset bytes to skip, for a UPL
   * @param task whose addresses they are, or null
   * @param options direction, type and {@code kIOMemory*} options
   * @param mapper whose I/O space it is mapped in; null for the system mapper
   * @return false as {@link #withOptions(Object, int, int, Task, int, IOMapper)} gives null
   */
  public boolean initWithOptions(
      Object buffers, int count, int offset, Task task, int options, IOMapper mapper) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * The direction of creation.
   *
   * @return {@code kIODirection*}
   */
  public int getDirection() {
    return direction;
  }

  /**
   * The length.
   *
   * @return bytes
   */
  public long getLength() {
    return length;
  }

  /**
   * Prepares for the direction of creation.
   *
   * @return as {@link #prepare(int)}
   */
  public int prepare() {
    return prepare(kIODirectionNone);
  }

  /**
   * Pages the memory in and wires it; nested calls count. It makes no IOVA: the first mapped
   * segment query or a command's prepare does. The first call fixes the rights that a whole-range
   * mapping gives the device: Out, read; In, write; otherwise both.
   *
   * @param forDirection {@code kIODirection*} and prepare hints; None for that of creation
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotWritable} for In inside a preparation for
   *     Out; {@code kIOReturnCannotWire}, {@code kIOReturnNoResources} or {@code kIOReturnNoMemory}
   *     if wiring fails; {@code kIOReturnNotAttached} for remote memory
   */
  public int prepare(int forDirection) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Completes for the direction of preparation.
   *
   * @return as {@link #complete(int)}
   */
  public int complete() {
    return complete(kIODirectionNone);
  }

  /**
   * Takes one prepare back. The last one removes the IOVA that the descriptor owns and releases the
   * pages.
   *
   * @param forDirection complete flags
   * @return {@code kIOReturnSuccess}, also without a prepare in release kernels
   * @throws KernelPanic if a DMA command still refers to the descriptor
   */
  public int complete(int forDirection) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * A <b>mapped</b> segment: the full form without options.
   *
   * @param offset as there
   * @param length as there
   * @return IOVA of the system mapper on M1 and M2; CPU-physical on M0, M3 and M4, which a DART on
   *     M3 refuses
   */
  public long getPhysicalSegment(long offset, long[] length) {
    return getPhysicalSegment(offset, length, 0);
  }

  /**
   * The address of the memory at an offset. With {@link #kIOMemoryMapperNone} it is CPU-physical in
   * every state (for a physical descriptor created without that option: what {@link
   * #withPhysicalAddress} says). Without it, IOVA of the system mapper on M1 and M2, of the
   * descriptor's own mapper if it was created with one, and CPU-physical on M0, M3 and M4. A
   * descriptor of virtual ranges created with {@link #kIOMemoryMapperNone}, {@link
   * #kIOMemoryHostOnly} or {@link #kIOMemoryRemote} answers CPU-physical; a physical one created
   * with MapperNone is mapped all the same. The first mapped query maps the whole descriptor, until
   * its last complete.
   *
   * @param offset bytes from the start
   * @param length out, shape [1], may be null: bytes that follow without a gap. CPU-physical: the
   *     run of adjacent pages; mapped: normally all that is left
   * @param options 0, {@link #kIOMemoryMapperNone} or {@link #_kIOMemorySourceSegment}
   * @return the address, or 0 at or past the end
   * @throws KernelPanic if virtual ranges are not prepared
   */
  public long getPhysicalSegment(long offset, long[] length, int options) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Historic, 32-bit kernels: the address without a mapper.
   *
   * @param offset bytes from the start
   * @param length out, shape [1], may be null: bytes that follow without a gap
   * @return CPU-physical, as with {@link #kIOMemoryMapperNone}; 0 at or past the end
   */
  public long getPhysicalSegment64(long offset, long[] length) {
    return getPhysicalSegment(offset, length, kIOMemoryMapperNone);
  }

  /**
   * Historic, 32-bit kernels: the address in the ranges.
   *
   * @param offset bytes from the start
   * @param length out, shape [1], may be null: bytes left in the range
   * @return for virtual ranges a virtual address; 0 at or past the end
   */
  public long getSourceSegment(long offset, long[] length) {
    return getPhysicalSegment(offset, length, _kIOMemorySourceSegment);
  }

  /**
   * The <b>mapped</b> address of the first byte: {@code getPhysicalSegment(0, null, 0)}.
   *
   * @return IOVA of the system mapper on M1 and M2, also for the memory of a BAR; CPU-physical on
   *     M0, M3 and M4, which a DART on M3 refuses
   */
  public long getPhysicalAddress() {
    return getPhysicalSegment(0, null, 0);
  }

  /**
   * Copies out of the memory with the CPU, page by page at its CPU-physical address; no IOMMU has a
   * say in it.
   *
   * @param offset bytes from the start
   * @param bytes out, at least {@code length} long
   * @param length bytes
   * @return bytes copied; 0 for a range that is not inside
   */
  public long readBytes(long offset, byte[] bytes, long length) {
    return isRemote() ? 0 : CpuCopy.read(this, offset, bytes, length);
  }

  /**
   * Copies into the memory with the CPU, as {@link #readBytes}.
   *
   * @param offset bytes from the start
   * @param bytes what to write; null writes zeros
   * @param length bytes
   * @return bytes copied; 0 for a range that is not inside, and while prepared for Out
   */
  public long writeBytes(long offset, byte[] bytes, long length) {
    return isReadOnly() || isRemote() ? 0 : CpuCopy.write(this, offset, bytes, length);
  }

  /**
   * Maps all of it.
   *
   * @param intoTask as in the full form
   * @param atAddress as there
   * @param options as there
   * @return as there
   */
  public IOMemoryMap createMappingInTask(Task intoTask, long atAddress, int options) {
    return createMappingInTask(intoTask, atAddress, options, 0, 0);
  }

  /**
   * Maps from an offset to the end.
   *
   * @param intoTask as in the full form
   * @param atAddress as there
   * @param options as there
   * @param offset as there
   * @return as there
   */
  public IOMemoryMap createMappingInTask(Task intoTask, long atAddress, int options, long offset) {
    return createMappingInTask(intoTask, atAddress, options, offset, 0);
  }

  /**
   * Maps the memory for the CPU; devices see nothing of it.
   *
   * @param intoTask whose address space
   * @param atAddress virtual address wanted, unless {@link #kIOMapAnywhere}
   * @param options {@code kIOMap*}
   * @param offset bytes into the descriptor
   * @param length bytes; 0 for all
   * @return the mapping, which the caller releases, or null
   */
  public IOMemoryMap createMappingInTask(
      Task intoTask, long atAddress, int options, long offset, long length) {
    Kernel.current();
    long size = length == 0 ? getLength() - offset : length;
    boolean inside =
        Long.compareUnsigned(offset, getLength()) < 0
            && size > 0
            && Long.compareUnsigned(size, getLength() - offset) <= 0;
    if (intoTask == null || !inside) {
      return null;
    }
    IOMemoryMap made = IOMemoryMap.of(this, intoTask, atAddress, options, offset, size);
    Kernel.current()
        .called("IOMemoryDescriptor.createMappingInTask", this, made, options, offset, size);
    return made;
  }

  /**
   * Maps all of it into the kernel.
   *
   * @return as {@link #map(int)}
   */
  public IOMemoryMap map() {
    return map(0);
  }

  /**
   * Maps all of it into the kernel, anywhere.
   *
   * @param options {@code kIOMap*}
   * @return the mapping, which the caller releases, or null
   */
  public IOMemoryMap map(int options) {
    return createMappingInTask(Task.kernel_task, 0, options | kIOMapAnywhere, 0, 0);
  }

  /**
   * Works on the CPU's caches.
   *
   * @param options {@link #kIOMemoryIncoherentIOFlush} or {@link #kIOMemoryIncoherentIOStore}
   * @param offset bytes from the start
   * @param length bytes
   * @return {@code kIOReturnSuccess}; {@code kIOReturnUnsupported} for another operation; {@code
   *     kIOReturnUnderrun} past the end; {@code kIOReturnNotAttached} for remote memory
   */
  public int performOperation(int options, long offset, long length) {
    Kernel.current();
    if (options != kIOMemoryIncoherentIOFlush && options != kIOMemoryIncoherentIOStore) {
      return IOReturn.kIOReturnUnsupported;
    }
    if (isRemote()) {
      return IOReturn.kIOReturnNotAttached;
    }
    boolean inside =
        offset >= 0 && length >= 0 && offset <= getLength() && length <= getLength() - offset;
    return inside ? IOReturn.kIOReturnSuccess : IOReturn.kIOReturnUnderrun;
  }

  /**
   * Which preparation the memory is in.
   *
   * @return 0 not prepared; 1 not supported; 2 always prepared (physical); else a unique number
   */
  public long getPreparationID() {
    return preparationID();
  }

  /**
   * Sets hints to the mapper.
   *
   * @param options the low 16 bits
   */
  public void setMapperOptions(int options) {
    mapperOptions = options & 0xFFFF;
  }

  /**
   * The hints to the mapper.
   *
   * @return 16 bits
   */
  public int getMapperOptions() {
    return mapperOptions;
  }

  /**
   * The private protocol between commands, mappers and descriptors: walk, map, unmap, describe.
   *
   * @param operation which
   * @param data its arguments and results
   * @param dataSize bytes of them
   * @return {@code kIOReturnSuccess}, or the operation's own code
   */
  public int dmaCommandOperation(int operation, Object data, int dataSize) {
    Kernel.current();
    if (operation != kIOMDWalkSegments && operation != kIOMDFirstSegment) {
      return IOReturn.kIOReturnUnsupported;
    }
    if (!(data instanceof IOMDDMAWalkSegmentArgs walk)) {
      return IOReturn.kIOReturnBadArgument;
    }
    if (Long.compareUnsigned(walk.fOffset, getLength()) >= 0) {
      return IOReturn.kIOReturnOverrun;
    }
    long[] run = new long[1];
    walk.fIOVMAddr = walk(walk.fOffset, run);
    walk.fLength = run[0];
    return IOReturn.kIOReturnSuccess;
  }

  /** See {@link #getPreparationID()}. */
  long preparationID() {
    return 1;
  }

  /** Whether the CPU may not write because the memory is prepared for the device to read. */
  boolean isReadOnly() {
    return false;
  }

  /**
   * What a DMA walk of the memory gives, with no mapper in it.
   *
   * @param offset bytes from the start
   * @param run out, shape [1]: bytes that follow without a gap
   * @return CPU-physical
   */
  long walk(long offset, long[] run) {
    return getPhysicalSegment(offset, run, kIOMemoryMapperNone);
  }

  /** Whether it is memory of another agent, which the CPU does not copy. */
  boolean isRemote() {
    return false;
  }

  /** Where the CPU copies bytes, as a segment query without a mapper has it. */
  long copySegment(long offset, long[] run) {
    return getPhysicalSegment(offset, run, kIOMemoryMapperNone);
  }

  /** A driver uses the memory before it is prepared, which ends in a panic. */
  void usedUnprepared(String what) {
    Kernel.current().misused("unprepared-memory", what, this);
  }

  /** Whether a segment query would find it ready. */
  boolean isWired() {
    return true;
  }

  /** A command begins to refer to the memory. */
  void dmaReferenced() {}

  /** A command ceases to refer to the memory. */
  void dmaReleased() {}

  /** As {@link #walk}, also for memory that is not wired. */
  long resident(long offset, long[] run) {
    return walk(offset, run);
  }

  /** What a CPU mapping made now shows at an offset. */
  long cpuSegment(long offset, long[] run) {
    return getPhysicalSegment(offset, run, kIOMemoryMapperNone);
  }

  /** Maps a part for a command; the command owns the mapping. */
  int mapFor(
      IOMapper in,
      IODMAMapSpecification spec,
      IODMACommand command,
      long offset,
      long bytes,
      long[] address) {
    int both = IOMapper.kIODMAMapReadAccess | IOMapper.kIODMAMapWriteAccess;
    return in.iovmMapMemory(this, offset, bytes, both, spec, command, null, address, new long[1]);
  }

  /** Whether its numbers are I/O ports. */
  boolean countsPorts() {
    return false;
  }
}
