package dev.dmalint.iokit;

import java.lang.invoke.VarHandle;

/**
 * Memory behind a pointer, and byte swaps.
 *
 * <p>An access goes to {@code base + byteOffset}, a virtual address in the kernel's task: memory of
 * a buffer descriptor, or a device register through a CPU mapping. The CPU's page tables translate
 * it, never an IOMMU; an IOVA or a physical address given as a base is a wild access and panics.
 * Hosts are little-endian: the little forms store a value as it is, the big forms store it swapped.
 *
 * @see "xnu: libkern/libkern/OSByteOrder.h"
 */
public final class OSByteOrder {
  private OSByteOrder() {}

  /**
   * Reads one byte. IOKit has no name for it; drivers there read through a pointer.
   *
   * @param base virtual address
   * @param byteOffset added to it
   * @return 0 to 255
   */
  public static int OSReadInt8(long base, long byteOffset) {
    return (int) VirtualAccess.load(base + byteOffset, 1);
  }

  /**
   * Reads 16 bits in little-endian order.
   *
   * @param base virtual address
   * @param byteOffset added to it
   * @return 0 to 65535
   */
  public static int OSReadLittleInt16(long base, long byteOffset) {
    return (int) VirtualAccess.load(base + byteOffset, 2);
  }

  /**
   * Reads 32 bits in little-endian order.
   *
   * @param base virtual address
   * @param byteOffset added to it
   * @return unsigned 32 bits in an int
   */
  public static int OSReadLittleInt32(long base, long byteOffset) {
    return (int) VirtualAccess.load(base + byteOffset, 4);
  }

  /**
   * Reads 64 bits in little-endian order.
   *
   * @param base virtual address
   * @param byteOffset added to it
   * @return unsigned 64 bits in a long
   */
  public static long OSReadLittleInt64(long base, long byteOffset) {
    return VirtualAccess.load(base + byteOffset, 8);
  }

  /**
   * Reads 16 bits in big-endian order.
   *
   * @param base virtual address
   * @param byteOffset added to it
   * @return 0 to 65535
   */
  public static int OSReadBigInt16(long base, long byteOffset) {
    return OSSwapInt16((int) VirtualAccess.load(base + byteOffset, 2));
  }

  /**
   * Reads 32 bits in big-endian order.
   *
   * @param base virtual address
   * @param byteOffset added to it
   * @return unsigned 32 bits in an int
   */
  public static int OSReadBigInt32(long base, long byteOffset) {
    return OSSwapInt32((int) VirtualAccess.load(base + byteOffset, 4));
  }

  /**
   * Reads 64 bits in big-endian order.
   *
   * @param base virtual address
   * @param byteOffset added to it
   * @return unsigned 64 bits in a long
   */
  public static long OSReadBigInt64(long base, long byteOffset) {
    return OSSwapInt64(VirtualAccess.load(base + byteOffset, 8));
  }

  /**
   * Writes one byte. IOKit has no name for it; drivers there write through a pointer.
   *
   * @param base virtual address
   * @param byteOffset added to it
   * @param value the low 8 bits are written
   */
  public static void OSWriteInt8(long base, long byteOffset, int value) {
    VirtualAccess.store(base + byteOffset, 1, value);
  }

  /**
   * Writes 16 bits in little-endian order.
   *
   * @param base virtual address
   * @param byteOffset added to it
   * @param value the low 16 bits are written
   */
  public static void OSWriteLittleInt16(long base, long byteOffset, int value) {
    VirtualAccess.store(base + byteOffset, 2, value);
  }

  /**
   * Writes 32 bits in little-endian order.
   *
   * @param base virtual address
   * @param byteOffset added to it
   * @param value what to write
   */
  public static void OSWriteLittleInt32(long base, long byteOffset, int value) {
    VirtualAccess.store(base + byteOffset, 4, value);
  }

  /**
   * Writes 64 bits in little-endian order.
   *
   * @param base virtual address
   * @param byteOffset added to it
   * @param value what to write
   */
  public static void OSWriteLittleInt64(long base, long byteOffset, long value) {
    VirtualAccess.store(base + byteOffset, 8, value);
  }

  /**
   * Writes 16 bits in big-endian order.
   *
   * @param base virtual address
   * @param byteOffset added to it
   * @param value the low 16 bits are written
   */
  public static void OSWriteBigInt16(long base, long byteOffset, int value) {
    VirtualAccess.store(base + byteOffset, 2, OSSwapInt16(value));
  }

