package dev.dmalint.iokit;

/**
 * Turns a memory descriptor into the scatter/gather list a device can use.
 *
 * <p>The space of its segments is fixed when it is created, by mapping option and mapper:
 *
 * <ul>
 *   <li>{@link #kMapped} without a mapper: the system mapper's IOVA on M1; the same on M2, wrong
 *       for a device with a mapper of its own; CPU-physical on M0 and M4, and on M3, where a DART
 *       refuses it;
 *   <li>{@link #kMapped} with what {@link IOMapper#copyMapperForDevice} returned: right everywhere;
 *   <li>{@link #kUnmapped} without a mapper: CPU-physical everywhere; with one, that mapper's IOVA;
 *   <li>{@link #kBypassed}: CPU-physical where no mapper is found; otherwise it is not created;
 *   <li>{@link #kNonCoherent}: as {@code kMapped}, with the caches flushed.
 * </ul>
 *
 * <p>States: without a descriptor; with one; prepared n times. Addresses hold while it is prepared.
 * A mapping of the whole descriptor in the system mapper belongs to the descriptor and outlives the
 * command's complete; every other one dies there.
 *
 * @see "xnu: iokit/IOKit/IODMACommand.h"
 */
public class IODMACommand extends IOCommand {
  // Options of creation, as in IODMAMapOptions.
  public static final int kIODMAMapOptionMapped = 0;
  public static final int kIODMAMapOptionBypassed = 1;
  public static final int kIODMAMapOptionNonCoherent = 2;
  public static final int kIODMAMapOptionUnmapped = 3;
  public static final int kIODMAMapOptionTypeMask = 0xF;
  public static final int kIODMAMapOptionNoCacheStore = 0x10;
  public static final int kIODMAMapOptionOnChip = 0x20;
  public static final int kIODMAMapOptionIterateOnly = 0x40;
  public static final int kIODMAMapOptionDextOwner = 0x80;

  // The same by their short names. kUnmapped exists since 10.11.
  public static final int kMapped = kIODMAMapOptionMapped;
  public static final int kBypassed = kIODMAMapOptionBypassed;
  public static final int kNonCoherent = kIODMAMapOptionNonCoherent;
  public static final int kUnmapped = kIODMAMapOptionUnmapped;
  public static final int kTypeMask = kIODMAMapOptionTypeMask;
  public static final int kNoCacheStore = kIODMAMapOptionNoCacheStore;
  public static final int kOnChip = kIODMAMapOptionOnChip;
  public static final int kIterateOnly = kIODMAMapOptionIterateOnly;

  /** Option of {@link #synchronize}: complete and prepare again, through a copy of everything. */
  public static final int kForceDoubleBuffer = 0x01000000;

  /** A segment in 32 bits. */
  public static final class Segment32 {
    /** First byte, unsigned. */
    public int fIOVMAddr;

    /** Bytes, unsigned. */
    public int fLength;

    /** An empty segment. */
    public Segment32() {}
  }

  /** A segment in 64 bits. */
  public static final class Segment64 {
    /** First byte, unsigned, in the space the command was created for. */
    public long fIOVMAddr;

    /** Bytes. */
    public long fLength;

    /** An empty segment. */
    public Segment64() {}
  }

  /** What a device can take. */
  public static final class SegmentOptions {
    /** Size of this struct in bytes; 0 and any other value are accepted. */
    public int fStructSize;

    /** Address bits of the device; 0 for no limit but that of a 32-bit output function. */
    public int fNumAddressBits;

    /** Bytes a segment may have; 0 for no limit. */
    public long fMaxSegmentSize;

    /** Bytes a transfer may have; 0 for no limit. */
    public long fMaxTransferSize;

    /** Alignment of the first address in bytes; 0 or 1 for none. */
    public int fAlignment;

    /** What lengths are a multiple of, in bytes; 0 or 1 for none. */
    public int fAlignmentLength;

    /** Alignment of all other addresses in bytes; 0 or 1 for none. */
    public int fAlignmentInternalSegments;

    /** No limits; fields are set by the caller. */
    public SegmentOptions() {}
  }

  /** Writes one segment where the device reads it. */
  @FunctionalInterface
  public interface SegmentFunction extends java.io.Serializable {
    /**
     * Writes a segment.
     *
     * @param target the command
     * @param segment the segment, in the command's space
     * @param segments what was given to {@link IODMACommand#genIOVMSegments}
     * @param segmentIndex from 0
     * @return false if it cannot be written: generating ends with {@code kIOReturnMessageTooLarge}
     */
    boolean output(IODMACommand target, Segment64 segment, Object segments, int segmentIndex);
  }

  private DmaSpecification specification;
  private Object refCon;
  private IOMemoryDescriptor memory;
  private boolean referencedFromSet;
  private int active;
  private boolean failed;
  private long preparedOffset;
  private long preparedLength;
  private DmaBacking backing;
  private DmaUse use;

  /** For subclasses; a specification comes with {@code initWithSpecification}. */
  protected IODMACommand() {}

  /**
   * As the full form; left out: {@code mappingOptions}, {@code maxTransferSize}, {@code alignment},
   * {@code mapper}, {@code refCon}.
   *
   * @param outSegFunc as there
   * @param numAddressBits as there
   * @param maxSegmentSize as there
   * @return as there
   */
  public static IODMACommand withSpecification(
      SegmentFunction outSegFunc, int numAddressBits, long maxSegmentSize) {
    return withSpecification(
        outSegFunc, numAddressBits, maxSegmentSize, kMapped, 0, 1, (IOMapper) null, null);
  }

