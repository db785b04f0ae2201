package dev.dmalint.scan;

import dev.dmalint.scan.files.RegularFile;
import dev.dmalint.scan.files.Trouble;
import dev.dmalint.scan.usage.Located;
import dev.dmalint.scan.usage.UsageException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The class path that scanned sources are resolved against, or that a driver is run from. */
public final class ClassPath {
  private static final String ALL_JARS = "*";

  private ClassPath() {}

  /**
   * {@return the entries, each there and a jar or a folder}
   *
   * @param words entries as written; {@code lib/*} stands for every jar in {@code lib}, by name
   * @param directory what relative entries start from
   * @throws UsageException if an entry is not there, or is neither
   */
  public static List<Path> of(List<Located> words, Path directory) throws UsageException {
    List<Path> entries = new ArrayList<>();
    for (Located word : words) {
      Path entry = path(word, directory);
      if (word.value().equals(ALL_JARS) || word.value().endsWith("/" + ALL_JARS)) {
        Path folder = entry.getParent();
        entries.addAll(jars(word, folder == null ? directory : folder));
      } else {
        check(word, entry);
        entries.add(entry);
      }
    }
    return entries;
  }

  private static Path path(Located word, Path directory) throws UsageException {
    try {
      return directory.resolve(word.value());
    } catch (InvalidPathException trouble) {
      throw word.wrong("\"%s\" is no path: %s".formatted(word.value(), trouble.getReason()));
    }
  }

  private static List<Path> jars(Located word, Path folder) throws UsageException {
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*.{jar,JAR}")) {
      stream.forEach(jars::add);
    } catch (IOException trouble) {
      throw word.wrong("cannot list \"%s\": %s".formatted(folder, Trouble.of(trouble)));
    }
    jars.sort(null);
    return jars;
  }

  /** Checks an entry that a user wrote: what the parser would silently pass over is an error. */
  static void check(Located word, Path entry) throws UsageException {
    if (Files.notExists(entry)) {
      throw word.wrong(
          "no such class path entry: \"%s\"; give jars or folders of class files"
              .formatted(word.value()));
    }
    if (!Files.isDirectory(entry) && !isArchive(entry)) {
      throw word.wrong(
          "\"%s\" is neither a jar nor a folder of class files".formatted(word.value()));
    }
  }

  private static boolean isArchive(Path file) {
    try {
      byte[] mark = RegularFile.read(file.toRealPath(), 2);
      return mark.length == 2 && mark[0] == 'P' && mark[1] == 'K';
    } catch (IOException unreadable) {
      return false;
    }
  }
}
