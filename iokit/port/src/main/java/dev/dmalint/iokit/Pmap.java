package dev.dmalint.iokit;

/**
 * The kernel's private look-ups in the CPU's page tables. All results are <b>CPU-physical</b> in
 * every mapper state: right for the CPU and for consumers that bypass the IOMMU, for a device only
 * on M0 and M4.
 *
 * @see "xnu: osfmk/vm/pmap.h"
 */
@SuppressWarnings("DoNotCallSuggester") // Calls without behaviour will get theirs.
public final class Pmap {
  /** The kernel's own page tables. */
  public static final Task kernel_pmap = Task.kernel_task;

  private Pmap() {}

  /**
   * The page behind a virtual address.
   *
   * @param map whose page tables
   * @param va virtual address there
   * @return CPU-physical page number, in units of the host's page; 0 where nothing is mapped
   */
  public static int pmap_find_phys(Task map, long va) {
    Kernel kernel = Kernel.current();
    long address = map == null ? -1 : kernel.translate(map, va);
    if (address != -1) {
      kernel.told(null, address, 1L << kernel.pageShift());
    }
    return address == -1 ? 0 : (int) (address >>> kernel.pageShift());
  }

  /**
   * What a kernel address stands for.
   *
   * @param va kernel virtual address
   * @return CPU-physical; 0 where nothing is mapped
   */
  public static long kvtophys(long va) {
    Kernel kernel = Kernel.current();
    long address = kernel.translate(Task.kernel_task, va);
    if (address != -1) {
      kernel.told(null, address, 1L << kernel.pageShift());
    }
    return address == -1 ? 0 : address;
  }

  /**
   * The page number of a page of the memory system.
   *
   * @param page the page
   * @return CPU-physical page number, in units of the host's page
   */
  public static int VM_PAGE_GET_PHYS_PAGE(Object page) {
    throw KernelPanic.noBehaviour();
  }
}
