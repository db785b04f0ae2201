package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.frontend.SourceFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which file declares which top-level type; of two that declare the same one the first counts. */
final class SourceIndex {
  private final Map<String, SourceUnit> owners = new HashMap<>();
  private final Set<String> packages = new HashSet<>();

  /**
   * Reads the head lines of all files.
   *
   * @param files sorted by path
   */
  SourceIndex(List<SourceFile> files, Workers workers) {
    List<Declarations> found = workers.map(files, file -> Declarations.in(file.text()));
    for (int i = 0; i < files.size(); i++) {
      add(files.get(i), found.get(i));
    }
  }

  private void add(SourceFile file, Declarations declarations) {
    String packageName = declarations.packageName().replace('.', '/');
    SourceUnit unit = new SourceUnit(file);
    for (String type : declarations.types()) {
      owners.putIfAbsent(key(packageName, type), unit);
    }
    for (int end = packageName.length(); end > 0; end = packageName.lastIndexOf('/', end - 1)) {
      packages.add(packageName.substring(0, end));
    }
  }

  private static String key(String packageName, String type) {
    return packageName.isEmpty() ? type : packageName + "/" + type;
  }

  /**
   * {@return the file that declares a type, or null}
   *
   * @param packageName with '/' between its parts
   */
  @Nullable SourceUnit owner(String packageName, String type) {
    return owners.get(key(packageName, type));
  }

  /** {@return whether a file stands in that package or below it} */
  boolean isPackage(String name) {
    return packages.contains(name);
  }
}
