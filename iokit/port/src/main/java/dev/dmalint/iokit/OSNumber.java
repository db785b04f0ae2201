package dev.dmalint.iokit;

/**
 * An unsigned number of a given width in a registry container.
 *
 * @see "xnu: libkern/libkern/c++/OSNumber.h"
 */
public class OSNumber extends OSObject {
  private long value;
  private final int bits;

  private OSNumber(long value, int bits) {
    this.bits = bits;
    setValue(value);
  }

  /**
   * A number.
   *
   * @param value cut to {@code numberOfBits}
   * @param numberOfBits 1 to 64
   * @return the number, or null for another width
   */
  public static OSNumber withNumber(long value, int numberOfBits) {
    return numberOfBits < 1 || numberOfBits > 64 ? null : new OSNumber(value, numberOfBits);
  }

  /**
   * The width.
   *
   * @return bits, 1 to 64
   */
  public int numberOfBits() {
    return bits;
  }

  /**
   * The width in bytes.
   *
   * @return bytes, rounded up
   */
  public int numberOfBytes() {
    return (bits + 7) / 8;
  }

  /**
   * The low 8 bits.
   *
   * @return 0 to 255
   */
  public int unsigned8BitValue() {
    return (int) value & 0xFF;
  }

  /**
   * The low 16 bits.
   *
   * @return 0 to 65535
   */
  public int unsigned16BitValue() {
    return (int) value & 0xFFFF;
  }

  /**
   * The low 32 bits.
   *
   * @return unsigned 32 bits in an int
   */
  public int unsigned32BitValue() {
    return (int) value;
  }

  /**
   * All bits.
   *
   * @return unsigned 64 bits in a long
   */
  public long unsigned64BitValue() {
    return value;
  }

  /**
   * Replaces the value, the width stays.
   *
   * @param value cut to the width
   */
  public final void setValue(long value) {
    this.value = bits == 64 ? value : value & ((1L << bits) - 1);
  }

  /**
   * Adds to the value, modulo the width.
   *
   * @param value what to add
   */
  public void addValue(long value) {
    setValue(this.value + value);
  }

  @Override
  public boolean isEqualTo(OSObject other) {
    return other instanceof OSNumber number && value == number.value;
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(value);
  }
}