  /**
   * As the full form; left out: {@code maxTransferSize}, {@code alignment}, {@code mapper}, {@code
   * refCon}.
   *
   * @param outSegFunc as there
   * @param numAddressBits as there
   * @param maxSegmentSize as there
   * @param mappingOptions as there
   * @return as there
   */
  public static IODMACommand withSpecification(
      SegmentFunction outSegFunc, int numAddressBits, long maxSegmentSize, int mappingOptions) {
    return withSpecification(
        outSegFunc, numAddressBits, maxSegmentSize, mappingOptions, 0, 1, (IOMapper) null, null);
  }

  /**
   * As the full form; left out: {@code alignment}, {@code mapper}, {@code refCon}.
   *
   * @param outSegFunc as there
   * @param numAddressBits as there
   * @param maxSegmentSize as there
   * @param mappingOptions as there
   * @param maxTransferSize as there
   * @return as there
   */
  public static IODMACommand withSpecification(
      SegmentFunction outSegFunc,
      int numAddressBits,
      long maxSegmentSize,
      int mappingOptions,
      long maxTransferSize) {
    return withSpecification(
        outSegFunc,
        numAddressBits,
        maxSegmentSize,
        mappingOptions,
        maxTransferSize,
        1,
        (IOMapper) null,
        null);
  }

  /**
   * As the full form; left out: {@code mapper}, {@code refCon}.
   *
   * @param outSegFunc as there
   * @param numAddressBits as there
   * @param maxSegmentSize as there
   * @param mappingOptions as there
   * @param maxTransferSize as there
   * @param alignment as there
   * @return as there
   */
  public static IODMACommand withSpecification(
      SegmentFunction outSegFunc,
      int numAddressBits,
      long maxSegmentSize,
      int mappingOptions,
      long maxTransferSize,
      int alignment) {
    return withSpecification(
        outSegFunc,
        numAddressBits,
        maxSegmentSize,
        mappingOptions,
        maxTransferSize,
        alignment,
        (IOMapper) null,
        null);
  }

  /**
   * As the full form; left out: {@code refCon}.
   *
   * @param outSegFunc as there
   * @param numAddressBits as there
   * @param maxSegmentSize as there
   * @param mappingOptions as there
   * @param maxTransferSize as there
   * @param alignment as there
   * @param mapper as there
   * @return as there
   */
  public static IODMACommand withSpecification(
      SegmentFunction outSegFunc,
      int numAddressBits,
      long maxSegmentSize,
      int mappingOptions,
      long maxTransferSize,
      int alignment,
      IOMapper mapper) {
    return withSpecification(
        outSegFunc,
        numAddressBits,
        maxSegmentSize,
        mappingOptions,
        maxTransferSize,
        alignment,
        mapper,
        null);
  }

  /**
   * Creates a command for one kind of device. The mapper is found now, not when it is used.
   *
   * @param outSegFunc writes each segment
   * @param numAddressBits address bits of the device; 0 for no limit but the function's own
   * @param maxSegmentSize bytes a segment may have; 0 for no limit
   * @param mappingOptions {@code k*} options
   * @param maxTransferSize bytes a transfer may have; 0 for no limit
   * @param alignment bytes; 0 or 1 for none
   * @param mapper whose IOVA; null for the system mapper, or none where there is none
   * @param refCon the caller's own
   * @return the command; null without function or options, for 32-bit output with more than 32
   *     bits, for fewer bits than a page has, for an unknown option, and for {@code kBypassed} with
   *     a mapper (M1, M2, or one given)
   */
  public static IODMACommand withSpecification(
      SegmentFunction outSegFunc,
      int numAddressBits,
      long maxSegmentSize,
      int mappingOptions,
      long maxTransferSize,
      int alignment,
      IOMapper mapper,
      Object refCon) {
    return withSpecification(
        outSegFunc,
        DmaSpecification.limits(numAddressBits, maxSegmentSize, maxTransferSize, alignment),
        mappingOptions,
        mapper,
        refCon);
  }

  /**
   * As the form with a mapper, without one but with a hint to it: the space is that of a null
   * mapper.
   *
   * @param outSegFunc writes each segment
   * @param numAddressBits address bits of the device; 0 for no limit but the function's own
   * @param maxSegmentSize bytes a segment may have; 0 for no limit
   * @param mappingOptions {@code k*} options
   * @param maxTransferSize bytes a transfer may have; 0 for no limit
   * @param alignment bytes; 0 or 1 for none
   * @param device a hint to the mapper; where C++ casts a device to a mapper
   * @param refCon the caller's own
   * @return the command; null without function or options, for 32-bit output with more than 32
   *     bits, for fewer bits than a page has, for an unknown option, and for {@code kBypassed} with
   *     a mapper (M1, M2, or one given)
   */
  public static IODMACommand withSpecification(
      SegmentFunction outSegFunc,
      int numAddressBits,
      long maxSegmentSize,
      int mappingOptions,
      long maxTransferSize,
      int alignment,
      IOService device,
      Object refCon) {
    return withSpecification(
        outSegFunc,
        DmaSpecification.limits(numAddressBits, maxSegmentSize, maxTransferSize, alignment),
        mappingOptions,
        device,
        refCon);
  }

