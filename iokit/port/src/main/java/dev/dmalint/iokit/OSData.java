package dev.dmalint.iokit;

import java.util.Arrays;

/**
 * Bytes in a registry container.
 *
 * @see "xnu: libkern/libkern/c++/OSData.h"
 */
public class OSData extends OSObject {
  private byte[] bytes;

  private OSData(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Data without a byte yet.
   *
   * @param capacity bytes expected; it grows beyond
   * @return the data, or null for a negative capacity
   */
  public static OSData withCapacity(int capacity) {
    return capacity < 0 ? null : new OSData(new byte[0]);
  }

  /**
   * A copy of bytes.
   *
   * @param bytes what to copy
   * @return the data, or null for null
   */
  public static OSData withBytes(byte[] bytes) {
    return bytes == null ? null : withBytes(bytes, bytes.length);
  }

  /**
   * A copy of the first bytes.
   *
   * @param bytes what to copy from
   * @param length bytes
   * @return the data, or null for null or a length outside the array
   */
  public static OSData withBytes(byte[] bytes, int length) {
    if (bytes == null || length < 0 || length > bytes.length) {
      return null;
    }
    return new OSData(Arrays.copyOf(bytes, length));
  }

  /**
   * The length.
   *
   * @return bytes
   */
  public int getLength() {
    return bytes.length;
  }

  /**
   * The bytes themselves, not a copy: as with the pointer in C++, writing to them changes the data.
   *
   * @return the bytes, or null if there is none
   */
  public byte[] getBytesNoCopy() {
    return bytes.length == 0 ? null : bytes;
  }

  /**
   * Adds bytes at the end.
   *
   * @param more what to add
   * @return true
   */
  public boolean appendBytes(byte[] more) {
    return appendBytes(more, more.length);
  }

  /**
   * Adds the first bytes of an array at the end.
   *
   * @param more what to add
   * @param length bytes
   * @return false, with nothing added, for a length outside the array
   */
  public boolean appendBytes(byte[] more, int length) {
    if (length < 0 || length > more.length) {
      return false;
    }
    int end = bytes.length;
    bytes = Arrays.copyOf(bytes, end + length);
    System.arraycopy(more, 0, bytes, end, length);
    return true;
  }

  @Override
  public boolean isEqualTo(OSObject other) {
    return other instanceof OSData data && Arrays.equals(bytes, data.bytes);
  }
}
