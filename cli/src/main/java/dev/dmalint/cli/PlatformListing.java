package dev.dmalint.cli;

import dev.dmalint.findings.PlatformInfo;
import dev.dmalint.models.ModelReader;
import dev.dmalint.models.Platform;
import dev.dmalint.models.Universe;
import dev.dmalint.models.text.ModelException;
import dev.dmalint.models.text.Nearest;
import dev.dmalint.scan.PlatformInfos;
import dev.dmalint.scan.usage.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The platforms of the models, as a table or one by one. */
final class PlatformListing {
  private final Universe universe;

  PlatformListing(Universe universe) {
    this.universe = universe;
  }

  /** {@return those of the built-in models and of some files} */
  static PlatformListing of(List<String> models, Surroundings surroundings) throws UsageException {
    List<Path> files = models.stream().map(file -> surroundings.directory().resolve(file)).toList();
    try {
      return new PlatformListing(ModelReader.read(ModelReader.builtIn(), files));
    } catch (ModelException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  String table() {
    return Table.of(
        List.of("id", "platform", "variants"),
        PlatformInfos.of(universe).stream()
            .map(info -> List.of(info.id(), info.name(), Integer.toString(info.worlds().size())))
            .toList());
  }

  String one(String id, PageText page) throws UsageException {
    List<String> known = universe.platforms().stream().map(Platform::id).toList();
    Platform platform =
        universe.platforms().stream()
            .filter(candidate -> candidate.id().equalsIgnoreCase(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new UsageException(
                        "unknown platform \"%s\"%s".formatted(id, Nearest.hint(id, known))));
    return page.heading(platform.id() + " " + platform.name())
        + page.paragraph(platform.text())
        + attributes(platform)
        + worlds(platform, page);
  }

  private static String attributes(Platform platform) {
    List<Map.Entry<String, String>> all = List.copyOf(platform.attributes().entrySet());
    return all.isEmpty()
        ? ""
        : Table.of(
                List.of("what", "holds"),
                all.stream().map(entry -> List.of(entry.getKey(), entry.getValue())).toList())
            + "\n";
  }

  private String worlds(Platform platform, PageText page) {
    return PlatformInfos.of(universe).stream()
        .filter(info -> info.id().equals(platform.id()))
        .map(PlatformInfo::worlds)
        .flatMap(List::stream)
        .map(world -> "- " + world + "\n")
        .collect(Collectors.joining("", page.heading("Variants"), ""));
  }
}
