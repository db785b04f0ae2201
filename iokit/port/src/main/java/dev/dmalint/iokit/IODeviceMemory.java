package dev.dmalint.iokit;

/**
 * Registers of a device: a physical range with {@link #kIOMemoryMapperNone} and no direction.
 *
 * <p>On M1 and M2 {@link #getPhysicalAddress()} maps the range and returns an <b>IOVA</b> of it,
 * which is what a peer device needs and not what the CPU or a table of bus addresses needs; the raw
 * bus address is {@code getPhysicalSegment(0, null, kIOMemoryMapperNone)}.
 *
 * @see "xnu: iokit/IOKit/IODeviceMemory.h"
 */
public class IODeviceMemory extends IOGeneralMemoryDescriptor {
  /** A range of the list that {@link #arrayFromList} takes. */
  public static final class InitElement {
    /** First byte, CPU-physical. */
    public long start;

    /** Bytes. */
    public long length;

    /** A number of the caller's. */
    public int tag;

    /** An empty range at 0, to be filled in. */
    public InitElement() {}
  }

  private boolean ports;
  private long start;

  /** For subclasses. */
  protected IODeviceMemory() {}

  /**
   * A range of registers.
   *
   * @param start first byte, CPU-physical (a bus address that is neither IOVA nor virtual)
   * @param length bytes
   * @return the descriptor, or null
   */
  public static IODeviceMemory withRange(long start, long length) {
    return of(start, length, false);
  }

  static IODeviceMemory of(long start, long length, boolean ports) {
    IODeviceMemory made = new IODeviceMemory();
    made.ports = ports;
    made.start = start;
    IOAddressRange[] range = {new IOAddressRange(start, length)};
    int options = kIODirectionNone | kIOMemoryMapperNone | kIOMemoryTypePhysical64;
    return made.initWithOptions(range, 1, 0, null, options, kIOMapperSystem) ? made : null;
  }

  /**
   * A part of a range.
   *
   * @param of the whole
   * @param offset bytes into it
   * @param length bytes
   * @return the part, or null if it is out of range
   */
  public static IODeviceMemory withSubRange(IODeviceMemory of, long offset, long length) {
    boolean inside =
        offset >= 0 && length >= 0 && offset <= of.getLength() && length <= of.getLength() - offset;
    return inside
        ? withRange(of.getPhysicalSegment(offset, null, kIOMemoryMapperNone), length)
        : null;
  }

  /**
   * A list of ranges.
   *
   * @param list the ranges
   * @param count how many of them
   * @return an array of {@link IODeviceMemory}, or null
   */
  public static OSArray arrayFromList(InitElement[] list, int count) {
    Kernel.current();
    OSArray array = OSArray.withCapacity(count);
    for (int i = 0; i < count; i++) {
      IODeviceMemory memory = withRange(list[i].start, list[i].length);
      array.setObject(memory);
      memory.release();
    }
    return array;
  }

  long start() {
    return start;
  }

  @Override
  boolean countsPorts() {
    return ports;
  }
}
