package dev.dmalint.scan.identity;

import dev.dmalint.analyzer.identity.Personality;
import dev.dmalint.findings.Gap;
import dev.dmalint.scan.files.Found;
import dev.dmalint.scan.files.FoundFile;
import dev.dmalint.scan.files.RegularFile;
import dev.dmalint.scan.files.Root;
import dev.dmalint.scan.files.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds and reads {@code Info.plist} files beside and above sources. */
public final class PersonalityFiles {
  private static final String NAME = "Info.plist";
  private static final int LARGEST = 1_000_000;

  private PersonalityFiles() {}

  /**
   * {@return what the files beside and above the sources that were found say}
   *
   * @param found the sources
   * @param texts their text, by name
   */
  public static DeviceIdentity of(Found found, SortedMap<String, String> texts) {
    DriverNames names = new DriverNames(found.files(), texts);
    List<Personality> personalities = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    SortedMap<String, Path> files = files(found);
    files.forEach(
        (name, file) -> {
          try {
            Personalities read = Personalities.of(PlistReader.read(bytes(file)), name);
            for (Personality personality : read.found()) {
              names
                  .of(personality.driverClass(), folder(file))
                  .forEach(driver -> personalities.add(of(driver, personality)));
            }
            gaps.addAll(read.gaps());
          } catch (MalformedPlistException malformed) {
            gaps.add(gap(name, malformed.line(), malformed.reason()));
          } catch (IOException trouble) {
            gaps.add(gap(name, 1, "it cannot be read (" + Trouble.of(trouble) + ")"));
          }
        });
    return new DeviceIdentity(personalities, gaps, List.copyOf(files.keySet()));
  }

  /**
   * {@return what one file says; a driver stands in it by the name that is written there}
   *
   * @param plist the file's bytes
   * @param name the file's name, for messages
   */
  public static DeviceIdentity of(byte[] plist, String name) {
    try {
      Personalities read = Personalities.of(PlistReader.read(plist), name);
      return new DeviceIdentity(read.found(), read.gaps(), List.of(name));
    } catch (MalformedPlistException malformed) {
      Gap gap = gap(name, malformed.line(), malformed.reason());
      return new DeviceIdentity(List.of(), List.of(gap), List.of(name));
    }
  }

  private static Path folder(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  private static Personality of(String driver, Personality personality) {
    return new Personality(
        driver,
        personality.providerClass(),
        personality.pciMatches(),
        personality.pciClassMatches(),
        personality.tunnelCompatible(),
        personality.device(),
        personality.origin());
  }

  private static Gap gap(String name, int line, String what) {
    return new Gap(
        Gap.Kind.IDENTITY,
        name,
        line,
        what + "; mend it, for until then the drivers beside and below it have no known device");
  }

  private static SortedMap<String, Path> files(Found found) {
    Map<Root, Path> highest =
        found.roots().stream()
            .distinct()
            .collect(
                Collectors.toMap(
                    Function.identity(), root -> root.repository().orElseGet(root::folder)));
    SortedMap<String, Path> files = new TreeMap<>();
    Set<Path> looked = new HashSet<>();
    for (FoundFile source : found.files()) {
      Path top = highest.getOrDefault(source.root(), source.root().folder());
      for (Path folder = source.file().getParent();
          folder != null && folder.startsWith(top) && looked.add(folder);
          folder = folder.getParent()) {
        Path file = folder.resolve(NAME);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
          files.put(name(source.root(), file), file);
        }
      }
    }
    return files;
  }

  /** A file above the root is named by the way up to it. */
  private static String name(Root root, Path file) {
    if (root.holds(file)) {
      return root.name(file);
    }
    Path prefix = Path.of(root.prefix());
    Path up = root.real().relativize(file);
    return Root.slashed(prefix.resolve(up).normalize());
  }

  private static byte[] bytes(Path file) throws IOException, MalformedPlistException {
    byte[] bytes = RegularFile.read(file, LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new MalformedPlistException(1, "it has more than " + LARGEST + " bytes");
    }
    return bytes;
  }
}
