package dev.dmalint.machine;

import dev.dmalint.models.World;
import java.util.List;

/**
 * What a world says about its machine.
 *
 * @param id of the world
 * @param mapper state {@code M0} to {@code M4}
 * @param pageShift log2 of the page size
 * @param highRam whether RAM lies above 4 GiB
 * @param arm whether it is Apple silicon
 * @param deviceMapper whether devices have a mapper of their own
 * @param virtio33 whether virtio devices offer ACCESS_PLATFORM
 * @param entersPackets whether the kernel keeps packets in the system mapper
 * @param blocked whether a virtual IOMMU blocks devices that nobody attached
 * @param vm whether it is a virtual machine
 * @param hypervisor what is below it, {@code none} below a real one
 */
record WorldFacts(
    String id,
    String mapper,
    int pageShift,
    boolean highRam,
    boolean arm,
    boolean deviceMapper,
    boolean virtio33,
    boolean entersPackets,
    boolean blocked,
    boolean vm,
    String hypervisor) {
  private static final int LAST_WITH_CLUSTERS = 15;
  private static final List<String> STATES = List.of("M0", "M1", "M2", "M3", "M4");

  static WorldFacts of(World world) {
    String mapper = world.attribute("mapper");
    String shift = world.attribute("pageShift");
    if (!STATES.contains(mapper)) {
      throw new IllegalArgumentException(
          "world %s: attribute mapper is \"%s\", not one of %s"
              .formatted(world.id(), mapper, STATES));
    }
    if (!shift.equals("12") && !shift.equals("14")) {
      throw new IllegalArgumentException(
          "world %s: attribute pageShift is \"%s\", neither 12 nor 14"
              .formatted(world.id(), shift));
    }
    boolean system = world.attribute("systemMapper").equals("present");
    if (system != hasSystemMapper(mapper)) {
      throw new IllegalArgumentException(
          "world %s: attribute systemMapper contradicts mapper %s".formatted(world.id(), mapper));
    }
    return new WorldFacts(
        world.id(),
        mapper,
        Integer.parseInt(shift),
        world.attribute("ram").equals("high"),
        world.attribute("cpu").equals("arm64"),
        world.attribute("deviceMapper").equals("own"),
        List.of("on", "offered").contains(world.attribute("virtio33")),
        entersPackets(world),
        world.attribute("unattached").equals("blocked"),
        world.attribute("vm").equals("yes"),
        world.attribute("hypervisor"));
  }

  /** Kernels of Intel through macOS 15 keep packets in the system mapper; a world may not say. */
  private static boolean entersPackets(World world) {
    String version = world.attribute("macos");
    boolean old = !version.matches("[0-9]{1,3}") || Integer.parseInt(version) <= LAST_WITH_CLUSTERS;
    return old && !world.attribute("cpu").equals("arm64");
  }

  private static boolean hasSystemMapper(String mapper) {
    return mapper.equals("M1") || mapper.equals("M2");
  }

  boolean hasSystemMapper() {
    return hasSystemMapper(mapper);
  }
}
