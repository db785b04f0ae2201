package dev.dmalint.cli;

import dev.dmalint.models.text.Nearest;
import dev.dmalint.scan.ConfigurationChoice;
import dev.dmalint.scan.ScanRequest;
import dev.dmalint.scan.configuration.FailOn;
import dev.dmalint.scan.usage.Located;
import dev.dmalint.scan.usage.UsageException;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The arguments of {@code dmalint scan} as they were written. */
record ScanArguments(
    List<String> paths,
    List<String> reports,
    List<String> classPath,
    @Nullable String configuration,
    boolean noTreeConfiguration,
    List<String> models,
    List<String> platforms,
    List<String> rules,
    @Nullable String failOn,
    boolean strictCoverage,
    @Nullable Integer threads) {
  private static final int MOST_THREADS = 1024;

  ScanArguments {
    paths = List.copyOf(paths);
    reports = List.copyOf(reports);
    classPath = List.copyOf(classPath);
    models = List.copyOf(models);
    platforms = List.copyOf(platforms);
    rules = List.copyOf(rules);
  }

  /** {@return what they ask for} */
  ScanRequest request(Path directory) throws UsageException {
    return new ScanRequest(
        directory,
        files("PATH", paths),
        choice(),
        entries(classPath),
        files("--models", models),
        located("--platform", platforms),
        located("--rule", rules),
        threshold(),
        workers());
  }

  static List<Path> files(String option, List<String> words) throws UsageException {
    List<Path> files = new ArrayList<>();
    for (String word : words) {
      files.add(file(option, word));
    }
    return files;
  }

  private static Path file(String option, String word) throws UsageException {
    // What an unset variable leaves behind must not mean the current folder.
    if (word.isEmpty()) {
      throw new UsageException(option + ": an empty path; the current folder is \".\"");
    }
    try {
      return Path.of(word);
    } catch (InvalidPathException wrong) {
      throw new UsageException("%s: \"%s\" is no path".formatted(option, word), wrong);
    }
  }

  private ConfigurationChoice choice() throws UsageException {
    if (configuration != null) {
      return new ConfigurationChoice.Named(file("--config", configuration));
    }
    return noTreeConfiguration ? new ConfigurationChoice.None() : new ConfigurationChoice.InTree();
  }

  /** {@return the entries of class paths, each of which may hold several} */
  static List<Located> entries(List<String> classPaths) {
    List<String> entries = new ArrayList<>();
    for (String part : classPaths) {
      for (String entry : part.split(File.pathSeparator, -1)) {
        if (!entry.isEmpty()) {
          entries.add(entry);
        }
      }
    }
    return located("--classpath", entries);
  }

  private static List<Located> located(String option, List<String> words) {
    return words.stream().map(word -> new Located(word, option)).toList();
  }

  private Optional<FailOn> threshold() throws UsageException {
    if (failOn == null) {
      return Optional.empty();
    }
    Optional<FailOn> threshold = FailOn.named(failOn);
    if (threshold.isEmpty()) {
      throw new UsageException(
          "--fail-on: unknown severity \"%s\"%s"
              .formatted(failOn, Nearest.hint(failOn, FailOn.words())));
    }
    return threshold;
  }

  private OptionalInt workers() throws UsageException {
    if (threads == null) {
      return OptionalInt.empty();
    }
    if (threads < 1 || threads > MOST_THREADS) {
      throw new UsageException(
          "--threads: a number from 1 to %d, not %d".formatted(MOST_THREADS, threads));
    }
    return OptionalInt.of(threads);
  }
}
