package dev.dmalint.models;

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
    List<AnnotationModel> annotations) {
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
    if (worlds.isEmpty()) {
      throw new IllegalArgumentException("a universe has at least one world");
    }
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
