package dev.dmalint.cli;

import dev.dmalint.analyzer.identity.Personality;
import dev.dmalint.scan.identity.DeviceIdentity;
import dev.dmalint.scan.identity.PersonalityFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The {@code Info.plist} beside a compiled class, or above it in its jar or folder. */
final class IdentityFile {
  private static final String NAME = "Info.plist";
  private static final int LARGEST = 1_000_000;

  private IdentityFile() {}

  /** {@return what the nearest file that names the driver says, as words for the machine's tool} */
  static List<String> words(String driver, List<Path> classPath, Messages messages)
      throws IOException {
    for (String name : names(driver)) {
      for (Path entry : classPath) {
        Optional<byte[]> bytes = bytes(entry, name);
        if (bytes.isPresent()) {
          DeviceIdentity identity = PersonalityFiles.of(bytes.get(), name);
          identity
              .gaps()
              .forEach(gap -> messages.say("%s:%d: %s".formatted(name, gap.line(), gap.message())));
          Optional<Personality> found = of(driver, identity);
          if (found.isPresent()) {
            return words(found.get(), name);
          }
        }
      }
    }
    return List.of();
  }

  private static List<String> names(String driver) {
    List<String> names = new ArrayList<>();
    String folder = driver.replace('.', '/');
    while (folder.contains("/")) {
      folder = folder.substring(0, folder.lastIndexOf('/'));
      names.add(folder + "/" + NAME);
    }
    names.add(NAME);
    names.add("Contents/" + NAME);
    return names;
  }

  private static Optional<Personality> of(String driver, DeviceIdentity identity) {
    String simple = driver.substring(driver.lastIndexOf('.') + 1);
    return identity.personalities().stream()
        .filter(one -> one.driverClass().equals(driver) || one.driverClass().equals(simple))
        .filter(one -> !one.pciMatches().isEmpty() || !one.pciClassMatches().isEmpty())
        .findFirst();
  }

  private static List<String> words(Personality personality, String name) {
    List<String> words = new ArrayList<>(List.of("personality=" + name));
    personality.pciMatches().stream().findFirst().ifPresent(m -> words.add("pci-match=" + m));
    personality.pciClassMatches().stream()
        .findFirst()
        .ifPresent(match -> words.add("pci-class-match=" + match));
    return words;
  }

  private static Optional<byte[]> bytes(Path entry, String name) throws IOException {
    if (Files.isDirectory(entry)) {
      Path file = entry.resolve(name);
      return Files.isRegularFile(file) && Files.size(file) <= LARGEST
          ? Optional.of(Files.readAllBytes(file))
          : Optional.empty();
    }
    try (ZipFile jar = new ZipFile(entry.toFile())) {
      ZipEntry file = jar.getEntry(name);
      if (file == null) {
        return Optional.empty();
      }
      try (InputStream in = jar.getInputStream(file)) {
        return Optional.of(in.readNBytes(LARGEST));
      }
    }
  }
}