  /**
   * As the full form; left out: {@code mapper}, {@code refCon}.
   *
   * @param outSegFunc as there
   * @param segmentOptions as there
   * @param mappingOptions as there
   * @return as there
   */
  public static IODMACommand withSpecification(
      SegmentFunction outSegFunc, SegmentOptions segmentOptions, int mappingOptions) {
    return withSpecification(outSegFunc, segmentOptions, mappingOptions, (IOMapper) null, null);
  }

  /**
   * As the full form; left out: {@code refCon}.
   *
   * @param outSegFunc as there
   * @param segmentOptions as there
   * @param mappingOptions as there
   * @param mapper as there
   * @return as there
   */
  public static IODMACommand withSpecification(
      SegmentFunction outSegFunc,
      SegmentOptions segmentOptions,
      int mappingOptions,
      IOMapper mapper) {
    return withSpecification(outSegFunc, segmentOptions, mappingOptions, mapper, null);
  }

  /**
   * Creates a command for one kind of device. The mapper is found now, not when it is used.
   *
   * @param outSegFunc writes each segment
   * @param segmentOptions what the device can take
   * @param mappingOptions {@code k*} options
   * @param mapper whose IOVA; null for the system mapper, or none where there is none
   * @param refCon the caller's own
   * @return the command; null without function or options, for 32-bit output with more than 32
   *     bits, for fewer bits than a page has, for an unknown option, and for {@code kBypassed} with
   *     a mapper (M1, M2, or one given)
   */
  public static IODMACommand withSpecification(
      SegmentFunction outSegFunc,
      SegmentOptions segmentOptions,
      int mappingOptions,
      IOMapper mapper,
      Object refCon) {
    return create(
        DmaSpecification.of(outSegFunc, segmentOptions, mappingOptions, mapper, null), refCon);
  }

  /**
   * As the form with a mapper, without one but with a hint to it: the space is that of a null
   * mapper.
   *
   * @param outSegFunc writes each segment
   * @param segmentOptions what the device can take
   * @param mappingOptions {@code k*} options
   * @param device a hint to the mapper; where C++ casts a device to a mapper
   * @param refCon the caller's own
   * @return the command; null without function or options, for 32-bit output with more than 32
   *     bits, for fewer bits than a page has, for an unknown option, and for {@code kBypassed} with
   *     a mapper (M1, M2, or one given)
   */
  public static IODMACommand withSpecification(
      SegmentFunction outSegFunc,
      SegmentOptions segmentOptions,
      int mappingOptions,
      IOService device,
      Object refCon) {
    return create(
        DmaSpecification.of(outSegFunc, segmentOptions, mappingOptions, null, device), refCon);
  }

  /**
   * As the full form; left out: {@code mappingOptions}, {@code maxTransferSize}, {@code alignment},
   * {@code mapper}, {@code refCon}.
   *
   * @param newCommand as there
   * @param outSegFunc as there
   * @param numAddressBits as there
   * @param maxSegmentSize as there
   * @return as there
   */
  public static int weakWithSpecification(
      IODMACommand[] newCommand,
      SegmentFunction outSegFunc,
      int numAddressBits,
      long maxSegmentSize) {
    return weakWithSpecification(
        newCommand,
        outSegFunc,
        numAddressBits,
        maxSegmentSize,
        kMapped,
        0,
        1,
        (IOMapper) null,
        null);
  }

  /**
   * As the full form; left out: {@code maxTransferSize}, {@code alignment}, {@code mapper}, {@code
   * refCon}.
   *
   * @param newCommand as there
   * @param outSegFunc as there
   * @param numAddressBits as there
   * @param maxSegmentSize as there
   * @param mappingOptions as there
   * @return as there
   */
  public static int weakWithSpecification(
      IODMACommand[] newCommand,
      SegmentFunction outSegFunc,
      int numAddressBits,
      long maxSegmentSize,
      int mappingOptions) {
    return weakWithSpecification(
        newCommand,
        outSegFunc,
        numAddressBits,
        maxSegmentSize,
        mappingOptions,
        0,
        1,
        (IOMapper) null,
        null);
  }

  /**
   * Creates a command, or says why there is none.
   *
   * @param newCommand out, shape [1]: the command, or null
   * @param outSegFunc writes each segment
   * @param numAddressBits address bits of the device; 0 for no limit but the function's own
   * @param maxSegmentSize bytes a segment may have; 0 for no limit
   * @param mappingOptions {@code k*} options
   * @param maxTransferSize bytes a transfer may have; 0 for no limit
   * @param alignment bytes; 0 or 1 for none
   * @param mapper whose IOVA; null for the system mapper, or none where there is none
   * @param refCon the caller's own
   * @return {@code kIOReturnSuccess}; {@code kIOReturnBadArgument} where {@code withSpecification}
   *     gives null for its arguments; {@code kIOReturnUnsupported}; {@code kIOReturnError}
   */
  public static int weakWithSpecification(
      IODMACommand[] newCommand,
      SegmentFunction outSegFunc,
      int numAddressBits,
      long maxSegmentSize,
      int mappingOptions,
      long maxTransferSize,
      int alignment,
      IOMapper mapper,
      Object refCon) {
    return weakWithSpecification(
        newCommand,
        outSegFunc,
        DmaSpecification.limits(numAddressBits, maxSegmentSize, maxTransferSize, alignment),
        mappingOptions,
        mapper,
        refCon);
  }

