package dev.dmalint.iokit;

/**
 * A part of another descriptor. Preparing, completing and segment queries go to the parent with the
 * offset added: a mapped query maps the whole parent and adds the start to the parent's IOVA.
 *
 * @see "xnu: iokit/IOKit/IOSubMemoryDescriptor.h"
 */
public class IOSubMemoryDescriptor extends IOMemoryDescriptor {
  private IOMemoryDescriptor parent;
  private long start;

  /** For subclasses. */
  protected IOSubMemoryDescriptor() {}

  /**
   * A part of a descriptor, which is retained.
   *
   * @param of the parent
   * @param offset bytes into it
   * @param length bytes
   * @param options direction
   * @return the part, or null if it is out of range
   */
  public static IOSubMemoryDescriptor withSubRange(
      IOMemoryDescriptor of, long offset, long length, int options) {
    IOSubMemoryDescriptor part = new IOSubMemoryDescriptor();
    return part.initSubRange(of, offset, length, options & kIOMemoryDirectionMask) ? part : null;
  }

  /**
   * Initialises a subclass.
   *
   * @param parent the parent
   * @param offset bytes into it
   * @param length bytes
   * @param withDirection direction
   * @return false if the part is out of range
   */
  public boolean initSubRange(
      IOMemoryDescriptor parent, long offset, long length, int withDirection) {
    Kernel.current();
    boolean inside =
        parent != null
            && offset >= 0
            && length >= 0
            && offset <= parent.getLength()
            && length <= parent.getLength() - offset;
    if (!inside) {
      return false;
    }
    parent.retain();
    this.parent = parent;
    this.start = offset;
    this.length = length;
    this.direction = withDirection;
    return true;
  }

  @Override
  public int prepare(int forDirection) {
    Kernel.current();
    return parent.prepare(forDirection);
  }

  @Override
  public int complete(int forDirection) {
    Kernel.current();
    return parent.complete(forDirection);
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
    long address = parent.getPhysicalSegment(start + offset, length, options);
    if (length != null) {
      length[0] = Math.min(length[0], this.length - offset);
    }
    return address;
  }

  @Override
  long walk(long offset, long[] run) {
    long address = parent.walk(start + offset, run);
    run[0] = Math.min(run[0], length - offset);
    return address;
  }

  @Override
  long resident(long offset, long[] run) {
    long address = parent.resident(start + offset, run);
    run[0] = Math.min(run[0], length - offset);
    return address;
  }

  @Override
  long cpuSegment(long offset, long[] run) {
    long address = parent.cpuSegment(start + offset, run);
    run[0] = Math.min(run[0], length - offset);
    return address;
  }

  @Override
  boolean isReadOnly() {
    return parent.isReadOnly();
  }

  @Override
  boolean isWired() {
    return parent.isWired();
  }

  @Override
  long preparationID() {
    return parent.preparationID();
  }

  @Override
  void dmaReferenced() {
    parent.dmaReferenced();
  }

  @Override
  void dmaReleased() {
    parent.dmaReleased();
  }

  @Override
  protected void free() {
    if (parent != null) {
      parent.release();
    }
    super.free();
  }
}
