package dev.dmalint.machine.command;

import dev.dmalint.iokit.Personality;
import dev.dmalint.machine.DriverRun.Target;
import dev.dmalint.models.Device;
import dev.dmalint.models.Device.Match;
import dev.dmalint.models.ModelReader;
import dev.dmalint.models.text.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which device the driver finds, and who says so.
 *
 * @param target the device
 * @param origin for a reader
 */
record DeviceChoice(Target target, String origin) {
  private static final Pattern PAIR = Pattern.compile("([0-9a-fA-F]{1,4}):([0-9a-fA-F]{1,4})");
  private static final Pattern FIRST =
      Pattern.compile("\\s*(0[xX][0-9a-fA-F]{1,8})(?:&(0[xX][0-9a-fA-F]{1,8}))?(?:\\s.*)?");

  /** {@return the device of {@code VENDOR:DEVICE} in hex, or of an id of the device database} */
  static DeviceChoice written(String text) {
    Matcher pair = PAIR.matcher(text);
    if (pair.matches()) {
      int vendor = Integer.parseInt(pair.group(1), 16);
      int device = Integer.parseInt(pair.group(2), 16);
      return new DeviceChoice(new Target(device << 16 | vendor, 0), "--device");
    }
    List<Device> known = ModelReader.builtIn().devices();
    Device model =
        known.stream()
            .filter(device -> device.id().equals(text))
            .findFirst()
            .orElseThrow(() -> unknown(text, known));
    return model.matches().stream()
        .map(DeviceChoice::target)
        .flatMap(Optional::stream)
        .findFirst()
        .map(target -> new DeviceChoice(target, "--device"))
        .orElseThrow(
            () ->
                new BadRequest(
                    "--device: \"%s\" is no PCI device; only those can be run".formatted(text)));
  }

  private static BadRequest unknown(String text, List<Device> known) {
    return new BadRequest(
        "--device: unknown device \"%s\"%s; write VENDOR:DEVICE in hex, as 8086:10d3, or an id"
            .formatted(text, Nearest.hint(text, known.stream().map(Device::id).toList())));
  }

  private static Optional<Target> target(Match match) {
    if (match instanceof Match.PciId wanted) {
      return Optional.of(new Target(wanted.id(), 0));
    }
    if (match instanceof Match.PciClass wanted) {
      return Optional.of(new Target(0, wanted.code()));
    }
    if (match instanceof Match.All all) {
      return all.matches().stream()
          .map(DeviceChoice::target)
          .flatMap(Optional::stream)
          .reduce(
              (one, other) ->
                  new Target(one.id() | other.id(), one.classCode() | other.classCode()));
    }
    return Optional.empty();
  }

  /** {@return the first device that a personality matches, if it names one} */
  static Optional<DeviceChoice> personality(String pciMatch, String pciClassMatch, String origin) {
    int id = first(pciMatch);
    int classCode = first(pciClassMatch);
    return id == 0 && classCode == 0
        ? Optional.empty()
        : Optional.of(new DeviceChoice(new Target(id, classCode), origin));
  }

  /** {@return the device that the driver's annotations name, if they do} */
  static Optional<DeviceChoice> annotated(Class<?> driver) {
    for (Personality one : driver.getAnnotationsByType(Personality.class)) {
      Optional<DeviceChoice> choice =
          personality(one.pciMatch(), one.pciClassMatch(), "@Personality");
      if (choice.isPresent()) {
        return choice;
      }
    }
    return Optional.empty();
  }

  private static int first(String match) {
    Matcher matcher = FIRST.matcher(match);
    if (!matcher.matches()) {
      return 0;
    }
    long mask = matcher.group(2) == null ? -1 : Long.decode(matcher.group(2));
    return (int) (Long.decode(matcher.group(1)) & mask);
  }

  /** {@return the device as a reader writes it, and who says so} */
  String text() {
    return (target.id() == 0
            ? "class 0x%08x".formatted(target.classCode())
            : "%04x:%04x".formatted(target.id() & 0xFFFF, target.id() >>> 16))
        + " ("
        + origin
        + ")";
  }
}