  /**
   * Writes 32 bits in big-endian order.
   *
   * @param base virtual address
   * @param byteOffset added to it
   * @param value what to write
   */
  public static void OSWriteBigInt32(long base, long byteOffset, int value) {
    VirtualAccess.store(base + byteOffset, 4, OSSwapInt32(value));
  }

  /**
   * Writes 64 bits in big-endian order.
   *
   * @param base virtual address
   * @param byteOffset added to it
   * @param value what to write
   */
  public static void OSWriteBigInt64(long base, long byteOffset, long value) {
    VirtualAccess.store(base + byteOffset, 8, OSSwapInt64(value));
  }

  /**
   * Reverses the bytes of a 16-bit value.
   *
   * @param value the low 16 bits count
   * @return the same bytes, last first
   */
  public static int OSSwapInt16(int value) {
    return Short.toUnsignedInt(Short.reverseBytes((short) value));
  }

  /**
   * Reverses the bytes of a 32-bit value.
   *
   * @param value 32 bits
   * @return the same bytes, last first
   */
  public static int OSSwapInt32(int value) {
    return Integer.reverseBytes(value);
  }

  /**
   * Reverses the bytes of a 64-bit value.
   *
   * @param value 64 bits
   * @return the same bytes, last first
   */
  public static long OSSwapInt64(long value) {
    return Long.reverseBytes(value);
  }

  /**
   * Converts 16 bits from host to little order.
   *
   * @param value the low 16 bits count
   * @return the value itself
   */
  public static int OSSwapHostToLittleInt16(int value) {
    return value & 0xFFFF;
  }

  /**
   * Converts 32 bits from host to little order.
   *
   * @param value 32 bits
   * @return the value itself
   */
  public static int OSSwapHostToLittleInt32(int value) {
    return value;
  }

  /**
   * Converts 64 bits from host to little order.
   *
   * @param value 64 bits
   * @return the value itself
   */
  public static long OSSwapHostToLittleInt64(long value) {
    return value;
  }

  /**
   * Converts 16 bits from little to host order.
   *
   * @param value the low 16 bits count
   * @return the value itself
   */
  public static int OSSwapLittleToHostInt16(int value) {
    return value & 0xFFFF;
  }

  /**
   * Converts 32 bits from little to host order.
   *
   * @param value 32 bits
   * @return the value itself
   */
  public static int OSSwapLittleToHostInt32(int value) {
    return value;
  }

  /**
   * Converts 64 bits from little to host order.
   *
   * @param value 64 bits
   * @return the value itself
   */
  public static long OSSwapLittleToHostInt64(long value) {
    return value;
  }

  /**
   * Converts 16 bits from host to big order.
   *
   * @param value the low 16 bits count
   * @return its bytes, last first
   */
  public static int OSSwapHostToBigInt16(int value) {
    return OSSwapInt16(value);
  }

  /**
   * Converts 32 bits from host to big order.
   *
   * @param value 32 bits
   * @return its bytes, last first
   */
  public static int OSSwapHostToBigInt32(int value) {
    return OSSwapInt32(value);
  }

  /**
   * Converts 64 bits from host to big order.
   *
   * @param value 64 bits
   * @return its bytes, last first
   */
  public static long OSSwapHostToBigInt64(long value) {
    return OSSwapInt64(value);
  }

  /**
   * Converts 16 bits from big to host order.
   *
   * @param value the low 16 bits count
   * @return its bytes, last first
   */
  public static int OSSwapBigToHostInt16(int value) {
    return OSSwapInt16(value);
  }

  /**
   * Converts 32 bits from big to host order.
   *
   * @param value 32 bits
   * @return its bytes, last first
   */
  public static int OSSwapBigToHostInt32(int value) {
    return OSSwapInt32(value);
  }

  /**
   * Converts 64 bits from big to host order.
   *
   * @param value 64 bits
   * @return its bytes, last first
   */
  public static long OSSwapBigToHostInt64(long value) {
    return OSSwapInt64(value);
  }

  /** Orders all accesses before it against all accesses after it. */
  public static void OSMemoryBarrier() {
    VarHandle.fullFence();
  }

  /** Orders accesses to device registers against each other. */
  public static void OSSynchronizeIO() {
    VarHandle.fullFence();
  }
}
