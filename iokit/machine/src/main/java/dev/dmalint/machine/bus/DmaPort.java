package dev.dmalint.machine.bus;

/**
 * How a device reaches memory. Addresses are what the driver wrote into the device; where they lead
 * is the machine's business. A refused or lost read gives all ones, a refused or lost write
 * vanishes.
 */
public interface DmaPort {
  /**
   * Reads memory.
   *
   * @param address in the device's own space
   * @param length bytes
   * @return the bytes
   */
  byte[] read(long address, int length);

  /**
   * Writes memory.
   *
   * @param address in the device's own space
   * @param bytes what to write
   */
  void write(long address, byte[] bytes);

  /**
   * One access whose direction nothing tells: a read, unless the memory was prepared for writing
   * only; then a write of zeros.
   *
   * @param address in the device's own space
   * @param length bytes
   */
  void probe(long address, int length);

  /**
   * Tells that a device takes a number as the address of a segment, before it uses it.
   *
   * @param address in the device's own space
   * @param length bytes
   * @param limits what the device can do
   */
  default void takes(long address, long length, DmaLimits limits) {}

  /**
   * Reads a little-endian number.
   *
   * @param address in the device's own space
   * @param size 1 to 8 bytes
   * @return zero-extended
   */
  default long readNumber(long address, int size) {
    byte[] bytes = read(address, size);
    long value = 0;
    for (int i = size - 1; i >= 0; i--) {
      value = value << 8 | (bytes[i] & 0xFF);
    }
    return value;
  }

  /**
   * Writes a little-endian number.
   *
   * @param address in the device's own space
   * @param size 1 to 8 bytes
   * @param value its low bytes count
   */
  default void writeNumber(long address, int size, long value) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (value >>> (8 * i));
    }
    write(address, bytes);
  }
}
