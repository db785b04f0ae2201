package dev.dmalint.machine.iommu;

/**
 * A run of addresses.
 *
 * @param first the first byte, unsigned
 * @param last the last byte, unsigned, not below the first
 */
public record Range(long first, long last) {
  /** Refuses a run that ends before it starts. */
  public Range {
    if (Long.compareUnsigned(last, first) < 0) {
      throw new IllegalArgumentException("not a range: 0x%x to 0x%x".formatted(first, last));
    }
  }

  /** {@return whether an address lies in it} */
  public boolean holds(long address) {
    return Long.compareUnsigned(address, first) >= 0 && Long.compareUnsigned(address, last) <= 0;
  }

  /** {@return whether some address lies in both} */
  public boolean meets(Range other) {
    return holds(other.first) || other.holds(first);
  }

  /** {@return bytes; 0 stands for 2^64} */
  public long length() {
    return last - first + 1;
  }

  @Override
  public String toString() {
    return "0x%x-0x%x".formatted(first, last);
  }
}
