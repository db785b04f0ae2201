package dev.dmalint.scan.configuration;

import static java.util.Objects.requireNonNull;

import dev.dmalint.scan.files.Excludes;
import dev.dmalint.scan.files.SourceReader;
import dev.dmalint.scan.usage.Located;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a configuration says. Ids of platforms, rules, devices and consumers are as written: only
 * the models and the catalogue know which there are.
 *
 * @param file the file it was read from; empty where there is none
 * @param paths what to scan where the command line does not say
 * @param excludes what to leave out
 * @param classPath jars and folders, each there
 * @param models model files, each there
 * @param platforms ids; empty: all
 * @param failOn empty where it does not say
 * @param threads empty where it does not say
 * @param maxFileBytes the size from which on a file is left out
 * @param rules settings in the order of the file
 * @param devices in the order of the file
 * @param sinks in the order of the file
 */
public record Configuration(
    Optional<Path> file,
    List<Path> paths,
    Excludes excludes,
    List<Path> classPath,
    List<Path> models,
    List<Located> platforms,
    Optional<FailOn> failOn,
    OptionalInt threads,
    long maxFileBytes,
    List<RuleSetting> rules,
    List<ConfiguredDevice> devices,
    List<SinkEntry> sinks) {
  public Configuration {
    requireNonNull(file);
    paths = List.copyOf(paths);
    requireNonNull(excludes);
    classPath = List.copyOf(classPath);
    models = List.copyOf(models);
    platforms = List.copyOf(platforms);
    requireNonNull(failOn);
    requireNonNull(threads);
    rules = List.copyOf(rules);
    devices = List.copyOf(devices);
    sinks = List.copyOf(sinks);
  }

  /** {@return what holds where there is no configuration} */
  public static Configuration none(Path directory) {
    return new Configuration(
        Optional.empty(),
        List.of(),
        Excludes.none(directory),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        OptionalInt.empty(),
        SourceReader.USUAL_LIMIT,
        List.of(),
        List.of(),
        List.of());
  }
}
