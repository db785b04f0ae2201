package dev.dmalint.cli;

import static java.util.Objects.requireNonNull;

import dev.dmalint.models.text.Nearest;
import dev.dmalint.reports.Format;
import dev.dmalint.scan.usage.UsageException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A report that is asked for.
 *
 * @param format in which format
 * @param file where it goes; empty: standard output
 */
record ReportTarget(Format format, Optional<Path> file) {
  ReportTarget {
    requireNonNull(format);
    requireNonNull(file);
  }

  /**
   * {@return the reports of {@code FORMAT[=FILE]} words; text to standard output comes first where
   * none of them goes there}
   *
   * @throws UsageException if a word is none of that form, a file could never be written, or two
   *     reports go to one place
   */
  static List<ReportTarget> of(List<String> words, Path directory) throws UsageException {
    List<ReportTarget> targets = new ArrayList<>();
    Set<Path> files = new HashSet<>();
    boolean output = false;
    for (String word : words) {
      ReportTarget target = of(word, directory);
      if (target.file().isEmpty()) {
        if (output) {
          throw new UsageException(
              "--report: two reports go to standard output; give one of them a file, as in %s=FILE"
                  .formatted(target.format().word()));
        }
        output = true;
      } else if (!files.add(target.file().get().normalize())) {
        throw new UsageException(
            "--report: two reports go to \"%s\"; give each its own file"
                .formatted(target.file().get()));
      }
      targets.add(target);
    }
    if (!output) {
      targets.add(0, new ReportTarget(Format.TEXT, Optional.empty()));
    }
    return targets;
  }

  private static ReportTarget of(String word, Path directory) throws UsageException {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    Optional<Format> format = Format.named(name);
    if (format.isEmpty()) {
      throw new UsageException(
          "--report: unknown format \"%s\"%s".formatted(name, Nearest.hint(name, Format.words())));
    }
    if (equals < 0) {
      return new ReportTarget(format.get(), Optional.empty());
    }
    return new ReportTarget(format.get(), Optional.of(file(word.substring(equals + 1), directory)));
  }

  private static Path file(String name, Path directory) throws UsageException {
    if (name.isEmpty()) {
      throw new UsageException("--report: no file after '='; give FORMAT=FILE or FORMAT alone");
    }
    Path file;
    try {
      file = directory.resolve(name);
    } catch (InvalidPathException wrong) {
      throw new UsageException("--report: \"%s\" is no path".formatted(name), wrong);
    }
    Path parent = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new UsageException("--report: \"%s\" is a folder; name a file".formatted(name));
    }
    if (parent == null || !Files.isDirectory(parent)) {
      throw new UsageException(
          "--report: \"%s\" has no folder to lie in; create \"%s\" first".formatted(name, parent));
    }
    if (!Files.exists(file) && !Files.isWritable(parent)) {
      throw new UsageException(
          "--report: \"%s\" cannot be written in \"%s\"; name another file"
              .formatted(name, parent));
    }
    return file;
  }
}
