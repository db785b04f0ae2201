package dev.dmalint.scan.identity;

import dev.dmalint.analyzer.identity.Personality;
import dev.dmalint.findings.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The entries of {@code IOKitPersonalities}. The driver class is {@code IOUserClass} where one is
 * given (DriverKit's), else {@code IOClass}.
 *
 * @param found in the order of the file
 * @param gaps entries that could not be understood
 */
record Personalities(List<Personality> found, List<Gap> gaps) {
  private static final List<String> PCI_KEYS =
      List.of("IOPCIMatch", "IOPCIPrimaryMatch", "IOPCISecondaryMatch");

  Personalities {
    found = List.copyOf(found);
    gaps = List.copyOf(gaps);
  }

  /** {@return those of a property list} */
  static Personalities of(PlistValue plist, String file) {
    List<Personality> found = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    if (!(plist instanceof PlistValue.Dict outermost)) {
      gaps.add(gap(file, plist, "its value is not a <dict>"));
      return new Personalities(found, gaps);
    }
    Optional<PlistValue> entries = outermost.get("IOKitPersonalities");
    if (entries.isPresent() && entries.get() instanceof PlistValue.Dict all) {
      all.entries().forEach((name, entry) -> add(name, entry, file, found, gaps));
    } else if (entries.isPresent()) {
      gaps.add(gap(file, entries.get(), "\"IOKitPersonalities\" is not a <dict>"));
    }
    return new Personalities(found, gaps);
  }

  private static void add(
      String name, PlistValue entry, String file, List<Personality> found, List<Gap> gaps) {
    if (!(entry instanceof PlistValue.Dict keys)) {
      gaps.add(gap(file, entry, "the personality \"%s\" is not a <dict>".formatted(name)));
      return;
    }
    String driver = text(keys, "IOUserClass").or(() -> text(keys, "IOClass")).orElse("");
    if (driver.isEmpty()) {
      gaps.add(
          gap(
              file,
              keys,
              "the personality \"%s\" names no driver: it has neither \"IOClass\" nor \"IOUserClass\""
                  .formatted(name)));
      return;
    }
    found.add(
        new Personality(
            driver,
            text(keys, "IOProviderClass").orElse(""),
            PCI_KEYS.stream().flatMap(key -> texts(keys, key)).toList(),
            texts(keys, "IOPCIClassMatch").toList(),
            keys.get("IOPCITunnelCompatible").flatMap(Personalities::truth),
            Optional.empty(),
            file + ":" + keys.line()));
  }

  private static Gap gap(String file, PlistValue at, String what) {
    return new Gap(
        Gap.Kind.IDENTITY, file, at.line(), what + "; which device its driver drives is not known");
  }

  private static Optional<String> text(PlistValue.Dict keys, String key) {
    return texts(keys, key).findFirst();
  }

  private static Stream<String> texts(PlistValue.Dict keys, String key) {
    return keys.get(key).stream().flatMap(Personalities::texts).filter(text -> !text.isEmpty());
  }

  private static Stream<String> texts(PlistValue value) {
    if (value instanceof PlistValue.Text scalar) {
      return Stream.of(scalar.text());
    }
    return value instanceof PlistValue.Array array
        ? array.items().stream().flatMap(Personalities::texts)
        : Stream.empty();
  }

  private static Optional<Boolean> truth(PlistValue value) {
    if (value instanceof PlistValue.Truth truth) {
      return Optional.of(truth.value());
    }
    return texts(value).findFirst().flatMap(Personalities::truth);
  }

  private static Optional<Boolean> truth(String word) {
    return Optional.ofNullable(
        Map.of("true", true, "yes", true, "1", true, "false", false, "no", false, "0", false)
            .get(word.toLowerCase(Locale.ROOT)));
  }
}
