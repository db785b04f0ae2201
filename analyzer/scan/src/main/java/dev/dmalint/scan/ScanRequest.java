package dev.dmalint.scan;

import static java.util.Objects.requireNonNull;

import dev.dmalint.scan.configuration.FailOn;
import dev.dmalint.scan.usage.Located;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a user asks of a scan. What stands here beats the configuration; class path and models add
 * to it.
 *
 * @param directory the folder that relative paths start from and that reports name files from
 * @param paths files and folders to scan; empty: what the configuration says
 * @param configuration where the configuration comes from
 * @param classPath jars and folders of class files, with the option that named them
 * @param models model files, the last beats the first
 * @param platforms ids of the platforms to analyse; empty: all
 * @param rules names of rules, or numbers of mistakes, to look for; empty: all that are on
 * @param failOn from which severity on the scan fails; empty: a warning
 * @param threads how many threads may work; never changes the result
 */
public record ScanRequest(
    Path directory,
    List<Path> paths,
    ConfigurationChoice configuration,
    List<Located> classPath,
    List<Path> models,
    List<Located> platforms,
    List<Located> rules,
    Optional<FailOn> failOn,
    OptionalInt threads) {
  public ScanRequest {
    requireNonNull(directory);
    paths = List.copyOf(paths);
    requireNonNull(configuration);
    classPath = List.copyOf(classPath);
    models = List.copyOf(models);
    platforms = List.copyOf(platforms);
    rules = List.copyOf(rules);
    requireNonNull(failOn);
    requireNonNull(threads);
  }

  /** {@return the plain request for some paths: all rules, all platforms} */
  public static ScanRequest of(Path directory, List<Path> paths) {
    return new ScanRequest(
        directory,
        paths,
        new ConfigurationChoice.InTree(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        OptionalInt.empty());
  }
}
