package dev.dmalint.iokit;

/**
 * Memory that the descriptor allocates itself. Unless it is pageable it is prepared for as long as
 * it lives.
 *
 * <p>Contiguity and address masks hold in one space only. <i>Mapped</i> means that a system mapper
 * exists (M1, M2) and {@link #kIOMemoryMapperNone} is not given: then {@link
 * #kIOMemoryPhysicallyContiguous} and masks speak of the IOVA and the pages are scattered, while
 * {@link #kIOMemoryHostPhysicallyContiguous} speaks of the pages. Not mapped (M0, M3, M4, or with
 * MapperNone), all of them speak of CPU-physical addresses.
 *
 * @see "xnu: iokit/IOKit/IOBufferMemoryDescriptor.h"
 */
@SuppressWarnings("DoNotCallSuggester") // Calls without behaviour will get theirs.
public class IOBufferMemoryDescriptor extends IOGeneralMemoryDescriptor {
  // Options of creation. The first three are type bits in IOMemoryDescriptor.withOptions.
  public static final int kIOMemoryPhysicallyContiguous = 0x10;
  public static final int kIOMemoryPageable = 0x20;
  public static final int kIOMemoryPurgeable = 0x40;
  public static final int kIOMemoryHostPhysicallyContiguous = 0x80;
  public static final int kIOMemorySharingTypeMask = 0xF0000;
  public static final int kIOMemoryUnshared = 0;
  public static final int kIOMemoryKernelUserShared = 0x10000;

  /** The options that are those of {@link IOMemoryDescriptor} and passed on to it. */
  public static final int kIOBufferDescriptorMemoryFlags =
      kIOMemoryDirectionMask
          | kIOMemoryAutoPrepare
          | kIOMemoryThreadSafe
          | kIOMemoryClearEncrypt
          | kIOMemoryMapperNone
          | kIOMemoryUseReserve;

  private static final long ANYWHERE = -1;

  private BufferMemory backing;
  private long capacity;

  /** For subclasses; memory comes with {@code initWithOptions}. */
  protected IOBufferMemoryDescriptor() {}

  /**
   * Allocates with no more alignment than a byte.
   *
   * @param inTask as in the full form
   * @param options as there
   * @param capacity as there
   * @return as there
   */
  public static IOBufferMemoryDescriptor inTaskWithOptions(
      Task inTask, int options, long capacity) {
    return inTaskWithOptions(inTask, options, capacity, 1);
  }

  /**
   * Allocates memory. Small buffers may share a page with others.
   *
   * @param inTask {@link Task#kernel_task}; another, or null, only with {@link #kIOMemoryPageable}
   * @param options direction and {@code kIOMemory*}
   * @param capacity bytes
   * @param alignment bytes; above a page it implies {@link #kIOMemoryPhysicallyContiguous}
   * @return the buffer, or null for a capacity of 0, another task without Pageable, or no memory
   */
  public static IOBufferMemoryDescriptor inTaskWithOptions(
      Task inTask, int options, long capacity, long alignment) {
    return create(inTask, options, capacity, alignment, ANYWHERE);
  }

  /**
   * Allocates memory whose address fits a mask. The lowest set bit is the alignment, at least a
   * page; the mask with its low bits filled is the highest address. Mapped, that bounds the
   * <b>IOVA</b> and not the pages; not mapped, the CPU-physical address.
   *
   * @param inTask {@link Task#kernel_task}; another, or null, only with {@link #kIOMemoryPageable}
   * @param options direction and {@code kIOMemory*}
   * @param capacity bytes
   * @param physicalMask 0xFFFFF000 for page alignment and 32 bits
   * @return the buffer, or null for a capacity of 0, another task without Pageable, or no memory
   */
  public static IOBufferMemoryDescriptor inTaskWithPhysicalMask(
      Task inTask, int options, long capacity, long physicalMask) {
    long lowBit = Long.lowestOneBit(physicalMask);
    long page = 1L << Kernel.current().pageShift();
    long bound = physicalMask == 0 ? ANYWHERE : physicalMask | (lowBit - 1);
    return create(inTask, options, capacity, Math.max(page, lowBit), bound);
  }

