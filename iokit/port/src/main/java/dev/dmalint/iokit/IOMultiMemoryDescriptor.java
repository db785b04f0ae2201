package dev.dmalint.iokit;

/**
 * Several descriptors, one after the other. Preparing prepares each and takes it back if one fails.
 * Mapped segment queries give one IOVA run <b>for each child</b>; only a command with a mapper
 * makes one run of all, with read and write rights whatever the direction.
 *
 * @see "xnu: iokit/IOKit/IOMultiMemoryDescriptor.h"
 */
public class IOMultiMemoryDescriptor extends IOMemoryDescriptor {
  private final Portions parts = new Portions();

  /** For subclasses. */
  protected IOMultiMemoryDescriptor() {}

  /**
   * Chains descriptors with a copy of the list.
   *
   * @param descriptors as in the full form
   * @param withCount as there
   * @param withDirection as there
   * @return as there
   */
  public static IOMultiMemoryDescriptor withDescriptors(
      IOMemoryDescriptor[] descriptors, int withCount, int withDirection) {
    return withDescriptors(descriptors, withCount, withDirection, false);
  }

  /**
   * Chains descriptors, each of them retained.
   *
   * @param descriptors in order
   * @param withCount how many of them
   * @param withDirection {@code kIODirection*}
   * @param asReference whether the list itself is kept, not a copy
   * @return the chain, or null if a descriptor is missing or its direction differs
   */
  public static IOMultiMemoryDescriptor withDescriptors(
      IOMemoryDescriptor[] descriptors, int withCount, int withDirection, boolean asReference) {
    IOMultiMemoryDescriptor chain = new IOMultiMemoryDescriptor();
    return chain.initWithDescriptors(descriptors, withCount, withDirection, asReference)
        ? chain
        : null;
  }

  /**
   * Initialises a subclass.
   *
   * @param descriptors in order
   * @param withCount how many of them
   * @param withDirection {@code kIODirection*}
   * @param asReference whether the list itself is kept, not a copy
   * @return false as the factory gives null
   */
  public boolean initWithDescriptors(
      IOMemoryDescriptor[] descriptors, int withCount, int withDirection, boolean asReference) {
    Kernel.current();
    if (descriptors == null || withCount <= 0 || withCount > descriptors.length) {
      return false;
    }
    for (int i = 0; i < withCount; i++) {
      if (descriptors[i] == null
          || (descriptors[i].getDirection() & kIODirectionInOut)
              != (withDirection & kIODirectionInOut)) {
        return false;
      }
    }
    for (int i = 0; i < withCount; i++) {
      parts.add(descriptors[i], 0, descriptors[i].getLength());
    }
    length = parts.length();
    direction = withDirection;
    return true;
  }

  @Override
  public int prepare(int forDirection) {
    Kernel.current();
    return parts.prepare(forDirection);
  }

  @Override
  public int complete(int forDirection) {
    Kernel.current();
    return parts.complete(forDirection);
  }

  @Override
  public long getPhysicalSegment(long offset, long[] length, int options) {
    Kernel.current();
    if (Long.compareUnsigned(offset, this.length) >= 0) {
      if (length != null) {
        length[0] = 0;
      }
      return 0;
    }
    return parts.segment(offset, length, options);
  }

  @Override
  long walk(long offset, long[] run) {
    return parts.walk(offset, run);
  }

  @Override
  long cpuSegment(long offset, long[] run) {
    return parts.cpuSegment(offset, run);
  }

  @Override
  boolean isReadOnly() {
    return parts.isReadOnly();
  }

  @Override
  boolean isWired() {
    return parts.isWired();
  }

  @Override
  void dmaReferenced() {
    parts.all().forEach(IOMemoryDescriptor::dmaReferenced);
  }

  @Override
  void dmaReleased() {
    parts.all().forEach(IOMemoryDescriptor::dmaReleased);
  }

  @Override
  protected void free() {
    parts.release();
    super.free();
  }
}