  /**
   * Creates a command, or says why there is none.
   *
   * @param newCommand out, shape [1]: the command, or null
   * @param outSegFunc writes each segment
   * @param segmentOptions what the device can take
   * @param mappingOptions {@code k*} options
   * @param mapper whose IOVA; null for the system mapper, or none where there is none
   * @param refCon the caller's own
   * @return {@code kIOReturnSuccess}; {@code kIOReturnBadArgument} where {@code withSpecification}
   *     gives null for its arguments; {@code kIOReturnUnsupported}; {@code kIOReturnError}
   */
  public static int weakWithSpecification(
      IODMACommand[] newCommand,
      SegmentFunction outSegFunc,
      SegmentOptions segmentOptions,
      int mappingOptions,
      IOMapper mapper,
      Object refCon) {
    newCommand[0] = withSpecification(outSegFunc, segmentOptions, mappingOptions, mapper, refCon);
    return newCommand[0] == null ? IOReturn.kIOReturnBadArgument : IOReturn.kIOReturnSuccess;
  }

  /**
   * As the full form; left out: {@code mappingOptions}, {@code maxTransferSize}, {@code alignment},
   * {@code mapper}, {@code refCon}.
   *
   * @param outSegFunc as there
   * @param numAddressBits as there
   * @param maxSegmentSize as there
   * @return as there
   */
  public boolean initWithSpecification(
      SegmentFunction outSegFunc, int numAddressBits, long maxSegmentSize) {
    return initWithSpecification(
        outSegFunc, numAddressBits, maxSegmentSize, kMapped, 0, 1, (IOMapper) null, null);
  }

  /**
   * As the full form; left out: {@code maxTransferSize}, {@code alignment}, {@code mapper}, {@code
   * refCon}.
   *
   * @param outSegFunc as there
   * @param numAddressBits as there
   * @param maxSegmentSize as there
   * @param mappingOptions as there
   * @return as there
   */
  public boolean initWithSpecification(
      SegmentFunction outSegFunc, int numAddressBits, long maxSegmentSize, int mappingOptions) {
    return initWithSpecification(
        outSegFunc, numAddressBits, maxSegmentSize, mappingOptions, 0, 1, (IOMapper) null, null);
  }

  /**
   * Gives the object its specification.
   *
   * @param outSegFunc writes each segment
   * @param numAddressBits address bits of the device; 0 for no limit but the function's own
   * @param maxSegmentSize bytes a segment may have; 0 for no limit
   * @param mappingOptions {@code k*} options
   * @param maxTransferSize bytes a transfer may have; 0 for no limit
   * @param alignment bytes; 0 or 1 for none
   * @param mapper whose IOVA; null for the system mapper, or none where there is none
   * @param refCon the caller's own
   * @return false where {@code withSpecification} gives null
   */
  public boolean initWithSpecification(
      SegmentFunction outSegFunc,
      int numAddressBits,
      long maxSegmentSize,
      int mappingOptions,
      long maxTransferSize,
      int alignment,
      IOMapper mapper,
      Object refCon) {
    return initWithSpecification(
        outSegFunc,
        DmaSpecification.limits(numAddressBits, maxSegmentSize, maxTransferSize, alignment),
        mappingOptions,
        mapper,
        refCon);
  }

  /**
   * Gives the object its specification.
   *
   * @param outSegFunc writes each segment
   * @param segmentOptions what the device can take
   * @param mappingOptions {@code k*} options
   * @param mapper whose IOVA; null for the system mapper, or none where there is none
   * @param refCon the caller's own
   * @return false where {@code withSpecification} gives null
   */
  public boolean initWithSpecification(
      SegmentFunction outSegFunc,
      SegmentOptions segmentOptions,
      int mappingOptions,
      IOMapper mapper,
      Object refCon) {
    specification = DmaSpecification.of(outSegFunc, segmentOptions, mappingOptions, mapper, null);
    this.refCon = refCon;
    return specification != null;
  }

  /**
   * Changes the specification, then prepares.
   *
   * @param outSegFunc writes each segment
   * @param numAddressBits address bits of the device; 0 for no limit but the function's own
   * @param maxSegmentSize bytes a segment may have; 0 for no limit
   * @param mappingOptions {@code k*} options
   * @param maxTransferSize bytes a transfer may have; 0 for no limit
   * @param alignment bytes; 0 or 1 for none
   * @param mapper whose IOVA; null for the system mapper, or none where there is none
   * @param offset as {@link #prepare(long, long, boolean, boolean)}
   * @param length as there
   * @param flushCache as there
   * @param synchronize as there
   * @return as {@link #prepare(long, long, boolean, boolean)}; {@code kIOReturnBadArgument} for a
   *     specification that gives no command; {@code kIOReturnNotPermitted} while prepared
   */
  public int prepareWithSpecification(
      SegmentFunction outSegFunc,
      int numAddressBits,
      long maxSegmentSize,
      int mappingOptions,
      long maxTransferSize,
      int alignment,
      IOMapper mapper,
      long offset,
      long length,
      boolean flushCache,
      boolean synchronize) {
    return prepareWithSpecification(
        outSegFunc,
        DmaSpecification.limits(numAddressBits, maxSegmentSize, maxTransferSize, alignment),
        mappingOptions,
        mapper,
        offset,
        length,
        flushCache,
        synchronize);
  }

