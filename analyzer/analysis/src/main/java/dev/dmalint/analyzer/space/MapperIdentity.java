package dev.dmalint.analyzer.space;

import static java.util.Objects.requireNonNull;

import dev.dmalint.analyzer.heap.Region;

/** Whose mapping an address is of. */
public sealed interface MapperIdentity {
  /** Of none. */
  MapperIdentity NONE = new None();

  /** Of the machine's shared mapper. */
  MapperIdentity SYSTEM = new Shared();

  /** Of some mapper that is not known. */
  MapperIdentity UNKNOWN = new Unknown();

  /** The address is of no mapping. */
  record None() implements MapperIdentity {}

  /** The address is of the shared mapper. */
  record Shared() implements MapperIdentity {}

  /** Which mapper is not known. */
  record Unknown() implements MapperIdentity {}

  /** The address is of the mapper in front of one device. */
  record Of(Region device) implements MapperIdentity {
    public Of {
      requireNonNull(device);
    }
  }
}
