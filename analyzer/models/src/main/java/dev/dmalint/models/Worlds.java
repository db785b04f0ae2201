package dev.dmalint.models;

import dev.dmalint.models.Platform.Value;
import dev.dmalint.models.Platform.Variant;
import dev.dmalint.models.text.ModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Builds the worlds of platforms: for each the product of its variants, the first varying last. */
final class Worlds {
  private Worlds() {}

  static List<World> of(List<Platform> platforms) {
    List<World> result = new ArrayList<>();
    for (Platform platform : platforms) {
      SortedMap<String, String> attributes = new TreeMap<>(platform.attributes());
      attributes.put("platform", platform.id());
      add(platform, 0, platform.id(), attributes, result);
    }
    return result;
  }

  private static void add(
      Platform platform,
      int variant,
      String id,
      SortedMap<String, String> attributes,
      List<World> result) {
    if (variant == platform.variants().size()) {
      if (result.size() == WorldSet.CAPACITY) {
        throw new ModelException(
            "more than %d worlds, the first too many in platform %s; take out variants or platforms"
                .formatted(WorldSet.CAPACITY, platform.id()));
      }
      result.add(new World(result.size(), id, platform.id(), attributes, platform.written()));
      return;
    }
    Variant current = platform.variants().get(variant);
    for (Value value : current.values()) {
      SortedMap<String, String> more = new TreeMap<>(attributes);
      more.put(current.attribute(), value.value());
      more.putAll(value.also());
      String name = id + "/" + current.attribute() + "-" + value.value();
      add(platform, variant + 1, name, more, result);
    }
  }
}