  /**
   * Changes the specification, then prepares.
   *
   * @param outSegFunc writes each segment
   * @param segmentOptions what the device can take
   * @param mappingOptions {@code k*} options
   * @param mapper whose IOVA; null for the system mapper, or none where there is none
   * @param offset as {@link #prepare(long, long, boolean, boolean)}
   * @param length as there
   * @param flushCache as there
   * @param synchronize as there
   * @return as {@link #prepare(long, long, boolean, boolean)}; {@code kIOReturnBadArgument} for a
   *     specification that gives no command; {@code kIOReturnNotPermitted} while prepared
   */
  public int prepareWithSpecification(
      SegmentFunction outSegFunc,
      SegmentOptions segmentOptions,
      int mappingOptions,
      IOMapper mapper,
      long offset,
      long length,
      boolean flushCache,
      boolean synchronize) {
    if (active > 0) {
      return IOReturn.kIOReturnNotPermitted;
    }
    DmaSpecification changed =
        DmaSpecification.of(outSegFunc, segmentOptions, mappingOptions, mapper, null);
    if (changed == null) {
      return IOReturn.kIOReturnBadArgument;
    }
    specification = changed;
    return prepare(offset, length, flushCache, synchronize);
  }

  /**
   * Creates a command without a specification; preparing gives {@code kIOReturnNotReady} until
   * {@code prepareWithSpecification}.
   *
   * @param refCon the caller's own
   * @return the command, or null
   */
  public static IODMACommand withRefCon(Object refCon) {
    Kernel.current();
    IODMACommand command = new IODMACommand();
    command.refCon = refCon;
    return command;
  }

  /**
   * A copy without a reference of the caller's.
   *
   * @return as {@link #cloneCommand(Object)}
   */
  public IODMACommand cloneCommand() {
    return cloneCommand(null);
  }

  /**
   * A new command with this one's specification and the mapper found for it. Two oddities are
   * IOKit's: the alignments of length and of inner segments change places, and the device hint is
   * lost.
   *
   * @param refCon the caller's own
   * @return the copy, or null
   */
  public IODMACommand cloneCommand(Object refCon) {
    Kernel.current();
    return specification == null ? withRefCon(refCon) : create(specification.cloned(), refCon);
  }

  /**
   * Sets the descriptor and prepares.
   *
   * @param mem as in the full form
   * @return as there
   */
  public int setMemoryDescriptor(IOMemoryDescriptor mem) {
    return setMemoryDescriptor(mem, true);
  }

  /**
   * Sets the descriptor, in place of another one. The one already set, given again with {@code
   * autoPrepare}, is <b>not</b> prepared again; without, it is completed.
   *
   * @param mem prepared already; null clears
   * @param autoPrepare whether to prepare all of it
   * @return {@code kIOReturnSuccess}; {@code kIOReturnBusy} for another descriptor while prepared;
   *     what preparing returned
   */
  public int setMemoryDescriptor(IOMemoryDescriptor mem, boolean autoPrepare) {
    Kernel.current();
    if (mem == memory) {
      while (!autoPrepare && active > 0) {
        complete();
      }
      return IOReturn.kIOReturnSuccess;
    }
    if (active > 0) {
      return IOReturn.kIOReturnBusy;
    }
    clearMemoryDescriptor(true);
    if (mem == null) {
      return IOReturn.kIOReturnSuccess;
    }
    mem.retain();
    memory = mem;
    failed = false;
    referencedFromSet = specification == null || specification.mapper() == null;
    if (referencedFromSet) {
      mem.dmaReferenced();
    }
    int result = autoPrepare ? prepare() : IOReturn.kIOReturnSuccess;
    if (result != IOReturn.kIOReturnSuccess) {
      clearMemoryDescriptor(true);
    }
    return result;
  }

  /**
   * Completes as often as it was prepared, and lets the descriptor go.
   *
   * @return as the full form
   */
  public int clearMemoryDescriptor() {
    return clearMemoryDescriptor(true);
  }

  /**
   * Lets the descriptor go; addresses that the command owns are dead.
   *
   * @param autoComplete whether to complete first, as often as it was prepared
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotReady} if prepared and not completed
   */
  public int clearMemoryDescriptor(boolean autoComplete) {
    Kernel.current();
    if (memory == null) {
      return IOReturn.kIOReturnSuccess;
    }
    if (active > 0 && !autoComplete) {
      return IOReturn.kIOReturnNotReady;
    }
    while (active > 0) {
      complete();
    }
    if (referencedFromSet) {
      memory.dmaReleased();
    }
    memory.release();
    memory = null;
    return IOReturn.kIOReturnSuccess;
  }

  /**
   * The descriptor that was set, not retained for the caller.
   *
   * @return null if there is none
   */
  public IOMemoryDescriptor getMemoryDescriptor() {
    return memory;
  }

  /**
   * The memory the device works on, not retained for the caller.
   *
   * @return the bounce buffer where one is in use, else the descriptor; null if there is none
   */
  public IOMemoryDescriptor getIOMemoryDescriptor() {
    return backing != null && backing.copy() != null ? backing.copy() : memory;
  }

  /**
   * Prepares all of it.
   *
   * @return as the full form
   */
  public int prepare() {
    return prepare(0, 0, true, true);
  }

  /**
   * Prepares a part.
   *
   * @param offset as in the full form
   * @param length as there
   * @return as there
   */
  public int prepare(long offset, long length) {
    return prepare(offset, length, true, true);
  }

  /**
   * Prepares a part.
   *
   * @param offset as in the full form
   * @param length as there
   * @param flushCache as there
   * @return as there
   */
  public int prepare(long offset, long length, boolean flushCache) {
    return prepare(offset, length, flushCache, true);
  }

