package dev.dmalint.machine.bus;

/**
 * What a device can take as one segment.
 *
 * @param addressBits address lines, 1 to 64
 * @param longest bytes of a segment, at least 1
 * @param alignment bytes that the start is a multiple of, a power of two
 */
public record DmaLimits(int addressBits, long longest, long alignment) {
  /** Anything goes. */
  public static final DmaLimits NONE = new DmaLimits(Long.SIZE, Long.MAX_VALUE, 1);

  /** Refuses what no device has. */
  public DmaLimits {
    if (addressBits < 1
        || addressBits > Long.SIZE
        || longest < 1
        || Long.bitCount(alignment) != 1) {
      throw new IllegalArgumentException(
          "not limits of a device: %d bits, 0x%x bytes, alignment 0x%x"
              .formatted(addressBits, longest, alignment));
    }
  }

  /** {@return whether the last byte of a segment is beyond the address lines} */
  public boolean outgrows(long address, long length) {
    return addressBits < Long.SIZE && (address + length - 1) >>> addressBits != 0;
  }
}
