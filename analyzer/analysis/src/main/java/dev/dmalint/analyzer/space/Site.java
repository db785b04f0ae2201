package dev.dmalint.analyzer.space;

import static java.util.Objects.requireNonNull;

import dev.dmalint.analyzer.heap.Region;
import dev.dmalint.findings.SourceSpan;
import dev.dmalint.models.DemandedField;
import java.util.List;
import java.util.Optional;

/**
 * A sink as an address met it.
 *
 * @param at the call that hands the address over
 * @param consumer id of the consumer kind
 * @param field how it takes the address
 * @param device the device whose mapper counts as own; empty where none is meant
 * @param deviceName how a report names the reader: {@code NVMe controller}
 * @param register a key that is equal for both halves of one register pair
 * @param assumptions what was assumed rather than read from the source
 */
public record Site(
    SourceSpan at,
    String consumer,
    DemandedField field,
    Optional<Region> device,
    String deviceName,
    String register,
    List<String> assumptions) {
  public Site {
    requireNonNull(at);
    requireNonNull(consumer);
    requireNonNull(field);
    requireNonNull(device);
    requireNonNull(deviceName);
    requireNonNull(register);
    assumptions = List.copyOf(assumptions);
  }
}