  /**
   * Maps a part of the descriptor for the device, and copies it to a bounce buffer where the
   * device's bits (without a mapper) or alignment (always) demand it. May block. The descriptor has
   * to be prepared already. A failure after the count was raised leaves it raised.
   *
   * @param offset bytes from the descriptor's start
   * @param length bytes; 0 for the descriptor's whole length, not for what is left
   * @param flushCache whether to flush the CPU's caches
   * @param synchronize whether to copy to a bounce buffer
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotReady} without output function or
   *     descriptor, or for a part other than the one prepared; {@code kIOReturnNoSpace} above the
   *     transfer size; {@code kIOReturnNotAligned} for a length that is not a multiple; {@code
   *     kIOReturnNoResources} without a bounce buffer; the mapper's code
   */
  public int prepare(long offset, long length, boolean flushCache, boolean synchronize) {
    int result = prepareRange(offset, length, synchronize);
    Kernel.current()
        .called("IODMACommand.prepare", this, IOReturn.nameOf(result), memory, offset, length);
    return result;
  }

  /**
   * Takes one prepare back.
   *
   * @return as the full form
   */
  public int complete() {
    return complete(true, true);
  }

  /**
   * Takes one prepare back.
   *
   * @param invalidateCache as in the full form
   * @return as there
   */
  public int complete(boolean invalidateCache) {
    return complete(invalidateCache, true);
  }

  /**
   * Takes one prepare back; the last one ends the mapping that the command owns.
   *
   * @param invalidateCache whether to invalidate the CPU's caches
   * @param synchronize whether to copy what the device wrote back from a bounce buffer
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotReady} if not prepared
   */
  public int complete(boolean invalidateCache, boolean synchronize) {
    int result = completeOnce(synchronize);
    Kernel.current().called("IODMACommand.complete", this, IOReturn.nameOf(result));
    return result;
  }

  /**
   * Copies between memory and bounce buffer; does nothing without one. With {@link
   * #kForceDoubleBuffer} every address generated before is dead.
   *
   * @param options {@code kIODirectionOut} to the buffer, {@code kIODirectionIn} from it
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotReady} if not prepared; {@code
   *     kIOReturnBadArgument} for both directions
   */
  public int synchronize(int options) {
    Kernel kernel = Kernel.current();
    if (backing == null) {
      ignoresFailure("synchronize called");
      return IOReturn.kIOReturnNotReady;
    }
    int ways = options & IOMemoryDescriptor.kIODirectionInOut;
    if (ways == IOMemoryDescriptor.kIODirectionInOut) {
      return IOReturn.kIOReturnBadArgument;
    }
    int result = IOReturn.kIOReturnSuccess;
    if ((options & kForceDoubleBuffer) != 0) {
      end(true);
      result = begin(true, true);
    } else if (ways == IOMemoryDescriptor.kIODirectionIn) {
      kernel.synchronizing(use, backing::copyIn);
    } else if (ways == IOMemoryDescriptor.kIODirectionOut) {
      kernel.synchronizing(use, backing::copyOut);
    }
    kernel.called("IODMACommand.synchronize", this, IOReturn.nameOf(result), options);
    return result;
  }

  /**
   * Hands the next segments to the output function. Success may cover part of the range: compare
   * {@code offset} with the prepared length and call again.
   *
   * @param offset in and out, shape [1]: bytes from the start of the prepared range
   * @param segments what the output function gets
   * @param numSegments in and out, shape [1]: room on entry, segments on return
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotReady} if not prepared; {@code
   *     kIOReturnBadArgument} for a null or no room; {@code kIOReturnOverrun} at the end or past
   *     it; {@code kIOReturnMessageTooLarge} for a segment that outgrows the bits or is refused;
   *     {@code kIOReturnNotAligned} with {@code kIterateOnly}
   */
  public int genIOVMSegments(long[] offset, Object segments, int[] numSegments) {
    Kernel kernel = Kernel.current();
    if (backing == null) {
      ignoresFailure("segments asked for");
      return IOReturn.kIOReturnNotReady;
    }
    if (offset == null || segments == null || numSegments == null || numSegments[0] <= 0) {
      return IOReturn.kIOReturnBadArgument;
    }
    if (Long.compareUnsigned(offset[0], preparedLength) >= 0) {
      return IOReturn.kIOReturnOverrun;
    }
    int result =
        new SegmentGenerator(this, specification, backing, preparedLength)
            .generate(offset, segments, numSegments);
    kernel.called(
        "IODMACommand.genIOVMSegments", this, IOReturn.nameOf(result), offset[0], numSegments[0]);
    return result;
  }

  /**
   * The next segments in 32 bits.
   *
   * @param offset as in {@link #genIOVMSegments}
   * @param segments out, shape [room], elements allocated by the caller
   * @param numSegments as there
   * @return as there
   */
  public int gen32IOVMSegments(long[] offset, Segment32[] segments, int[] numSegments) {
    return genIOVMSegments(offset, segments, numSegments);
  }

  /**
   * The next segments in 64 bits.
   *
   * @param offset as in {@link #genIOVMSegments}
   * @param segments out, shape [room], elements allocated by the caller
   * @param numSegments as there
   * @return as there
   */
  public int gen64IOVMSegments(long[] offset, Segment64[] segments, int[] numSegments) {
    return genIOVMSegments(offset, segments, numSegments);
  }

