package dev.dmalint.analyzer.frontend.java;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Class files by name: first the class path, then the class library of the JDK that runs this. They
 * are read, never loaded. Safe for several threads.
 */
final class ClassFiles implements Closeable {
  private static final long LARGEST = 16L << 20;
  private static final String SUFFIX = ".class";

  private final FileSystem jdk = FileSystems.getFileSystem(URI.create("jrt:/"));
  private final List<Entry> classPath = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private final Map<String, List<Path>> jdkPackages = new ConcurrentHashMap<>();
  private final Map<String, Optional<byte[]>> known = new ConcurrentHashMap<>();

  ClassFiles(List<Path> classPath) {
    for (Path path : classPath) {
      try {
        this.classPath.add(Files.isDirectory(path) ? new Folder(path) : new Jar(path));
      } catch (IOException unusable) {
        unreadable.add(path.toString());
      }
    }
  }

  /** {@return entries of the class path that could not be opened} */
  List<String> unreadable() {
    return unreadable;
  }

  /**
   * {@return the bytes of a class file, if there is one}
   *
   * @param name binary name with '/' between the parts of the package
   */
  Optional<byte[]> find(String name) {
    return known.computeIfAbsent(name, this::read);
  }

  private Optional<byte[]> read(String name) {
    for (Entry entry : classPath) {
      Optional<byte[]> found = entry.read(name + SUFFIX);
      if (found.isPresent()) {
        return found;
      }
    }
    int slash = name.lastIndexOf('/');
    for (Path module : modules(slash < 0 ? "" : name.substring(0, slash))) {
      Optional<byte[]> found = bytes(module.resolve(name + SUFFIX));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** {@return whether there is such a package, its name with '/' between its parts} */
  boolean isPackage(String name) {
    return classPath.stream().anyMatch(entry -> entry.hasPackage(name)) || isJdkPackage(name);
  }

  private boolean isJdkPackage(String name) {
    return !modules(name).isEmpty();
  }

  private List<Path> modules(String packageName) {
    return jdkPackages.computeIfAbsent(packageName, this::listModules);
  }

  private List<Path> listModules(String packageName) {
    Path listed = jdk.getPath("/packages", packageName.replace('/', '.'));
    if (packageName.isEmpty() || !Files.isDirectory(listed)) {
      return List.of();
    }
    try (Stream<Path> modules = Files.list(listed)) {
      return modules
          .map(module -> jdk.getPath("/modules", module.getFileName().toString()))
          .sorted()
          .toList();
    } catch (IOException unreadableImage) {
      return List.of();
    }
  }

  private static Optional<byte[]> bytes(Path file) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) <= LARGEST) {
        return Optional.of(Files.readAllBytes(file));
      }
      return Optional.empty();
    } catch (IOException unreadableFile) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    for (Entry entry : classPath) {
      entry.close();
    }
  }

  private sealed interface Entry extends Closeable {
    Optional<byte[]> read(String file);

    boolean hasPackage(String name);
  }

  private record Folder(Path root) implements Entry {
    @Override
    public Optional<byte[]> read(String file) {
      return bytes(root.resolve(file));
    }

    @Override
    public boolean hasPackage(String name) {
      return Files.isDirectory(root.resolve(name));
    }

    @Override
    public void close() {}
  }

  private static final class Jar implements Entry {
    private final ZipFile zip;
    private final Set<String> packages = new HashSet<>();

    Jar(Path path) throws IOException {
      zip = new ZipFile(path.toFile());
      zip.stream().map(ZipEntry::getName).filter(name -> name.endsWith(SUFFIX)).forEach(this::add);
    }

    private void add(String file) {
      for (int end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
        if (!packages.add(file.substring(0, end))) {
          return;
        }
      }
    }

    @Override
    public Optional<byte[]> read(String file) {
      ZipEntry entry = zip.getEntry(file);
      if (entry == null || entry.isDirectory()) {
        return Optional.empty();
      }
      try (InputStream in = zip.getInputStream(entry)) {
        byte[] bytes = in.readNBytes((int) LARGEST);
        return bytes.length < LARGEST ? Optional.of(bytes) : Optional.empty();
      } catch (IOException broken) {
        return Optional.empty();
      }
    }

    @Override
    public boolean hasPackage(String name) {
      return packages.contains(name);
    }

    @Override
    public void close() throws IOException {
      zip.close();
    }
  }
}
