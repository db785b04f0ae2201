package dev.dmalint.iokit;

/**
 * An I/O address space in front of devices: the system's ({@link #gSystem}) or one device's.
 *
 * @see "xnu: iokit/IOKit/IOMapper.h"
 */
@SuppressWarnings("DoNotCallSuggester") // Calls without behaviour will get theirs.
public abstract class IOMapper extends IOService {
  // Rights and options of a mapping: what the device may do, and what the memory is like.
  public static final int kIODMAMapReadAccess = 0x1;
  public static final int kIODMAMapWriteAccess = 0x2;
  public static final int kIODMAMapPhysicallyContiguous = 0x10;
  public static final int kIODMAMapDeviceMemory = 0x20;
  public static final int kIODMAMapPagingPath = 0x40;
  public static final int kIODMAMapIdentityMap = 0x80;
  public static final int kIODMAMapPageListFullyOccupied = 0x100;
  public static final int kIODMAMapFixedAddress = 0x200;

  /** Hint to a mapper, see {@link IOMemoryDescriptor#setMapperOptions}. */
  public static final int kIOMapperUncached = 0x1;

  /**
   * The system mapper: an object on M1 and M2, null on M0, M3 and M4. IOKit's pointer has values
   * besides, for a mapper that is not up yet; drivers see them only before {@link
   * #checkForSystemMapper()} returns, and here never. Drivers test the field, the port never reads
   * it; a machine sets it before it starts a driver.
   */
  @SuppressWarnings("NonFinalStaticField") // Apple's own.
  public static IOMapper gSystem;

  /** Whether this is the system's mapper; set before {@code start}. */
  protected boolean fIsSystem;

  /** For subclasses. */
  protected IOMapper() {}

  /** The object behind {@link IOMemoryDescriptor#kIOMapperNone}. */
  static final class None extends IOMapper {}

  /** Waits until it is known whether the machine has a system mapper. */
  public static void checkForSystemMapper() {
    Kernel.current().systemMapper();
  }

  /**
   * The first mapper in front of a device.
   *
   * @param device as in the form with an index
   * @return as there
   */
  public static IOMapper copyMapperForDevice(IOService device) {
    return copyMapperForDeviceWithIndex(device, 0);
  }

  /**
   * The mapper in front of a device, which its property {@code iommu-parent} names.
   *
   * @param device a nub
   * @param index which of its mappers
   * @return the mapper, which the caller releases; <b>null without that property</b>: M0, M1, M4
   */
  public static IOMapper copyMapperForDeviceWithIndex(IOService device, int index) {
    Kernel kernel = Kernel.current();
    Object parent = device == null ? null : device.getProperty("iommu-parent");
    if (parent instanceof OSArray list) {
      parent = list.getObject(index);
    }
    IOMapper mapper = parent instanceof IOMapper own ? own : null;
    if (mapper != null) {
      mapper.retain();
    }
    kernel.called("IOMapper.copyMapperForDevice", null, mapper, device, index);
    return mapper;
  }

  /**
   * Says whether the machine has a system mapper. False makes {@link #gSystem} null at once and for
   * everybody; true makes all who need a mapper wait until one starts.
   *
   * @param hasMapper whether there will be one
   */
  protected static void setMapperRequired(boolean hasMapper) {
    Kernel.current().setMapperRequired(hasMapper);
  }

  /**
   * The page size of this I/O space.
   *
   * @return bytes
   */
  public long getPageSize() {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Maps memory into this I/O space.
   *
   * @param memory what
   * @param descriptorOffset bytes into it
   * @param length bytes
   * @param mapOptions {@code kIODMAMap*}
   * @param mapSpecification what the mapping has to be like, may be null
   * @param dmaCommand for which command, may be null
   * @param pageList its pages, may be null
   * @param mapAddress out, shape [1]: IOVA in this space
   * @param mapLength out, shape [1]: bytes; more than asked for where it took several runs
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNoResources} without room; {@code
   *     kIOReturnVMError}; {@code kIOReturnNotAligned}
   */
  public int iovmMapMemory(
      IOMemoryDescriptor memory,
      long descriptorOffset,
      long length,
      int mapOptions,
      IODMAMapSpecification mapSpecification,
      IODMACommand dmaCommand,
      IODMAMapPageList pageList,
      long[] mapAddress,
      long[] mapLength) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Removes a mapping.
   *
   * @param memory what was mapped
   * @param dmaCommand for which command, may be null
   * @param mapAddress IOVA in this space
   * @param mapLength bytes, as mapping returned them
   * @return {@code kIOReturnSuccess}, or the mapper's code
   */
  public int iovmUnmapMemory(
      IOMemoryDescriptor memory, IODMACommand dmaCommand, long mapAddress, long mapLength) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Enters pages into a mapping that exists.
   *
   * @param options {@code kIODMAMap*}
   * @param mapAddress IOVA in this space
   * @param offset bytes into the mapping
   * @param physicalAddress CPU-physical
   * @param length bytes
   * @return {@code kIOReturnSuccess}, or the mapper's code
   */
  public int iovmInsert(
      int options, long mapAddress, long offset, long physicalAddress, long length) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * What an IOVA of this space stands for.
   *
   * @param mappedAddress IOVA in this space
   * @return CPU-physical; the argument itself where nothing is mapped
   */
  public long mapToPhysicalAddress(long mappedAddress) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Takes pages of the system mapper's space.
   *
   * @param pages how many
   * @return IOVA page number, in units of 4096 bytes; 0 without room or without a mapper
   */
  public static int IOMapperIOVMAlloc(int pages) {
    IOMapper system = Kernel.current().systemMapper();
    long[] address = new long[1];
    if (system == null) {
      return 0;
    }
    long page = system.getPageSize();
    int result =
        system.iovmMapMemory(
            null,
            0,
            pages * page,
            kIODMAMapReadAccess | kIODMAMapWriteAccess,
            null,
            null,
            null,
            address,
            new long[1]);
    return result == IOReturn.kIOReturnSuccess ? (int) (address[0] / page) : 0;
  }

