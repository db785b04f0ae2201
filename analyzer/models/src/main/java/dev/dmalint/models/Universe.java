package dev.dmalint.models;

import dev.dmalint.models.text.ModelException;
import dev.dmalint.models.text.Nearest;
import java.util.List;
import java.util.Optional;

/**
 * All that the loaded model files say. Every list keeps the order of the files.
 *
 * @param worlds by index; at least one
 * @param platforms what the worlds are variants of
 * @param spaces the address spaces
 * @param consumers the kinds of readers
 * @param classifications which mistake a mismatch is
 * @param rows what calls do
 * @param devices what drivers drive
 * @param lifecycles how classes are used
 * @param annotations what annotations mean
 * @param mistakes the mistakes that model files declare, beside those with rules of their own
 */
public record Universe(
    List<World> worlds,
    List<Platform> platforms,
    List<Space> spaces,
    List<Consumer> consumers,
    List<Classification> classifications,
    List<Row> rows,
    List<Device> devices,
    List<Lifecycle> lifecycles,
    List<AnnotationModel> annotations,
    List<MistakeDeclaration> mistakes) {
  public Universe {
    worlds = List.copyOf(worlds);
    platforms = List.copyOf(platforms);
    spaces = List.copyOf(spaces);
    consumers = List.copyOf(consumers);
    classifications = List.copyOf(classifications);
    rows = List.copyOf(rows);
    devices = List.copyOf(devices);
    lifecycles = List.copyOf(lifecycles);
    annotations = List.copyOf(annotations);
    mistakes = List.copyOf(mistakes);
    if (worlds.isEmpty()) {
      throw new IllegalArgumentException("a universe has at least one world");
    }
  }

  /** A universe without declared mistakes. */
  public Universe(
      List<World> worlds,
      List<Platform> platforms,
      List<Space> spaces,
      List<Consumer> consumers,
      List<Classification> classifications,
      List<Row> rows,
      List<Device> devices,
      List<Lifecycle> lifecycles,
      List<AnnotationModel> annotations) {
    this(
        worlds,
        platforms,
        spaces,
        consumers,
        classifications,
        rows,
        devices,
        lifecycles,
        annotations,
        List.of());
  }

  /**
   * {@return this universe with the worlds of some platforms only, counted anew from 0}
   *
   * @param ids ids of platforms; none: all
   * @throws ModelException if there is no platform of that id; the message names the nearest
   */
  public Universe limitedTo(List<String> ids) {
    if (ids.isEmpty()) {
      return this;
    }
    List<String> known = platforms.stream().map(Platform::id).toList();
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new ModelException("unknown platform \"" + id + "\"" + Nearest.hint(id, known));
      }
    }
    List<Platform> kept =
        platforms.stream().filter(platform -> ids.contains(platform.id())).toList();
    return new Universe(
        Worlds.of(kept),
        kept,
        spaces,
        consumers,
        classifications,
        rows,
        devices,
        lifecycles,
        annotations,
        mistakes);
  }

  /** {@return the set of all worlds} */
  public WorldSet all() {
    return WorldSet.first(worlds.size());
  }

  /** {@return the worlds of one platform} */
  public WorldSet worldsOf(String platform) {
    WorldSet result = WorldSet.NONE;
    for (World world : worlds) {
      if (world.platform().equals(platform)) {
        result = result.or(WorldSet.of(world.index()));
      }
    }
    return result;
  }

  /** {@return the space with that id} */
  public Optional<Space> space(String id) {
    return spaces.stream().filter(space -> space.id().equals(id)).findFirst();
  }

  /** {@return the consumer kind with that id} */
  public Optional<Consumer> consumer(String id) {
    return consumers.stream().filter(consumer -> consumer.id().equals(id)).findFirst();
  }

  /** {@return the device with that id} */
  public Optional<Device> device(String id) {
    return devices.stream().filter(device -> device.id().equals(id)).findFirst();
  }
}
