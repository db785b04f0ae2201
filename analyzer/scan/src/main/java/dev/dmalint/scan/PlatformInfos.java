package dev.dmalint.scan;

import dev.dmalint.findings.PlatformInfo;
import dev.dmalint.models.Platform;
import dev.dmalint.models.Universe;
import dev.dmalint.models.World;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words which platforms a universe has. */
public final class PlatformInfos {
  private static final String WHEN = "when ";

  private PlatformInfos() {}

  /** {@return each platform that has a world, in declared order, with its worlds in a few words} */
  public static List<PlatformInfo> of(Universe universe) {
    return universe.platforms().stream()
        .map(platform -> info(platform, universe))
        .filter(info -> !info.worlds().isEmpty())
        .toList();
  }

  private static PlatformInfo info(Platform platform, Universe universe) {
    return new PlatformInfo(
        platform.id(),
        platform.name(),
        universe.worlds().stream()
            .filter(world -> world.platform().equals(platform.id()))
            .map(world -> words(platform, world))
            .toList());
  }

  private static String words(Platform platform, World world) {
    String words =
        platform.variants().stream()
            .flatMap(
                variant ->
                    variant.values().stream()
                        .filter(value -> value.value().equals(world.attribute(variant.attribute())))
                        .limit(1))
            .map(value -> value.when())
            .map(when -> when.startsWith(WHEN) ? when.substring(WHEN.length()) : when)
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "always" : words;
  }
}