  /**
   * Gives pages of the system mapper's space back.
   *
   * @param address IOVA page number
   * @param pages how many
   */
  public static void IOMapperIOVMFree(int address, int pages) {
    IOMapper system = Kernel.current().systemMapper();
    if (system != null) {
      long page = system.getPageSize();
      system.iovmUnmapMemory(null, null, Integer.toUnsignedLong(address) * page, pages * page);
    }
  }

  /**
   * Enters a page into the system mapper's space.
   *
   * @param address IOVA page number of the run
   * @param offset pages into the run
   * @param page CPU-physical page number
   * @return the page number for the device: IOVA, or {@code page} itself without a mapper
   */
  public static int IOMapperInsertPage(int address, int offset, int page) {
    IOMapper system = Kernel.current().systemMapper();
    if (system == null) {
      return page;
    }
    long size = system.getPageSize();
    system.iovmInsert(
        kIODMAMapReadAccess | kIODMAMapWriteAccess,
        Integer.toUnsignedLong(address) * size,
        offset * size,
        Integer.toUnsignedLong(page) * size,
        size);
    return address + offset;
  }

  /**
   * Reads 8 bits of memory with the CPU.
   *
   * @param address IOVA of the system mapper on M1 and M2, CPU-physical on M0, M3 and M4
   * @return 0 to 255
   */
  public static int IOMappedRead8(long address) {
    return (int) Kernel.current().loadPhysical(mapped(address), 1);
  }

  /**
   * Reads 16 bits of memory with the CPU.
   *
   * @param address IOVA of the system mapper on M1 and M2, CPU-physical on M0, M3 and M4
   * @return 0 to 65535
   */
  public static int IOMappedRead16(long address) {
    return (int) Kernel.current().loadPhysical(mapped(address), 2);
  }

  /**
   * Reads 32 bits of memory with the CPU.
   *
   * @param address IOVA of the system mapper on M1 and M2, CPU-physical on M0, M3 and M4
   * @return unsigned 32 bits
   */
  public static int IOMappedRead32(long address) {
    return (int) Kernel.current().loadPhysical(mapped(address), 4);
  }

  /**
   * Reads 64 bits of memory with the CPU.
   *
   * @param address IOVA of the system mapper on M1 and M2, CPU-physical on M0, M3 and M4
   * @return unsigned 64 bits
   */
  public static long IOMappedRead64(long address) {
    return Kernel.current().loadPhysical(mapped(address), 8);
  }

  /**
   * Writes 8 bits of memory with the CPU.
   *
   * @param address IOVA of the system mapper on M1 and M2, CPU-physical on M0, M3 and M4
   * @param value the low 8 bits are written
   */
  public static void IOMappedWrite8(long address, int value) {
    Kernel.current().storePhysical(mapped(address), 1, value);
  }

  /**
   * Writes 16 bits of memory with the CPU.
   *
   * @param address IOVA of the system mapper on M1 and M2, CPU-physical on M0, M3 and M4
   * @param value the low 16 bits are written
   */
  public static void IOMappedWrite16(long address, int value) {
    Kernel.current().storePhysical(mapped(address), 2, value);
  }

  /**
   * Writes 32 bits of memory with the CPU.
   *
   * @param address IOVA of the system mapper on M1 and M2, CPU-physical on M0, M3 and M4
   * @param value what to write
   */
  public static void IOMappedWrite32(long address, int value) {
    Kernel.current().storePhysical(mapped(address), 4, value);
  }

  /**
   * Writes 64 bits of memory with the CPU.
   *
   * @param address IOVA of the system mapper on M1 and M2, CPU-physical on M0, M3 and M4
   * @param value what to write
   */
  public static void IOMappedWrite64(long address, long value) {
    Kernel.current().storePhysical(mapped(address), 8, value);
  }

  private static long mapped(long address) {
    IOMapper system = Kernel.current().systemMapper();
    return system == null ? address : system.mapToPhysicalAddress(address);
  }
}
