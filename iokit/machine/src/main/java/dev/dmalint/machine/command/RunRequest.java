package dev.dmalint.machine.command;

import dev.dmalint.machine.Machine;
import dev.dmalint.machine.MachineOptions;
import dev.dmalint.machine.TimeBudget;
import dev.dmalint.models.ModelReader;
import dev.dmalint.models.World;
import dev.dmalint.models.text.Nearest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What is to be run, as words say it: {@code KEY=VALUE} each, in any order.
 *
 * @param driver binary name of the driver class
 * @param classPath jars and folders
 * @param worlds in which worlds, at least one
 * @param device as written, or as an identity file says it
 * @param options what the machines are like
 * @param budget how long a run may take
 * @param full whether to print every event
 * @param json whether to print JSON
 */
record RunRequest(
    String driver,
    List<Path> classPath,
    List<World> worlds,
    Optional<DeviceChoice> device,
    MachineOptions options,
    TimeBudget budget,
    boolean full,
    boolean json) {
  private static final long USUAL_STEPS = 1_000_000;
  private static final long MOST_SECONDS = 86_400;

  RunRequest {
    classPath = List.copyOf(classPath);
    worlds = List.copyOf(worlds);
  }

  static RunRequest of(String... words) {
    List<String> all = List.of(words);
    return new RunRequest(
        last(all, "class").orElseThrow(() -> new BadRequest("no driver class is given")),
        values(all, "classpath").map(Path::of).toList(),
        worlds(all),
        device(all),
        options(all),
        new TimeBudget(Duration.ofSeconds(number(all, "timeout", 1, MOST_SECONDS).orElse(10))),
        all.contains("trace"),
        all.contains("json"));
  }

  private static Stream<String> values(List<String> words, String key) {
    return words.stream()
        .filter(word -> word.startsWith(key + "="))
        .map(word -> word.substring(key.length() + 1));
  }

  private static Optional<String> last(List<String> words, String key) {
    return values(words, key).reduce((first, second) -> second);
  }

  private static OptionalLong number(List<String> words, String key, long least, long most) {
    Optional<String> text = last(words, key);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      long value = Long.decode(text.get());
      if (value >= least && value <= most) {
        return OptionalLong.of(value);
      }
    } catch (NumberFormatException wrong) {
      throw new BadRequest("--%s: \"%s\" is no number".formatted(key, text.get()), wrong);
    }
    throw new BadRequest(
        "--%s: a number from %d to %d, not %s".formatted(key, least, most, text.get()));
  }

  private static Optional<DeviceChoice> device(List<String> words) {
    Optional<DeviceChoice> written = last(words, "device").map(DeviceChoice::written);
    return written.or(
        () ->
            DeviceChoice.personality(
                last(words, "pci-match").orElse(""),
                last(words, "pci-class-match").orElse(""),
                last(words, "personality").orElse("Info.plist")));
  }

  private static MachineOptions options(List<String> words) {
    MachineOptions options =
        MachineOptions.usual()
            .withSeed(number(words, "seed", 0, Long.MAX_VALUE).orElse(1))
            .withStepBudget(number(words, "steps", 1, Long.MAX_VALUE).orElse(USUAL_STEPS));
    return words.contains("collisions") ? options.withCollisions() : options;
  }

  private static List<World> worlds(List<String> words) {
    List<World> known = ModelReader.builtIn().worlds();
    List<World> chosen = new ArrayList<>();
    for (String id : values(words, "platform").toList()) {
      List<World> found =
          known.stream()
              .filter(world -> id.equals("all") || world.platform().equalsIgnoreCase(id))
              .toList();
      if (found.isEmpty()) {
        List<String> platforms = known.stream().map(World::platform).distinct().toList();
        throw new BadRequest(
            "unknown platform \"%s\"%s; there are %s, and all"
                .formatted(id, meant(id, platforms), String.join(", ", platforms)));
      }
      chosen.addAll(found);
    }
    values(words, "world").map(id -> world(id, known)).forEach(chosen::add);
    if (chosen.isEmpty()) {
      throw new BadRequest("no platform is given; --platform P1, or --platform all");
    }
    return chosen.stream().distinct().toList();
  }

  private static World world(String id, List<World> known) {
    List<String> ids = known.stream().map(World::id).toList();
    if (!ids.contains(id)) {
      throw new BadRequest(
          "unknown world \"%s\"%s; there are %s"
              .formatted(id, meant(id, ids), String.join(", ", ids)));
    }
    return Machine.world(id);
  }

  private static String meant(String written, List<String> known) {
    return Nearest.among(written, known).map(word -> "; did you mean \"" + word + "\"?").orElse("");
  }
}
