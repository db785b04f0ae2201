package dev.dmalint.iokit;

/**
 * Pages that the pager holds for an I/O ({@code upl_t}): what {@link
 * IOMemoryDescriptor#withOptions} takes with {@link IOMemoryDescriptor#kIOMemoryTypeUPL}. A
 * descriptor of them is wired at once, and its IOVA always comes from below the large mappings.
 *
 * @see "xnu: osfmk/mach/memory_object_types.h"
 */
public final class Upl {
  private final Task map;
  private final long address;
  private final long size;

  private Upl(Task map, long address, long size) {
    this.map = map;
    this.address = address;
    this.size = size;
  }

  /**
   * The pages behind memory of a task.
   *
   * @param map whose
   * @param offset virtual address
   * @param size in and out, shape [1]: bytes, rounded to whole pages
   * @param upl out, shape [1]: the pages
   * @return {@code kIOReturnSuccess}; {@code kIOReturnBadArgument} where nothing is mapped
   */
  public static int vm_map_get_upl(Task map, long offset, long[] size, Upl[] upl) {
    Kernel kernel = Kernel.current();
    long page = 1L << kernel.pageShift();
    long first = offset & -page;
    long bytes = (offset + size[0] - first + page - 1) & -page;
    for (long at = 0; at < bytes; at += page) {
      if (kernel.translate(map, first + at) == -1) {
        return IOReturn.kIOReturnBadArgument;
      }
    }
    size[0] = bytes;
    upl[0] = new Upl(map, first, bytes);
    return IOReturn.kIOReturnSuccess;
  }

  Task task() {
    return map;
  }

  /** Some of it; null if the start is not inside. */
  IOAddressRange[] ranges(long offset, long bytes) {
    boolean inside = offset >= 0 && bytes > 0 && offset + bytes <= size;
    return inside ? new IOAddressRange[] {new IOAddressRange(address + offset, bytes)} : null;
  }
}
