package dev.dmalint.scan.identity;

import dev.dmalint.scan.files.FoundFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which classes a property list means by a name without a package. In a tree of several drivers two
 * classes may share one; then each property list means those below its own folder.
 */
final class DriverNames {
  private static final Pattern PACKAGE =
      Pattern.compile("^[ \\t]*+package\\s++([\\p{L}\\p{N}_$.]++)\\s*+;", Pattern.MULTILINE);
  private static final String EXTENSION = ".java";

  private final Map<String, List<FoundFile>> files = new TreeMap<>();
  private final SortedMap<String, String> texts;

  DriverNames(List<FoundFile> found, SortedMap<String, String> texts) {
    this.texts = texts;
    for (FoundFile file : found) {
      String name = String.valueOf(file.file().getFileName());
      files.computeIfAbsent(name, none -> new ArrayList<>()).add(file);
    }
  }

  /** {@return binary names where the name is one of several; else the name as written} */
  List<String> of(String driver, Path folder) {
    List<FoundFile> all = files.getOrDefault(driver + EXTENSION, List.of());
    List<FoundFile> below = all.stream().filter(file -> file.file().startsWith(folder)).toList();
    if (all.size() < 2 || below.isEmpty()) {
      return List.of(driver);
    }
    return below.stream().map(file -> qualified(driver, file)).distinct().toList();
  }

  private String qualified(String driver, FoundFile file) {
    Matcher declaration = PACKAGE.matcher(texts.getOrDefault(file.name(), ""));
    return declaration.find() ? declaration.group(1) + "." + driver : driver;
  }
}
