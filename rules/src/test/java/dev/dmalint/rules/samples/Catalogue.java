package dev.dmalint.rules.samples;

import dev.dmalint.analyzer.rule.Rule;
import dev.dmalint.iokit.IOService;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The rules as the scan finds them, and the classes their samples are written against. */
final class Catalogue {
  private Catalogue() {}

  static Stream<Rule> rules() {
    return ServiceLoader.load(Rule.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(Rule::info));
  }

  /** {@return jar or folder of the port's classes} */
  static Path port() {
    try {
      return Path.of(IOService.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException("a class path entry is a URI", impossible);
    }
  }
}
