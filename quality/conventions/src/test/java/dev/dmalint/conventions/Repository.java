package dev.dmalint.conventions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The checkout these tests are part of, found by the root pom's modules. */
public final class Repository {
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
  private static final Path ROOT = find(Path.of("").toAbsolutePath());

  private Repository() {}

  /** {@return the file or folder of that name below the top level} */
  public static Path file(String name) {
    return ROOT.resolve(name);
  }

  /** {@return the text of that file below the top level} */
  public static String text(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** {@return all files below that folder whose name ends so, sorted; none if it is not there} */
  public static List<Path> below(String folder, String ending) {
    if (!Files.isDirectory(file(folder))) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(file(folder))) {
      return walk.filter(path -> path.toString().endsWith(ending))
          .filter(path -> !ROOT.relativize(path).toString().contains("target/"))
          .sorted()
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** {@return the folders of the modules, in the order the root pom builds them} */
  public static List<String> modules() {
    return MODULE.matcher(text("pom.xml")).results().map(match -> match.group(1)).toList();
  }

  private static Path find(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("quality/conventions/pom.xml"))) {
        return at;
      }
    }
    throw new IllegalStateException("not inside a checkout: " + folder);
  }
}