  /**
   * Copies out of the prepared memory with the CPU.
   *
   * @param offset bytes from the start of the prepared range
   * @param bytes out
   * @param length bytes
   * @return bytes copied; 0 if not prepared
   */
  public long readBytes(long offset, byte[] bytes, long length) {
    return transfer(offset, bytes, length, false);
  }

  /**
   * Copies into the prepared memory with the CPU.
   *
   * @param offset bytes from the start of the prepared range
   * @param bytes what to write
   * @param length bytes
   * @return bytes copied; 0 if not prepared
   */
  public long writeBytes(long offset, byte[] bytes, long length) {
    return transfer(offset, bytes, length, true);
  }

  /**
   * What is prepared.
   *
   * @param offset out, shape [1], may be null: bytes from the descriptor's start
   * @param length out, shape [1], may be null: bytes
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotReady} if not prepared
   */
  public int getPreparedOffsetAndLength(long[] offset, long[] length) {
    if (backing == null) {
      return IOReturn.kIOReturnNotReady;
    }
    if (offset != null) {
      offset[0] = preparedOffset;
    }
    if (length != null) {
      length[0] = preparedLength;
    }
    return IOReturn.kIOReturnSuccess;
  }

  /**
   * The specification's address bits.
   *
   * @return bits
   */
  public int getNumAddressBits() {
    return specification == null ? 0 : specification.addressBits();
  }

  /**
   * The specification's alignment.
   *
   * @return bytes
   */
  public int getAlignment() {
    return specification == null ? 1 : (int) specification.alignment();
  }

  /**
   * The specification's alignment of lengths.
   *
   * @return bytes
   */
  public int getAlignmentLength() {
    return specification == null ? 1 : (int) specification.alignmentLength();
  }

  /**
   * The specification's alignment of all segments but the first.
   *
   * @return bytes
   */
  public int getAlignmentInternalSegments() {
    return specification == null ? 1 : (int) specification.alignmentInternal();
  }

  /**
   * A bounce buffer below 4 GiB, page aligned; where mapped, that bounds its IOVA.
   *
   * @param direction {@code kIODirection*}
   * @param length bytes
   * @return the buffer, or null
   */
  public IOBufferMemoryDescriptor createCopyBuffer(int direction, long length) {
    return IOBufferMemoryDescriptor.inTaskWithPhysicalMask(
        Task.kernel_task, direction, length, 0xFFFFF000L);
  }

  /**
   * Output function: fills element {@code segmentIndex} in host order, 32 bits. The address is cut
   * to 32 bits without a word; the command's address bits guard it.
   *
   * @param target the command
   * @param segment the segment
   * @param segments a {@code Segment32[]}
   * @param segmentIndex from 0
   * @return true
   * @throws KernelPanic if there is no such element to fill
   */
  public static boolean OutputHost32(
      IODMACommand target, Segment64 segment, Object segments, int segmentIndex) {
    Segment32 element = element(Segment32[].class, segments, segmentIndex);
    element.fIOVMAddr = (int) segment.fIOVMAddr;
    element.fLength = (int) segment.fLength;
    return true;
  }

  /**
   * Output function: fills element {@code segmentIndex} in host order, 64 bits.
   *
   * @param target the command
   * @param segment the segment
   * @param segments a {@code Segment64[]}
   * @param segmentIndex from 0
   * @return true
   * @throws KernelPanic if there is no such element to fill
   */
  public static boolean OutputHost64(
      IODMACommand target, Segment64 segment, Object segments, int segmentIndex) {
    Segment64 element = element(Segment64[].class, segments, segmentIndex);
    element.fIOVMAddr = segment.fIOVMAddr;
    element.fLength = segment.fLength;
    return true;
  }

  /**
   * Output function: fills element {@code segmentIndex} in big-endian order, 32 bits. The address
   * is cut to 32 bits without a word; the command's address bits guard it.
   *
   * @param target the command
   * @param segment the segment
   * @param segments a {@code Segment32[]}
   * @param segmentIndex from 0
   * @return true
   * @throws KernelPanic if there is no such element to fill
   */
  public static boolean OutputBig32(
      IODMACommand target, Segment64 segment, Object segments, int segmentIndex) {
    Segment32 element = element(Segment32[].class, segments, segmentIndex);
    element.fIOVMAddr = OSByteOrder.OSSwapHostToBigInt32((int) segment.fIOVMAddr);
    element.fLength = OSByteOrder.OSSwapHostToBigInt32((int) segment.fLength);
    return true;
  }

  /**
   * Output function: fills element {@code segmentIndex} in big-endian order, 64 bits.
   *
   * @param target the command
   * @param segment the segment
   * @param segments a {@code Segment64[]}
   * @param segmentIndex from 0
   * @return true
   * @throws KernelPanic if there is no such element to fill
   */
  public static boolean OutputBig64(
      IODMACommand target, Segment64 segment, Object segments, int segmentIndex) {
    Segment64 element = element(Segment64[].class, segments, segmentIndex);
    element.fIOVMAddr = OSByteOrder.OSSwapHostToBigInt64(segment.fIOVMAddr);
    element.fLength = OSByteOrder.OSSwapHostToBigInt64(segment.fLength);
    return true;
  }