  /**
   * Allocates kernel memory with no more alignment than a byte.
   *
   * @param options as in the full form
   * @param capacity as there
   * @return as there
   */
  public static IOBufferMemoryDescriptor withOptions(int options, long capacity) {
    return withOptions(options, capacity, 1);
  }

  /**
   * Allocates kernel memory.
   *
   * @param options direction and {@code kIOMemory*}
   * @param capacity bytes
   * @param alignment bytes
   * @return as {@link #inTaskWithOptions(Task, int, long, long)}
   */
  public static IOBufferMemoryDescriptor withOptions(int options, long capacity, long alignment) {
    return inTaskWithOptions(Task.kernel_task, options, capacity, alignment);
  }

  /**
   * Allocates kernel memory without contiguity.
   *
   * @param capacity as in the full form
   * @param withDirection as there
   * @return as there
   */
  public static IOBufferMemoryDescriptor withCapacity(long capacity, int withDirection) {
    return withCapacity(capacity, withDirection, false);
  }

  /**
   * Allocates kernel memory.
   *
   * @param capacity bytes
   * @param withDirection {@code kIODirection*}
   * @param withContiguousMemory adds {@link #kIOMemoryPhysicallyContiguous}, aligned to the
   *     capacity: contiguous in the IOVA only, where mapped
   * @return as {@link #inTaskWithOptions(Task, int, long, long)}
   */
  public static IOBufferMemoryDescriptor withCapacity(
      long capacity, int withDirection, boolean withContiguousMemory) {
    int contiguity = withContiguousMemory ? kIOMemoryPhysicallyContiguous : 0;
    return withOptions(withDirection | contiguity, capacity, withContiguousMemory ? capacity : 1);
  }

  /**
   * Allocates kernel memory without contiguity and copies bytes into it.
   *
   * @param bytes as in the full form
   * @param withLength as there
   * @param withDirection as there
   * @return as there
   */
  public static IOBufferMemoryDescriptor withBytes(
      byte[] bytes, long withLength, int withDirection) {
    return withBytes(bytes, withLength, withDirection, false);
  }

  /**
   * Allocates kernel memory and copies bytes into it.
   *
   * @param bytes what to copy
   * @param withLength bytes of it
   * @param withDirection {@code kIODirection*}
   * @param withContiguousMemory as in {@link #withCapacity(long, int, boolean)}
   * @return as {@link #inTaskWithOptions(Task, int, long, long)}
   */
  public static IOBufferMemoryDescriptor withBytes(
      byte[] bytes, long withLength, int withDirection, boolean withContiguousMemory) {
    IOBufferMemoryDescriptor made = withCapacity(withLength, withDirection, withContiguousMemory);
    if (made != null) {
      VirtualAccess.write(made.getBytesNoCopy(), bytes, 0, (int) withLength);
    }
    return made;
  }

  /**
   * Allocates kernel memory without contiguity and copies other kernel memory into it.
   *
   * @param bytes as in the full form
   * @param withLength as there
   * @param withDirection as there
   * @return as there
   */
  public static IOBufferMemoryDescriptor withBytes(long bytes, long withLength, int withDirection) {
    return withBytes(bytes, withLength, withDirection, false);
  }

  /**
   * Allocates kernel memory and copies other kernel memory into it.
   *
   * @param bytes kernel virtual address to copy from
   * @param withLength bytes
   * @param withDirection {@code kIODirection*}
   * @param withContiguousMemory as in {@link #withCapacity(long, int, boolean)}
   * @return as {@link #inTaskWithOptions(Task, int, long, long)}
   */
  public static IOBufferMemoryDescriptor withBytes(
      long bytes, long withLength, int withDirection, boolean withContiguousMemory) {
    byte[] copy = new byte[(int) withLength];
    VirtualAccess.read(bytes, copy, 0, copy.length);
    return withBytes(copy, withLength, withDirection, withContiguousMemory);
  }

