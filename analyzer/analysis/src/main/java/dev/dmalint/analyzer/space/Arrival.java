package dev.dmalint.analyzer.space;

import static java.util.Objects.requireNonNull;

import dev.dmalint.models.WorldSet;

/**
 * An address at a sink.
 *
 * @param site the sink
 * @param address the address and its way
 * @param worlds where this happens
 */
public record Arrival(Site site, Address address, WorldSet worlds) {
  public Arrival {
    requireNonNull(site);
    requireNonNull(address);
    requireNonNull(worlds);
  }
}
