package dev.dmalint.iokit;

/**
 * The page size of the host. A variable, not a constant of the build: 4096 bytes on Intel, 16384 on
 * Apple silicon. A machine sets it before it starts a driver; until then it is Intel's.
 *
 * @see "xnu: osfmk/mach/i386/vm_param.h, osfmk/mach/arm/vm_param.h"
 */
public final class VmParam {
  /** log2 of {@link #PAGE_SIZE}. */
  @SuppressWarnings("NonFinalStaticField") // Apple's own is a variable too.
  public static int PAGE_SHIFT = 12;

  /** Bytes in a page of the host. */
  @SuppressWarnings("NonFinalStaticField") // As above.
  public static int PAGE_SIZE = 1 << PAGE_SHIFT;

  /** {@link #PAGE_SIZE} - 1: the bits of an address below its page. */
  @SuppressWarnings("NonFinalStaticField") // As above.
  public static int PAGE_MASK = PAGE_SIZE - 1;

  private VmParam() {}

  /**
   * The start of the page an address lies in.
   *
   * @param address in any space
   * @return in the same space
   */
  public static long trunc_page(long address) {
    return address & ~(long) PAGE_MASK;
  }

  /**
   * The first page start at or above an address.
   *
   * @param address in any space
   * @return in the same space
   */
  public static long round_page(long address) {
    return trunc_page(address + PAGE_MASK);
  }

  /**
   * The number of the page an address lies in.
   *
   * @param address in any space
   * @return a page number in the same space, in units of {@link #PAGE_SIZE}
   */
  public static long atop(long address) {
    return address >>> PAGE_SHIFT;
  }

  /**
   * The start of a page.
   *
   * @param page a page number in any space, in units of {@link #PAGE_SIZE}
   * @return an address in the same space
   */
  public static long ptoa(long page) {
    return page << PAGE_SHIFT;
  }
}
