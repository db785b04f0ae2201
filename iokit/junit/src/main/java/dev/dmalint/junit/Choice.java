package dev.dmalint.junit;

import dev.dmalint.models.ModelReader;
import dev.dmalint.models.World;
import dev.dmalint.models.text.Nearest;
import java.util.List;
import java.util.stream.Stream;

/** Worlds by the ids of platforms and worlds. */
final class Choice {
  private Choice() {}

  static List<World> of(List<String> ids) {
    return ids.stream().flatMap(Choice::worlds).distinct().toList();
  }

  static boolean holds(String[] ids, World world) {
    return ids.length == 0 || of(List.of(ids)).contains(world);
  }

  private static Stream<World> worlds(String id) {
    List<World> known = ModelReader.builtIn().worlds();
    List<World> found = known.stream().filter(world -> matches(world, id)).toList();
    if (found.isEmpty()) {
      List<String> names =
          known.stream().flatMap(world -> Stream.of(world.platform(), world.id())).toList();
      throw new IllegalArgumentException(
          "@OnPlatform: unknown platform or world \"%s\"%s".formatted(id, Nearest.hint(id, names)));
    }
    return found.stream();
  }

  private static boolean matches(World world, String id) {
    return id.equals("all") || world.platform().equals(id) || world.id().equals(id);
  }
}
