package dev.dmalint.iokit;

/**
 * The kernel's private access to memory by its physical address. All addresses are
 * <b>CPU-physical</b> in every mapper state; an IOVA reads or writes an unrelated page.
 *
 * @see "xnu: osfmk/kern/machine.h, osfmk/i386/machine_routines.h, osfmk/arm/machine_routines.h"
 */
@SuppressWarnings("DoNotCallSuggester") // Calls without behaviour will get theirs.
public final class MlPhys {
  private MlPhys() {}

  /**
   * Reads 8 bits.
   *
   * @param paddr CPU-physical
   * @return 0 to 255
   */
  public static int ml_phys_read_byte(long paddr) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Writes 8 bits.
   *
   * @param paddr CPU-physical
   * @param data the low 8 bits are written
   */
  public static void ml_phys_write_byte(long paddr, int data) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads 8 bits.
   *
   * @param paddr CPU-physical
   * @return 0 to 255
   */
  public static int ml_phys_read_byte_64(long paddr) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Writes 8 bits.
   *
   * @param paddr CPU-physical
   * @param data the low 8 bits are written
   */
  public static void ml_phys_write_byte_64(long paddr, int data) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads 16 bits.
   *
   * @param paddr CPU-physical
   * @return 0 to 65535
   */
  public static int ml_phys_read_half(long paddr) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Writes 16 bits.
   *
   * @param paddr CPU-physical
   * @param data the low 16 bits are written
   */
  public static void ml_phys_write_half(long paddr, int data) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads 16 bits.
   *
   * @param paddr CPU-physical
   * @return 0 to 65535
   */
  public static int ml_phys_read_half_64(long paddr) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Writes 16 bits.
   *
   * @param paddr CPU-physical
   * @param data the low 16 bits are written
   */
  public static void ml_phys_write_half_64(long paddr, int data) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads 32 bits.
   *
   * @param paddr CPU-physical
   * @return unsigned 32 bits in an int
   */
  public static int ml_phys_read_word(long paddr) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Writes 32 bits.
   *
   * @param paddr CPU-physical
   * @param data what to write
   */
  public static void ml_phys_write_word(long paddr, int data) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads 32 bits.
   *
   * @param paddr CPU-physical
   * @return unsigned 32 bits in an int
   */
  public static int ml_phys_read_word_64(long paddr) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Writes 32 bits.
   *
   * @param paddr CPU-physical
   * @param data what to write
   */
  public static void ml_phys_write_word_64(long paddr, int data) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads 64 bits.
   *
   * @param paddr CPU-physical
   * @return unsigned 64 bits in a long
   */
  public static long ml_phys_read_double(long paddr) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Writes 64 bits.
   *
   * @param paddr CPU-physical
   * @param data what to write
   */
  public static void ml_phys_write_double(long paddr, long data) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads 64 bits.
   *
   * @param paddr CPU-physical
   * @return unsigned 64 bits in a long
   */
  public static long ml_phys_read_double_64(long paddr) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Writes 64 bits.
   *
   * @param paddr CPU-physical
   * @param data what to write
   */
  public static void ml_phys_write_double_64(long paddr, long data) {
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
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
