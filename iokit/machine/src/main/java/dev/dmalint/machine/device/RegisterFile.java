package dev.dmalint.machine.device;

import java.util.TreeMap;

/** Registers that keep what is written, byte by byte; the rest reads as zero. */
public final class RegisterFile {
  private final TreeMap<Long, Byte> bytes = new TreeMap<>();

  /**
   * What was written last.
   *
   * @param bar which window
   * @param offset bytes from its start
   * @param size 1 to 8 bytes
   * @return little-endian, zero-extended
   */
  public long read(int bar, long offset, int size) {
    long value = 0;
    for (int i = size - 1; i >= 0; i--) {
      value = value << 8 | (bytes.getOrDefault(key(bar, offset + i), (byte) 0) & 0xFF);
    }
    return value;
  }

  /**
   * Keeps a value.
   *
   * @param bar which window
   * @param offset bytes from its start
   * @param size 1 to 8 bytes
   * @param value its low bytes count
   */
  public void write(int bar, long offset, int size, long value) {
    for (int i = 0; i < size; i++) {
      bytes.put(key(bar, offset + i), (byte) (value >>> (8 * i)));
    }
  }

  void clear() {
    bytes.clear();
  }

  private static long key(int bar, long offset) {
    return ((long) bar << 48) | offset;
  }
}
