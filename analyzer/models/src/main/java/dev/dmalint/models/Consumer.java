package dev.dmalint.models;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A kind of reader of addresses.
 *
 * @param id such as {@code K1}
 * @param name how a report says it, such as {@code PCIe device that masters the bus}
 * @param reads what it reads in which world; the first case that holds decides
 */
public record Consumer(String id, String name, List<Reading> reads) {
  public Consumer {
    requireNonNull(id);
    requireNonNull(name);
    reads = List.copyOf(reads);
  }

  /**
   * What a consumer reads in some worlds.
   *
   * @param when a condition on the world (and, where the consumer's kind depends on what the driver
   *     negotiated, on attributes of the {@code device}); {@code true} for all the rest
   * @param kind whether there is a demand at all
   * @param space id of the space; empty unless {@code kind} is {@code SPACE}
   * @param mapper whose mapping the address must be of
   * @param as id of the consumer kind this case stands for, such as {@code K5} inside {@code
   *     virtio-modern}; the consumer's own id where nothing is said
   */
  public record Reading(Expression when, Kind kind, String space, MapperDemand mapper, String as) {
    public Reading {
      requireNonNull(when);
      requireNonNull(kind);
      requireNonNull(space);
      requireNonNull(mapper);
      requireNonNull(as);
    }
  }

  /** Whether a consumer demands something. */
  public enum Kind {
    /** It reads addresses of one space. */
    SPACE,
    /** The platform has no such consumer. */
    ABSENT,
    /** Nothing is claimed. */
    UNCLAIMED
  }

  /** Whose mapping an address must be of. */
  public enum MapperDemand {
    /** Of none: the space has no mappers. */
    NONE,
    /** Of the machine's shared mapper. */
    SYSTEM,
    /** Of the mapper in front of the very device that reads it. */
    OWN
  }
}
