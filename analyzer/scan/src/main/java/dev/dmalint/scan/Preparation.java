package dev.dmalint.scan;

import static java.util.Objects.requireNonNull;

import dev.dmalint.analyzer.identity.ConfiguredSink;
import dev.dmalint.analyzer.identity.Personality;
import dev.dmalint.models.Consumer;
import dev.dmalint.models.Device;
import dev.dmalint.models.Platform;
import dev.dmalint.models.Universe;
import dev.dmalint.models.text.ModelException;
import dev.dmalint.models.text.Nearest;
import dev.dmalint.scan.configuration.Configuration;
import dev.dmalint.scan.configuration.ConfigurationFile;
import dev.dmalint.scan.configuration.ConfigurationReader;
import dev.dmalint.scan.configuration.ConfiguredDevice;
import dev.dmalint.scan.configuration.SinkEntry;
import dev.dmalint.scan.usage.Located;
import dev.dmalint.scan.usage.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that a scan needs beside the sources; whatever a user wrote wrong shows while this is made.
 *
 * @param paths files and folders to scan
 * @param configuration what holds
 * @param universe the models, limited to the platforms to analyse
 * @param rules what to look for
 * @param classPath every entry, the port's last
 * @param personalities what the configuration says of drivers
 * @param sinks what the configuration says of methods
 */
record Preparation(
    List<Path> paths,
    Configuration configuration,
    Universe universe,
    RuleSelection rules,
    List<Path> classPath,
    List<Personality> personalities,
    List<ConfiguredSink> sinks) {
  Preparation {
    paths = List.copyOf(paths);
    requireNonNull(configuration);
    requireNonNull(universe);
    requireNonNull(rules);
    classPath = List.copyOf(classPath);
    personalities = List.copyOf(personalities);
    sinks = List.copyOf(sinks);
  }

  static Preparation of(ScanRequest request, Engine engine, RuleCatalogue shipped)
      throws UsageException {
    Path directory = real(request.directory());
    Configuration configuration = configuration(request, directory);
    List<Path> paths = request.paths().isEmpty() ? configuration.paths() : request.paths();
    if (paths.isEmpty()) {
      throw new UsageException(
          "nothing to scan: give files or folders, or list them under \"paths\" in %s"
              .formatted(ConfigurationFile.NAME));
    }
    List<Located> platforms =
        request.platforms().isEmpty() ? configuration.platforms() : request.platforms();
    Universe universe = universe(request, configuration, platforms, engine);
    RuleSelection rules =
        RuleSelection.of(shipped.with(universe.mistakes()), request.rules(), configuration.rules());
    return new Preparation(
        paths,
        configuration,
        universe,
        rules,
        classPath(request, configuration, directory),
        personalities(configuration, universe),
        sinks(configuration, universe));
  }

  private static Path real(Path directory) throws UsageException {
    try {
      return directory.toRealPath();
    } catch (IOException gone) {
      throw new UsageException(
          "the current folder \"%s\" cannot be reached; change to another".formatted(directory),
          gone);
    }
  }

  private static Configuration configuration(ScanRequest request, Path directory)
      throws UsageException {
    Optional<ConfigurationFile> file = Optional.empty();
    if (request.configuration() instanceof ConfigurationChoice.Named named) {
      file = Optional.of(ConfigurationFile.named(named.file(), directory));
    } else if (request.configuration() instanceof ConfigurationChoice.InTree) {
      file = ConfigurationFile.find(start(request.paths(), directory), directory);
    }
    return file.isPresent() ? ConfigurationReader.read(file.get()) : Configuration.none(directory);
  }

  /**
   * {@return the deepest folder that holds all the paths; paths that are not there do not count}
   */
  private static Path start(List<Path> paths, Path directory) {
    Optional<Path> common = Optional.empty();
    for (Path path : paths) {
      try {
        Path real = directory.resolve(path).toRealPath();
        Path parent = real.getParent();
        Path folder = Files.isDirectory(real) || parent == null ? real : parent;
        common = Optional.of(common.map(other -> shared(other, folder)).orElse(folder));
      } catch (IOException missing) {
        // Whoever looks for sources says so.
      }
    }
    return common.orElse(directory);
  }

  private static Path shared(Path one, Path other) {
    Path folder = one;
    while (!other.startsWith(folder)) {
      Path parent = folder.getParent();
      if (parent == null) {
        return folder;
      }
      folder = parent;
    }
    return folder;
  }

  private static Universe universe(
      ScanRequest request, Configuration configuration, List<Located> platforms, Engine engine)
      throws UsageException {
    List<Path> files = new ArrayList<>(configuration.models());
    for (Path file : request.models()) {
      Path resolved = request.directory().resolve(file);
      // Messages name it as the user did where that leads to the same file.
      files.add(resolved.equals(file.toAbsolutePath()) ? file : resolved);
    }
    try {
      Universe universe = engine.models(files);
      List<String> known = universe.platforms().stream().map(Platform::id).toList();
      List<String> ids = new ArrayList<>();
      for (Located platform : platforms) {
        ids.add(known(platform, "platform", known));
      }
      return universe.limitedTo(ids);
    } catch (ModelException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  /** {@return the id that a word spells, in any case} */
  private static String known(Located word, String what, Collection<String> known)
      throws UsageException {
    return known.stream()
        .filter(id -> id.equalsIgnoreCase(word.value()))
        .findFirst()
        .orElseThrow(
            () ->
                word.wrong(
                    "unknown %s \"%s\"%s"
                        .formatted(what, word.value(), Nearest.hint(word.value(), known))));
  }

  private static List<Path> classPath(
      ScanRequest request, Configuration configuration, Path directory) throws UsageException {
    List<Path> entries = new ArrayList<>(ClassPath.of(request.classPath(), directory));
    for (Path entry : configuration.classPath()) {
      ClassPath.check(
          new Located(entry.toString(), configuration.file().map(Path::toString).orElse("")),
          entry);
      entries.add(entry);
    }
    entries.add(
        PortClasses.find()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "stubs/dmalint-port.jar is missing beside dmalint.jar;"
                            + " build or install dmalint again")));
    return entries.stream().distinct().toList();
  }

  private static List<Personality> personalities(Configuration configuration, Universe universe)
      throws UsageException {
    List<String> known = universe.devices().stream().map(Device::id).toList();
    List<Personality> personalities = new ArrayList<>();
    for (ConfiguredDevice entry : configuration.devices()) {
      personalities.add(
          entry.device().isPresent()
              ? entry.of(known(entry.device().get(), "device", known))
              : entry.personality());
    }
    return personalities;
  }

  private static List<ConfiguredSink> sinks(Configuration configuration, Universe universe)
      throws UsageException {
    List<String> known = universe.consumers().stream().map(Consumer::id).toList();
    List<ConfiguredSink> sinks = new ArrayList<>();
    for (SinkEntry entry : configuration.sinks()) {
      sinks.add(entry.of(known(entry.consumer(), "consumer", known)));
    }
    return sinks;
  }

  /** {@return sentences on what was prepared, for users who ask for more} */
  Stream<String> details() {
    return Stream.concat(
        Stream.of(
            configuration
                .file()
                .map(file -> "configuration: " + file)
                .orElse("configuration: none")),
        classPath.stream().map(entry -> "class path: " + entry));
  }
}
