package dev.dmalint.iokit;

/** Where the segments of a prepared command come from. Offsets count from the prepared range. */
interface DmaBacking {
  /**
   * The address for the device.
   *
   * @param run out, shape [1]: bytes that follow without a gap
   */
  long at(long offset, long[] run);

  /** Copies what the CPU wrote to where the device reads; nothing without a bounce. */
  default void copyOut() {}

  /** Copies what the device wrote to where the CPU reads; nothing without a bounce. */
  default void copyIn() {}

  /** Ends it. */
  void release();

  /** Whether the device works on a copy. */
  default boolean isBounced() {
    return false;
  }

  /** Whether addresses are CPU-physical though the command may have a mapper. */
  default boolean isPhysical() {
    return false;
  }

  /** The copy, if all of the range is copied; else null. */
  default IOBufferMemoryDescriptor copy() {
    return null;
  }

  /** The memory itself, with no mapper. */
  record Raw(IOMemoryDescriptor memory, long start) implements DmaBacking {
    @Override
    public long at(long offset, long[] run) {
      return memory.walk(start + offset, run);
    }

    @Override
    public void release() {}

    @Override
    public boolean isPhysical() {
      return true;
    }
  }

  /** The mapping that the descriptor owns and that outlives the command. */
  record Shared(SharedMapping mapping) implements DmaBacking {
    @Override
    public long at(long offset, long[] run) {
      return mapping.at(offset, run);
    }

    @Override
    public void release() {}
  }

  /** A mapping that the command owns. */
  record Own(
      IOMapper mapper,
      IOMemoryDescriptor memory,
      IODMACommand command,
      long base,
      long length,
      DmaLayout layout)
      implements DmaBacking {
    @Override
    public long at(long offset, long[] run) {
      return base + layout.at(offset, run) - layout.runs().get(0).at();
    }

    @Override
    public void release() {
      if (base != 0) { // 0 is never an IOVA, but what a mapping of host-only memory gives.
        mapper.iovmUnmapMemory(memory, command, base, length);
      }
    }
  }

  /** A copy of the whole range below 4 GiB. */
  record Copied(
      IOMemoryDescriptor memory, long start, IOBufferMemoryDescriptor copy, DmaBacking inner)
      implements DmaBacking {
    @Override
    public long at(long offset, long[] run) {
      return inner.at(offset, run);
    }

    @Override
    public void copyOut() {
      byte[] bytes = new byte[(int) copy.getLength()];
      CpuCopy.read(memory, start, bytes, bytes.length);
      CpuCopy.write(copy, 0, bytes, bytes.length);
    }

    @Override
    public void copyIn() {
      byte[] bytes = new byte[(int) copy.getLength()];
      CpuCopy.read(copy, 0, bytes, bytes.length);
      CpuCopy.write(memory, start, bytes, bytes.length);
    }

    @Override
    public void release() {
      inner.release();
      copy.release();
    }

    @Override
    public boolean isBounced() {
      return true;
    }

    @Override
    public boolean isPhysical() {
      return inner.isPhysical();
    }
  }
}
