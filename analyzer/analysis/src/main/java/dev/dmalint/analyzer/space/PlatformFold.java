package dev.dmalint.analyzer.space;

import dev.dmalint.findings.Platforms;
import dev.dmalint.models.Platform;
import dev.dmalint.models.Platform.Value;
import dev.dmalint.models.Platform.Variant;
import dev.dmalint.models.Universe;
import dev.dmalint.models.World;
import dev.dmalint.models.WorldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Folds worlds back into the platforms they are variants of. */
public final class PlatformFold {
  private final Universe universe;

  /** Folds into the platforms of {@code universe}. */
  public PlatformFold(Universe universe) {
    this.universe = universe;
  }

  /**
   * {@return each platform in one of four lists, with the condition where only some variants break}
   *
   * @param broken where it breaks
   * @param unclaimed where nothing is said
   * @param absent where there is no such consumer
   */
  public Platforms fold(WorldSet broken, WorldSet unclaimed, WorldSet absent) {
    List<String> breaks = new ArrayList<>();
    List<String> works = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    List<String> none = new ArrayList<>();
    SortedMap<String, String> conditions = new TreeMap<>();
    for (Platform platform : universe.platforms()) {
      WorldSet worlds = universe.worldsOf(platform.id());
      WorldSet there = worlds.minus(absent);
      if (worlds.isEmpty()) {
        continue;
      }
      if (broken.meets(worlds)) {
        breaks.add(platform.id());
        condition(platform, broken.and(worlds), there)
            .ifPresent(when -> conditions.put(platform.id(), when));
      } else if (there.isEmpty()) {
        none.add(platform.id());
      } else if (unclaimed.meets(there)) {
        unknown.add(platform.id());
      } else {
        works.add(platform.id());
      }
    }
    return new Platforms(breaks, works, unknown, none, conditions);
  }

  /** {@return ids of the platforms with a world in {@code worlds}, in declared order} */
  public List<String> ids(WorldSet worlds) {
    return universe.platforms().stream()
        .map(Platform::id)
        .filter(id -> universe.worldsOf(id).meets(worlds))
        .toList();
  }

  private Optional<String> condition(Platform platform, WorldSet broken, WorldSet there) {
    if (broken.contains(there)) {
      return Optional.empty();
    }
    for (Variant variant : platform.variants()) {
      List<String> words = new ArrayList<>();
      WorldSet covered = WorldSet.NONE;
      for (Value value : variant.values()) {
        WorldSet with = with(there, variant.attribute(), value.value());
        if (broken.contains(with) && !with.isEmpty()) {
          covered = covered.or(with);
          words.add(value.when());
        }
      }
      if (covered.equals(broken)) {
        return Optional.of(String.join(" or ", words));
      }
    }
    return Optional.of(spelled(platform, broken));
  }

  private WorldSet with(WorldSet among, String attribute, String value) {
    WorldSet result = WorldSet.NONE;
    for (int index : among.indices()) {
      if (universe.worlds().get(index).attribute(attribute).equals(value)) {
        result = result.or(WorldSet.of(index));
      }
    }
    return result;
  }

  private String spelled(Platform platform, WorldSet broken) {
    List<String> words = new ArrayList<>();
    for (int index : broken.indices()) {
      World world = universe.worlds().get(index);
      List<String> parts = new ArrayList<>();
      for (Variant variant : platform.variants()) {
        variant.values().stream()
            .filter(value -> value.value().equals(world.attribute(variant.attribute())))
            .forEach(value -> parts.add(value.when()));
      }
      words.add(String.join(" and ", parts));
    }
    return String.join(", or ", words);
  }
}
