package dev.dmalint.analyzer.identity;

import static java.util.Objects.requireNonNull;

import dev.dmalint.models.Device;
import java.util.List;
import java.util.Optional;

/**
 * The device that something drives.
 *
 * @param device the device; empty where nothing is known
 * @param name how a report names it
 * @param providerType name of the provider class without package; empty if unknown
 * @param assumptions what was assumed, sentences
 */
public record DriverIdentity(
    Optional<Device> device, String name, String providerType, List<String> assumptions) {
  /** Nothing is known. */
  public static final DriverIdentity UNKNOWN =
      new DriverIdentity(Optional.empty(), "an unknown device", "", List.of());

  public DriverIdentity {
    requireNonNull(device);
    requireNonNull(name);
    requireNonNull(providerType);
    assumptions = List.copyOf(assumptions);
  }
}
