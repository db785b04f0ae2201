package dev.dmalint.analyzer.identity;

import dev.dmalint.models.Device;
import dev.dmalint.models.Device.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks devices up by what drivers match. */
public final class DeviceCatalogue {
  private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");

  private final List<Device> devices;

  /** Looks up among {@code devices}; the first that fits is meant. */
  public DeviceCatalogue(List<Device> devices) {
    this.devices = List.copyOf(devices);
  }

  /** {@return the device that the first fitting personality names} */
  public DriverIdentity identify(List<Personality> personalities) {
    String provider = "";
    for (Personality personality : personalities) {
      Optional<Device> found = identify(personality);
      provider = provider.isEmpty() ? personality.providerClass() : provider;
      if (found.isPresent()) {
        return new DriverIdentity(
            found, found.get().name(), personality.providerClass(), List.of());
      }
    }
    return byProvider(provider);
  }

  /** {@return what is assumed of a device of which only the provider's type is known} */
  public DriverIdentity byProvider(String providerType) {
    for (Device device : devices) {
      for (Match match : device.matches()) {
        if (match instanceof Match.Provider provider && provider.name().equals(providerType)) {
          String assumption =
              "the device is taken for a %s, because its provider is an %s"
                  .formatted(device.name(), providerType);
          return new DriverIdentity(
              Optional.of(device), device.name(), providerType, List.of(assumption));
        }
      }
    }
    return new DriverIdentity(
        Optional.empty(), DriverIdentity.UNKNOWN.name(), providerType, List.of());
  }

  private Optional<Device> identify(Personality personality) {
    if (personality.device().isPresent()) {
      String wanted = personality.device().get();
      return devices.stream().filter(device -> device.id().equals(wanted)).findFirst();
    }
    List<MatchNumber> ids = numbers(personality.pciMatches());
    List<MatchNumber> classes = numbers(personality.pciClassMatches());
    return devices.stream()
        .filter(device -> device.matches().stream().anyMatch(match -> fits(match, ids, classes)))
        .findFirst();
  }

  private static boolean fits(Match match, List<MatchNumber> ids, List<MatchNumber> classes) {
    if (match instanceof Match.PciId pci) {
      return ids.stream().anyMatch(number -> meets(number, pci.id(), pci.mask()));
    }
    if (match instanceof Match.PciClass code) {
      return classes.stream().anyMatch(number -> meets(number, code.code(), code.mask()));
    }
    if (match instanceof Match.All all) {
      return all.matches().stream().allMatch(part -> fits(part, ids, classes));
    }
    return false;
  }

  /** Whether whatever the driver matches is of what the database describes. */
  private static boolean meets(MatchNumber number, int id, int mask) {
    return ((number.bits ^ id) & mask & number.mask) == 0 && (number.mask & mask) == mask;
  }

  private static List<MatchNumber> numbers(List<String> matches) {
    List<MatchNumber> result = new ArrayList<>();
    for (String match : matches) {
      for (String word : SEPARATOR.split(match.trim(), -1)) {
        number(word).ifPresent(result::add);
      }
    }
    return result;
  }

  private static Optional<MatchNumber> number(String word) {
    String[] parts = word.split("&", 2);
    try {
      int bits = (int) Long.decode(parts[0]).longValue();
      int mask = parts.length == 2 ? (int) Long.decode(parts[1]).longValue() : -1;
      return Optional.of(new MatchNumber(bits, mask));
    } catch (NumberFormatException notOne) {
      return Optional.empty();
    }
  }

  /** A number to match and the bits of it that count. */
  private record MatchNumber(int bits, int mask) {}
}
