package dev.dmalint.models;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How a sink takes an address.
 *
 * @param name such as {@code ASQ}
 * @param shift by how many bits the address is shifted right: 12 for a number of 4 KiB pages
 * @param width bits that the sink stores; 0 where nothing is known
 * @param alignment bytes; 1 where none is demanded
 * @param layout id of the memory layout that a consumer finds at the address, {@link #DATA} where
 *     it follows no address in there; empty where nothing is known
 */
public record DemandedField(
    String name, int shift, int width, long alignment, Optional<String> layout) {
  /** The layout of memory in which a consumer takes nothing for an address. */
  public static final String DATA = "data";

  public DemandedField {
    requireNonNull(name);
    requireNonNull(layout);
    if (shift < 0 || shift > 63 || width < 0 || width > 64 || alignment < 1) {
      throw new IllegalArgumentException("not a field: " + name);
    }
  }

  /** {@return a field of which nothing but its name is known} */
  public static DemandedField plain(String name) {
    return new DemandedField(name, 0, 0, 1, Optional.empty());
  }
}
