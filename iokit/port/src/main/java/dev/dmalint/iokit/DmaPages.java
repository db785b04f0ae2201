package dev.dmalint.iokit;

import java.util.List;

/** The pages that a mapper enters for memory, in the order of the I/O space. */
public interface DmaPages {
  /**
   * Walks memory.
   *
   * @param memory what
   * @param offset bytes into it
   * @param length bytes
   * @param pageShift log2 of the page size of the I/O space
   * @return the pages, or null if the memory ends before
   */
  static DmaPages of(IOMemoryDescriptor memory, long offset, long length, int pageShift) {
    return DmaLayout.of(memory, offset, length, pageShift);
  }

  /**
   * The pages.
   *
   * @return CPU-physical addresses
   */
  List<Long> pages();

  /**
   * Where the memory starts in the first page.
   *
   * @return bytes
   */
  long start();

  /**
   * Whether all of it lies side by side.
   *
   * @return false where runs do not meet at a page boundary
   */
  boolean isOneRun();
}
