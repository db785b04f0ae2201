package dev.dmalint.iokit;

/**
 * Portions of several descriptors, one after the other. Segment queries go to the descriptor that
 * holds the portion, as in {@link IOMultiMemoryDescriptor}.
 *
 * @see "xnu: iokit/IOKit/IOInterleavedMemoryDescriptor.h"
 */
public class IOInterleavedMemoryDescriptor extends IOMemoryDescriptor {
  private final Portions parts = new Portions();
  private long capacity;
  private int prepared;

  /** For subclasses. */
  protected IOInterleavedMemoryDescriptor() {}

  /**
   * An empty chain.
   *
   * @param capacity descriptors it can take
   * @param direction {@code kIODirection*}
   * @return the chain, or null
   */
  public static IOInterleavedMemoryDescriptor withCapacity(long capacity, int direction) {
    IOInterleavedMemoryDescriptor chain = new IOInterleavedMemoryDescriptor();
    return chain.initWithCapacity(capacity, direction) ? chain : null;
  }

  /**
   * Initialises a subclass.
   *
   * @param capacity descriptors it can take
   * @param direction {@code kIODirection*}
   * @return false as the factory gives null
   */
  public boolean initWithCapacity(long capacity, int direction) {
    Kernel.current();
    this.capacity = capacity;
    this.direction = direction;
    return capacity > 0;
  }

  /**
   * Adds a portion of a descriptor, which is retained.
   *
   * @param descriptor whose
   * @param offset bytes into it
   * @param length bytes
   * @return false if it is full, prepared, or the portion is out of range
   */
  public boolean setMemoryDescriptor(IOMemoryDescriptor descriptor, long offset, long length) {
    Kernel.current();
    boolean inside =
        descriptor != null
            && offset >= 0
            && length > 0
            && offset < descriptor.getLength()
            && length <= descriptor.getLength() - offset;
    if (!inside || prepared > 0 || parts.all().size() >= capacity) {
      return false;
    }
    parts.add(descriptor, offset, length);
    this.length = parts.length();
    return true;
  }

  /**
   * Completes what is prepared and removes all portions.
   *
   * @param direction the direction from now on; None keeps it
   */
  public void clearMemoryDescriptors(int direction) {
    Kernel.current();
    while (prepared > 0) {
      complete(kIODirectionNone);
    }
    parts.release();
    length = 0;
    if (direction != kIODirectionNone) {
      this.direction = direction;
    }
  }

  @Override
  public int prepare(int forDirection) {
    Kernel.current();
    int result = parts.prepare(forDirection);
    if (result == IOReturn.kIOReturnSuccess) {
      prepared++;
    }
    return result;
  }

  @Override
  public int complete(int forDirection) {
    Kernel.current();
    if (prepared > 0) {
      prepared--;
    }
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
