package dev.dmalint.analyzer.identity;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a driver matches, as an {@code IOKitPersonalities} entry, an annotation or the project's
 * configuration says it.
 *
 * @param driverClass name of the driver class: binary, or simple where the writer gave no package
 * @param providerClass name of the provider class without package; empty if not said
 * @param pciMatches values of {@code IOPCIMatch}, {@code IOPCIPrimaryMatch} and {@code
 *     IOPCISecondaryMatch}, as written
 * @param pciClassMatches values of {@code IOPCIClassMatch}, as written
 * @param tunnelCompatible whether the driver says it works behind Thunderbolt; empty if not said
 * @param device id of a device of the database, where the configuration names one
 * @param origin where this was read, for messages
 */
public record Personality(
    String driverClass,
    String providerClass,
    List<String> pciMatches,
    List<String> pciClassMatches,
    Optional<Boolean> tunnelCompatible,
    Optional<String> device,
    String origin) {
  public Personality {
    requireNonNull(driverClass);
    requireNonNull(providerClass);
    pciMatches = List.copyOf(pciMatches);
    pciClassMatches = List.copyOf(pciClassMatches);
    requireNonNull(tunnelCompatible);
    requireNonNull(device);
    requireNonNull(origin);
  }
}