  /**
   * Makes a pageable copy of memory of a task.
   *
   * @param inTask where the copy goes
   * @param options direction and {@code kIOMemory*}
   * @param sourceTask whose memory it is
   * @param source virtual address in {@code sourceTask}
   * @param size bytes
   * @return the buffer, not prepared; null without memory, or where the source is not mapped
   */
  public static IOBufferMemoryDescriptor withCopy(
      Task inTask, int options, Task sourceTask, long source, long size) {
    IOBufferMemoryDescriptor made = inTaskWithOptions(inTask, options | kIOMemoryPageable, size, 1);
    if (made == null) {
      return null;
    }
    byte[] bytes = new byte[(int) size];
    boolean copied =
        VirtualAccess.copyIn(sourceTask, source, bytes)
            && VirtualAccess.copyOut(made.backing.task(), made.backing.address(), bytes);
    if (!copied) {
      made.release();
      return null;
    }
    return made;
  }

  /**
   * Allocates kernel memory for a subclass.
   *
   * @param options direction and {@code kIOMemory*}
   * @param capacity bytes
   * @param alignment bytes
   * @return false as {@link #inTaskWithOptions(Task, int, long, long)} gives null
   */
  public boolean initWithOptions(int options, long capacity, long alignment) {
    return allocate(Task.kernel_task, options, capacity, alignment, ANYWHERE);
  }

  /**
   * Where the memory is for the CPU.
   *
   * @return virtual address in the task of creation; never an address for a device
   */
  public long getBytesNoCopy() {
    return backing == null ? 0 : backing.address();
  }

  /**
   * Where a part of the memory is for the CPU.
   *
   * @param start bytes from the start
   * @param withLength bytes
   * @return virtual address, or 0 (NULL) if the part is not inside
   */
  public long getBytesNoCopy(long start, long withLength) {
    boolean inside =
        start >= 0 && withLength >= 0 && start < getLength() && withLength <= getLength() - start;
    return inside && backing != null ? backing.address() + start : 0;
  }

  /**
   * The bytes allocated.
   *
   * @return bytes, at least the length
   */
  public long getCapacity() {
    return capacity;
  }

  /**
   * Sets the length in use.
   *
   * @param length bytes, at most the capacity
   */
  public void setLength(long length) {
    if (Long.compareUnsigned(length, capacity) > 0) {
      throw new KernelPanic("setLength of a buffer beyond its capacity");
    }
    this.length = length;
  }

  /**
   * Sets the direction. A mapping that exists keeps its rights.
   *
   * @param direction {@code kIODirection*}
   */
  public void setDirection(int direction) {
    this.direction = direction;
  }

  /**
   * Appends bytes at the length in use.
   *
   * @param bytes what to append
   * @param withLength bytes of it; what exceeds the capacity is cut
   * @return true
   */
  public boolean appendBytes(byte[] bytes, long withLength) {
    long part = Math.min(withLength, capacity - length);
    VirtualAccess.write(backing.address() + length, bytes, 0, (int) part);
    length += part;
    return true;
  }

  private static IOBufferMemoryDescriptor create(
      Task task, int options, long capacity, long alignment, long highest) {
    IOBufferMemoryDescriptor made = new IOBufferMemoryDescriptor();
    boolean good = made.allocate(task, options, capacity, alignment, highest);
    Kernel.current()
        .called(
            "IOBufferMemoryDescriptor.create",
            null,
            good ? made : null,
            options,
            capacity,
            alignment);
    return good ? made : null;
  }

  private boolean allocate(Task task, int options, long capacity, long alignment, long highest) {
    boolean pageable = (options & kIOMemoryPageable) != 0;
    if (capacity <= 0 || (task != Task.kernel_task && !pageable)) {
      return false;
    }
    backing = BufferMemory.of(task, options, capacity, Math.max(1, alignment), highest);
    if (backing == null) {
      return false;
    }
    this.capacity = capacity;
    sharedMapping().alignTo(alignment);
    if (highest != ANYWHERE) {
      sharedMapping().limitTo(Long.SIZE - Long.numberOfLeadingZeros(highest));
    }
    int flags = (options & kIOBufferDescriptorMemoryFlags) | kIOMemoryTypeVirtual64;
    return initWithOptions(
        new IOAddressRange[] {new IOAddressRange(backing.address(), capacity)},
        1,
        0,
        backing.task(),
        pageable ? flags & ~kIOMemoryAutoPrepare : flags | kIOMemoryAutoPrepare,
        kIOMapperSystem);
  }

  @Override
  protected void free() {
    super.free();
    if (backing != null) {
      backing.release();
      backing = null;
    }
  }
}
