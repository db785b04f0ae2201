package dev.dmalint.machine.device.storage;

import java.util.Arrays;
import java.util.TreeMap;

/**
 * What a drive stores: blocks of 512 bytes. A block that nobody wrote holds its own number in its
 * first eight bytes, little-endian, and zeros.
 */
public final class Medium {
  /** Bytes of a block. */
  public static final int BLOCK = 512;

  private static final long BLOCKS = 1 << 16;

  private final TreeMap<Long, byte[]> written = new TreeMap<>();

  /** {@return how many blocks there are} */
  long blocks() {
    return BLOCKS;
  }

  /** {@return whether all blocks of a run exist} */
  boolean holds(long first, long count) {
    return first >= 0 && count >= 0 && first <= BLOCKS - count;
  }

  /**
   * Reads blocks.
   *
   * @param first number of the first
   * @param count how many
   * @return their bytes
   */
  public byte[] read(long first, int count) {
    byte[] bytes = new byte[count * BLOCK];
    for (int i = 0; i < count; i++) {
      System.arraycopy(block(first + i), 0, bytes, i * BLOCK, BLOCK);
    }
    return bytes;
  }

  private byte[] block(long number) {
    byte[] known = written.get(number);
    if (known != null) {
      return known;
    }
    byte[] fresh = new byte[BLOCK];
    for (int i = 0; i < Long.BYTES; i++) {
      fresh[i] = (byte) (number >>> (8 * i));
    }
    return fresh;
  }

  /**
   * Writes blocks.
   *
   * @param first number of the first
   * @param bytes a multiple of a block
   */
  void write(long first, byte[] bytes) {
    for (int i = 0; i * BLOCK < bytes.length; i++) {
      written.put(first + i, Arrays.copyOfRange(bytes, i * BLOCK, (i + 1) * BLOCK));
    }
  }
}