  /**
   * Output function: fills element {@code segmentIndex} in little-endian order, 32 bits. The
   * address is cut to 32 bits without a word; the command's address bits guard it.
   *
   * @param target the command
   * @param segment the segment
   * @param segments a {@code Segment32[]}
   * @param segmentIndex from 0
   * @return true
   * @throws KernelPanic if there is no such element to fill
   */
  public static boolean OutputLittle32(
      IODMACommand target, Segment64 segment, Object segments, int segmentIndex) {
    Segment32 element = element(Segment32[].class, segments, segmentIndex);
    element.fIOVMAddr = OSByteOrder.OSSwapHostToLittleInt32((int) segment.fIOVMAddr);
    element.fLength = OSByteOrder.OSSwapHostToLittleInt32((int) segment.fLength);
    return true;
  }

  /**
   * Output function: fills element {@code segmentIndex} in little-endian order, 64 bits.
   *
   * @param target the command
   * @param segment the segment
   * @param segments a {@code Segment64[]}
   * @param segmentIndex from 0
   * @return true
   * @throws KernelPanic if there is no such element to fill
   */
  public static boolean OutputLittle64(
      IODMACommand target, Segment64 segment, Object segments, int segmentIndex) {
    Segment64 element = element(Segment64[].class, segments, segmentIndex);
    element.fIOVMAddr = OSByteOrder.OSSwapHostToLittleInt64(segment.fIOVMAddr);
    element.fLength = OSByteOrder.OSSwapHostToLittleInt64(segment.fLength);
    return true;
  }

  private static <T> T element(Class<T[]> type, Object segments, int index) {
    if (!type.isInstance(segments)) {
      throw new KernelPanic("an output function fills a " + type.getSimpleName() + " only");
    }
    T[] array = type.cast(segments);
    if (index < 0 || index >= array.length || array[index] == null) {
      throw new KernelPanic("no segment to fill at index " + index);
    }
    return array[index];
  }

  private static IODMACommand create(DmaSpecification specification, Object refCon) {
    IODMACommand command = specification == null ? null : new IODMACommand();
    if (command != null) {
      command.specification = specification;
      command.refCon = refCon;
    }
    Kernel.current().called("IODMACommand.withSpecification", null, command);
    return command;
  }

  /**
   * The caller's own.
   *
   * @return what the factory was given
   */
  final Object refCon() {
    return refCon;
  }

  private int prepareRange(long offset, long length, boolean synchronize) {
    Kernel.current();
    if (specification == null || memory == null) {
      failed = true;
      return IOReturn.kIOReturnNotReady;
    }
    failed = active == 0;
    long bytes = length == 0 ? memory.getLength() : length;
    if (Long.compareUnsigned(bytes, specification.maxTransfer()) > 0) {
      return IOReturn.kIOReturnNoSpace;
    }
    active++;
    if (active > 1) {
      boolean same = offset == preparedOffset && bytes == preparedLength;
      return same ? IOReturn.kIOReturnSuccess : IOReturn.kIOReturnNotReady;
    }
    preparedOffset = offset;
    preparedLength = bytes;
    if (bytes % specification.alignmentLength() != 0) {
      return IOReturn.kIOReturnNotAligned;
    }
    if (offset < 0 || bytes < 0 || bytes > memory.getLength() - offset) {
      return IOReturn.kIOReturnOverrun;
    }
    int result = begin(false, synchronize);
    failed = result != IOReturn.kIOReturnSuccess;
    return result;
  }

  private int begin(boolean copyAll, boolean synchronize) {
    DmaPreparation preparation =
        new DmaPreparation(this, specification, memory, preparedOffset, preparedLength);
    backing = preparation.find(copyAll);
    if (backing == null) {
      return preparation.result();
    }
    if (!referencedFromSet) {
      memory.dmaReferenced();
    }
    if (synchronize && (memory.getDirection() & IOMemoryDescriptor.kIODirectionOut) != 0) {
      backing.copyOut();
    }
    use = CommandUse.of(this, memory, specification, backing, preparedLength);
    Kernel.current().dmaBegan(use);
    return IOReturn.kIOReturnSuccess;
  }

  private int completeOnce(boolean synchronize) {
    Kernel kernel = Kernel.current();
    if (active < 1) {
      kernel.misused("complete-unprepared", "complete of a command not prepared", this);
      return IOReturn.kIOReturnNotReady;
    }
    active--;
    if (active == 0 && backing != null) {
      end(synchronize);
    }
    return IOReturn.kIOReturnSuccess;
  }

  private void end(boolean synchronize) {
    Kernel.current().dmaEnded(use);
    if (synchronize && (memory.getDirection() & IOMemoryDescriptor.kIODirectionIn) != 0) {
      backing.copyIn();
    }
    backing.release();
    backing = null;
    if (!referencedFromSet) {
      memory.dmaReleased();
    }
  }

  private long transfer(long offset, byte[] bytes, long length, boolean write) {
    Kernel.current();
    if (backing == null || offset < 0 || length < 0 || offset > preparedLength - length) {
      return 0;
    }
    IOMapper through =
        specification.type() == kMapped && !backing.isPhysical() ? specification.mapper() : null;
    return CommandUse.transfer(backing, through, offset, bytes, (int) length, write);
  }

  private void ignoresFailure(String what) {
    if (failed) {
      Kernel.current().misused("failure-ignored", what + " though prepare failed", this);
    }
  }

  @Override
  protected void free() {
    if (memory != null) {
      Kernel.current()
          .misused(
              "free-with-descriptor", "a command freed with its descriptor set leaks it", this);
    }
    super.free();
  }
}
