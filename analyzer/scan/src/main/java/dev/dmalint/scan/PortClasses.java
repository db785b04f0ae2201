package dev.dmalint.scan;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/**
 * Where the class files of the port are, for drivers that are scanned without a class path. They
 * are read as text is, never loaded.
 */
final class PortClasses {
  private static final String BESIDE_THE_JAR = "stubs/dmalint-port.jar";
  private static final String WITNESS = "dev/dmalint/iokit/IOService.class";

  private PortClasses() {}

  /**
   * {@return the jar beside the running one; else the jar or folder that the JVM itself has it
   * from}
   */
  static Optional<Path> find() {
    return besideTheJar().or(PortClasses::onTheClassPath);
  }

  private static Optional<Path> besideTheJar() {
    CodeSource source = PortClasses.class.getProtectionDomain().getCodeSource();
    return Optional.ofNullable(source)
        .map(CodeSource::getLocation)
        .flatMap(PortClasses::path)
        .filter(Files::isRegularFile)
        .map(jar -> jar.resolveSibling(BESIDE_THE_JAR))
        .filter(Files::isRegularFile);
  }

  private static Optional<Path> onTheClassPath() {
    URL witness = PortClasses.class.getClassLoader().getResource(WITNESS);
    if (witness == null) {
      return Optional.empty();
    }
    String place = witness.toString();
    String container = place.substring(0, place.length() - WITNESS.length());
    if (container.startsWith("jar:")) {
      container = container.substring("jar:".length(), container.length() - "!/".length());
    }
    return path(container).filter(Files::exists);
  }

  private static Optional<Path> path(URL place) {
    return path(place.toString());
  }

  private static Optional<Path> path(String place) {
    try {
      URI uri = new URI(place);
      return "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri)) : Optional.empty();
    } catch (URISyntaxException notOne) {
      return Optional.empty();
    }
  }
}
