package dev.dmalint.scan.configuration;

import static java.util.Objects.requireNonNull;

import dev.dmalint.analyzer.identity.Personality;
import dev.dmalint.models.text.Fields;
import dev.dmalint.models.text.Node;
import dev.dmalint.models.text.Node.Scalar;
import dev.dmalint.scan.usage.Located;
import dev.dmalint.scan.usage.UsageException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which device a driver class drives.
 *
 * @param personality what it matches
 * @param device the id of the device as written, where one is named
 */
public record ConfiguredDevice(Personality personality, Optional<Located> device) {
  private static final String DEVICE = "device";
  private static final String PROVIDER = "IOProviderClass";
  private static final List<String> PCI_MATCHES =
      List.of("IOPCIMatch", "IOPCIPrimaryMatch", "IOPCISecondaryMatch");
  private static final String PCI_CLASS_MATCH = "IOPCIClassMatch";
  private static final String TUNNEL_COMPATIBLE = "IOPCITunnelCompatible";
  private static final List<String> KNOWN =
      Stream.concat(
              Stream.of(DEVICE, PROVIDER, PCI_CLASS_MATCH, TUNNEL_COMPATIBLE), PCI_MATCHES.stream())
          .toList();

  public ConfiguredDevice {
    requireNonNull(personality);
    requireNonNull(device);
  }

  /** {@return what the driver matches, its device being the one with that id} */
  public Personality of(String id) {
    return new Personality(
        personality.driverClass(),
        personality.providerClass(),
        personality.pciMatches(),
        personality.pciClassMatches(),
        personality.tunnelCompatible(),
        Optional.of(id),
        personality.origin());
  }

  /** {@return a driver class with the id of its device, or with the keys of a personality} */
  static ConfiguredDevice read(Located driver, Node value) throws UsageException {
    if (value instanceof Scalar) {
      Located device = ConfigurationReader.word(value, "the device of " + driver.value());
      return of(driver, "", List.of(), List.of(), Optional.empty(), Optional.of(device));
    }
    Fields fields = Fields.of(value, "a device", KNOWN);
    Optional<Node> named = fields.node(DEVICE);
    return of(
        driver,
        fields.text(PROVIDER, ""),
        PCI_MATCHES.stream().flatMap(key -> fields.texts(key).stream()).toList(),
        fields.texts(PCI_CLASS_MATCH),
        tunnelCompatible(fields),
        named.isPresent()
            ? Optional.of(ConfigurationReader.word(named.get(), "\"" + DEVICE + "\""))
            : Optional.empty());
  }

  private static ConfiguredDevice of(
      Located driver,
      String provider,
      List<String> pciMatches,
      List<String> pciClassMatches,
      Optional<Boolean> tunnelCompatible,
      Optional<Located> device) {
    Personality personality =
        new Personality(
            driver.value(),
            provider,
            pciMatches,
            pciClassMatches,
            tunnelCompatible,
            device.map(Located::value),
            driver.at());
    return new ConfiguredDevice(personality, device);
  }

  private static Optional<Boolean> tunnelCompatible(Fields fields) {
    return fields.has(TUNNEL_COMPATIBLE)
        ? Optional.of(fields.choice(TUNNEL_COMPATIBLE, Truth.class, Truth.FALSE) == Truth.TRUE)
        : Optional.empty();
  }

  /** The two words of YAML for a truth value. */
  private enum Truth {
    TRUE,
    FALSE
  }
}
