package dev.dmalint.machine;

import dev.dmalint.iokit.IOMapper;
import org.jspecify.annotations.Nullable;

/**
 * A device uses memory.
 *
 * @param device who
 * @param through who translates; null for nobody
 * @param write whether it writes
 * @param address in that space
 * @param length bytes
 */
record DeviceAccess(
    String device, @Nullable DomainMapper through, boolean write, long address, long length) {
  /** The mapper as drivers and the port know it. */
  @Nullable IOMapper space() {
    return through == null ? null : through.known();
  }

  /** Whether the mapper has a page for the address. */
  boolean isMapped() {
    return through != null && through.maps(address);
  }

  long last() {
    return address + length - 1;
  }

  @Override
  public String toString() {
    return "%s %s 0x%x".formatted(device, write ? "writes" : "reads", address);
  }
}
