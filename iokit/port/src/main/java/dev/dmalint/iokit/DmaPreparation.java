package dev.dmalint.iokit;

/** Finds the backing of a range of a command: mapped, raw or bounced. */
final class DmaPreparation {
  private final IODMACommand command;
  private final DmaSpecification specification;
  private final IOMemoryDescriptor memory;
  private final long offset;
  private final long length;
  private int result = IOReturn.kIOReturnSuccess;

  DmaPreparation(
      IODMACommand command,
      DmaSpecification specification,
      IOMemoryDescriptor memory,
      long offset,
      long length) {
    this.command = command;
    this.specification = specification;
    this.memory = memory;
    this.offset = offset;
    this.length = length;
  }

  /** Why there is no backing. */
  int result() {
    return result;
  }

  /** The backing, or null. */
  DmaBacking find(boolean copyAll) {
    if (!memory.isWired()) {
      memory.usedUnprepared("a command is prepared over memory that is not");
      throw new KernelPanic("IOGMD: not wired for the IODMACommand");
    }
    boolean bounce = copyAll || (!specification.iteratesOnly() && isMisaligned());
    if (bounce) {
      return copied();
    }
    if (specification.mapper() != null) {
      return mapped(memory, offset, length, true);
    }
    if (specification.iteratesOnly() || !outgrows()) {
      return new DmaBacking.Raw(memory, offset);
    }
    BouncedPages pages = BouncedPages.of(memory, offset, length, specification);
    return pages != null ? pages : copied();
  }

  private DmaBacking mapped(IOMemoryDescriptor what, long from, long bytes, boolean mayShare) {
    Kernel kernel = Kernel.current();
    IOMapper mapper = specification.mapper();
    IODMAMapSpecification spec = specification.forMapper();
    boolean whole = from == 0 && bytes == what.getLength() && mapper == kernel.systemMapper();
    if (mayShare && whole && what instanceof IOGeneralMemoryDescriptor general) {
      SharedMapping shared = general.sharedMapping();
      if (shared.serves(spec, 1L << kernel.pageShift())) {
        int made = shared.make(mapper, spec);
        return made == IOReturn.kIOReturnSuccess ? new DmaBacking.Shared(shared) : fail(made);
      }
    }
    long[] address = new long[1];
    int made = what.mapFor(mapper, spec, command, from, bytes, address);
    if (made != IOReturn.kIOReturnSuccess) {
      return fail(made);
    }
    DmaLayout layout = DmaLayout.of(what, from, bytes, kernel.pageShift());
    return new DmaBacking.Own(mapper, what, command, address[0], bytes, layout);
  }

  private DmaBacking copied() {
    IOBufferMemoryDescriptor copy = command.createCopyBuffer(memory.getDirection(), length);
    if (copy == null) {
      return fail(IOReturn.kIOReturnNoResources);
    }
    DmaBacking inner =
        specification.mapper() != null
            ? mapped(copy, 0, length, false)
            : new DmaBacking.Raw(copy, 0);
    if (inner == null) {
      copy.release();
      return null;
    }
    return new DmaBacking.Copied(memory, offset, copy, inner);
  }

  private DmaBacking fail(int code) {
    result = code;
    return null;
  }

  private boolean outgrows() {
    long[] run = new long[1];
    for (long done = 0; done < length; done += run[0]) {
      long address = memory.walk(offset + done, run);
      run[0] = Math.min(run[0], length - done);
      if (specification.outgrows(address, run[0])) {
        return true;
      }
    }
    return false;
  }

  /** With a mapper only what lies inside a page counts: it chooses the pages. */
  private boolean isMisaligned() {
    if (specification.alignment() == 1
        && specification.alignmentLength() == 1
        && specification.alignmentInternal() == 1) {
      return false;
    }
    int shift = Kernel.current().pageShift();
    if (specification.mapper() != null) {
      long page = 1L << shift;
      for (DmaLayout.Run run : DmaLayout.of(memory, offset, length, shift).runs()) {
        if (isMisaligned(run.offset(), run.at() & (page - 1), run.length())) {
          return true;
        }
      }
      return false;
    }
    long[] run = new long[1];
    for (long done = 0; done < length; done += run[0]) {
      long address = memory.walk(offset + done, run);
      run[0] = Math.min(run[0], length - done);
      if (isMisaligned(done, address, run[0])) {
        return true;
      }
    }
    return false;
  }

  private boolean isMisaligned(long done, long address, long bytes) {
    long wanted = done == 0 ? specification.alignment() : specification.alignmentInternal();
    return (address & (wanted - 1)) != 0 || bytes % specification.alignmentLength() != 0;
  }
}
