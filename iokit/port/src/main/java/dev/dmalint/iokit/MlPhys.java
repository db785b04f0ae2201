package dev.dmalint.iokit;

/**
 * The kernel's private access to memory by its physical address. All addresses are
 * <b>CPU-physical</b> in every mapper state; an IOVA reads or writes an unrelated page.
 *
 * @see "xnu: osfmk/kern/machine.h, osfmk/i386/machine_routines.h, osfmk/arm/machine_routines.h"
 */
public final class MlPhys {
  private MlPhys() {}

  /**
   * Reads 8 bits.
   *
   * @param paddr CPU-physical
   * @return 0 to 255
   */
  public static int ml_phys_read_byte(long paddr) {
    return (int) Kernel.current().loadPhysical(paddr, 1);
  }

  /**
   * Writes 8 bits.
   *
   * @param paddr CPU-physical
   * @param data the low 8 bits are written
   */
  public static void ml_phys_write_byte(long paddr, int data) {
    Kernel.current().storePhysical(paddr, 1, data);
  }

  /**
   * Reads 8 bits.
   *
   * @param paddr CPU-physical
   * @return 0 to 255
   */
  public static int ml_phys_read_byte_64(long paddr) {
    return (int) Kernel.current().loadPhysical(paddr, 1);
  }

  /**
   * Writes 8 bits.
   *
   * @param paddr CPU-physical
   * @param data the low 8 bits are written
   */
  public static void ml_phys_write_byte_64(long paddr, int data) {
    Kernel.current().storePhysical(paddr, 1, data);
  }

  /**
   * Reads 16 bits.
   *
   * @param paddr CPU-physical
   * @return 0 to 65535
   */
  public static int ml_phys_read_half(long paddr) {
    return (int) Kernel.current().loadPhysical(paddr, 2);
  }

  /**
   * Writes 16 bits.
   *
   * @param paddr CPU-physical
   * @param data the low 16 bits are written
   */
  public static void ml_phys_write_half(long paddr, int data) {
    Kernel.current().storePhysical(paddr, 2, data);
  }

  /**
   * Reads 16 bits.
   *
   * @param paddr CPU-physical
   * @return 0 to 65535
   */
  public static int ml_phys_read_half_64(long paddr) {
    return (int) Kernel.current().loadPhysical(paddr, 2);
  }

  /**
   * Writes 16 bits.
   *
   * @param paddr CPU-physical
   * @param data the low 16 bits are written
   */
  public static void ml_phys_write_half_64(long paddr, int data) {
    Kernel.current().storePhysical(paddr, 2, data);
  }

  /**
   * Reads 32 bits.
   *
   * @param paddr CPU-physical
   * @return unsigned 32 bits in an int
   */
  public static int ml_phys_read_word(long paddr) {
    return (int) Kernel.current().loadPhysical(paddr, 4);
  }

  /**
   * Writes 32 bits.
   *
   * @param paddr CPU-physical
   * @param data what to write
   */
  public static void ml_phys_write_word(long paddr, int data) {
    Kernel.current().storePhysical(paddr, 4, data);
  }

  /**
   * Reads 32 bits.
   *
   * @param paddr CPU-physical
   * @return unsigned 32 bits in an int
   */
  public static int ml_phys_read_word_64(long paddr) {
    return (int) Kernel.current().loadPhysical(paddr, 4);
  }

  /**
   * Writes 32 bits.
   *
   * @param paddr CPU-physical
   * @param data what to write
   */
  public static void ml_phys_write_word_64(long paddr, int data) {
    Kernel.current().storePhysical(paddr, 4, data);
  }

  /**
   * Reads 64 bits.
   *
   * @param paddr CPU-physical
   * @return unsigned 64 bits in a long
   */
  public static long ml_phys_read_double(long paddr) {
    return Kernel.current().loadPhysical(paddr, 8);
  }

  /**
   * Writes 64 bits.
   *
   * @param paddr CPU-physical
   * @param data what to write
   */
  public static void ml_phys_write_double(long paddr, long data) {
    Kernel.current().storePhysical(paddr, 8, data);
  }

  /**
   * Reads 64 bits.
   *
   * @param paddr CPU-physical
   * @return unsigned 64 bits in a long
   */
  public static long ml_phys_read_double_64(long paddr) {
    return Kernel.current().loadPhysical(paddr, 8);
  }

  /**
   * Writes 64 bits.
   *
   * @param paddr CPU-physical
   * @param data what to write
   */
  public static void ml_phys_write_double_64(long paddr, long data) {
    Kernel.current().storePhysical(paddr, 8, data);
  }

  /**
   * Reads 32 bits.
   *
   * @param paddr CPU-physical
   * @return as {@link #ml_phys_read_word}
   */
  public static int ml_phys_read(long paddr) {
    return ml_phys_read_word(paddr);
  }

  /**
   * Writes 32 bits.
   *
   * @param paddr CPU-physical
   * @param data what to write
   */
  public static void ml_phys_write(long paddr, int data) {
    ml_phys_write_word(paddr, data);
  }

  /**
   * Reads 32 bits.
   *
   * @param paddr CPU-physical
   * @return as {@link #ml_phys_read_word_64}
   */
  public static int ml_phys_read_64(long paddr) {
    return ml_phys_read_word_64(paddr);
  }

  /**
   * Writes 32 bits.
   *
   * @param paddr CPU-physical
   * @param data what to write
   */
  public static void ml_phys_write_64(long paddr, int data) {
    ml_phys_write_word_64(paddr, data);
  }

  /**
   * Maps device memory into the kernel, not cached.
   *
   * @param physAddr CPU-physical
   * @param size bytes
   * @return kernel virtual address
   */
  public static long ml_io_map(long physAddr, long size) {
    Kernel kernel = Kernel.current();
    long page = 1L << kernel.pageShift();
    long first = physAddr & -page;
    int count = (int) ((physAddr + size + page - 1 - first) / page);
    long[] pages = new long[count];
    java.util.Arrays.setAll(pages, i -> first + i * page);
    return kernel.map(Task.kernel_task, pages, 0) + (physAddr - first);
  }

  /**
   * What a kernel address stands for.
   *
   * @param vaddr kernel virtual address
   * @return CPU-physical; 0 where nothing is mapped
   */
  public static long ml_vtophys(long vaddr) {
    return Pmap.kvtophys(vaddr);
  }
}
