package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.frontend.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Source archives of Java's class library on this machine: those in {@code -Dsources.archives}
 * (paths, separated as in a class path), else {@code lib/src.zip} of the JDK that runs this and of
 * the JDKs beside it.
 */
final class LibraryArchives {
  private LibraryArchives() {}

  /** {@return the archives by the version of their JDK, one for each} */
  static SortedMap<String, Path> found() {
    SortedMap<String, Path> archives = new TreeMap<>();
    for (Path archive : candidates()) {
      if (Files.isReadable(archive)) {
        archives.putIfAbsent(version(archive), archive);
      }
    }
    return archives;
  }

  private static List<Path> candidates() {
    String named = System.getProperty("sources.archives");
    if (named != null) {
      return Arrays.stream(named.split(java.io.File.pathSeparator)).map(Path::of).toList();
    }
    Path home = Path.of(System.getProperty("java.home"));
    List<Path> candidates = new ArrayList<>(List.of(home.resolve("lib/src.zip")));
    try (Stream<Path> beside = Files.list(home.resolveSibling("."))) {
      beside.sorted().map(each -> each.resolve("lib/src.zip")).forEach(candidates::add);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return candidates;
  }

  /** {@return what the file {@code release} of the JDK says, else the path} */
  private static String version(Path archive) {
    Path release = archive.resolveSibling("../release").normalize();
    try {
      if (Files.isReadable(release)) {
        for (String line : Files.readAllLines(release)) {
          if (line.startsWith("JAVA_VERSION=")) {
            return line.substring(line.indexOf('=') + 1).replace("\"", "").split("\\.", 2)[0];
          }
        }
      }
      return archive.toString();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Reads an archive module by module, so that one at a time is in memory. */
  static void modules(Path archive, BiConsumer<String, List<SourceFile>> module) {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      Map<String, List<ZipEntry>> entries = new LinkedHashMap<>();
      zip.stream()
          .filter(entry -> entry.getName().endsWith(".java"))
          .forEach(
              entry ->
                  entries
                      .computeIfAbsent(moduleOf(entry.getName()), name -> new ArrayList<>())
                      .add(entry));
      for (Map.Entry<String, List<ZipEntry>> one : new TreeMap<>(entries).entrySet()) {
        List<SourceFile> files = new ArrayList<>();
        for (ZipEntry entry : one.getValue()) {
          byte[] bytes = zip.getInputStream(entry).readAllBytes();
          files.add(new SourceFile(entry.getName(), new String(bytes, StandardCharsets.UTF_8)));
        }
        module.accept(one.getKey(), files);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String moduleOf(String entry) {
    int slash = entry.indexOf('/');
    return slash < 0 ? "" : entry.substring(0, slash);
  }
}
