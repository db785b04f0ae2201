package dev.dmalint.machine;

import dev.dmalint.machine.iommu.Range;
import dev.dmalint.models.World;
import java.util.ArrayList;
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
 * @param ram where RAM is; empty for the usual places
 * @param identity ranges that the firmware wants mapped to themselves in every space (RMRR)
 * @param bridgesWithheld whether the windows of bridges are no numbers for mappings
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
    String hypervisor,
    List<Range> ram,
    List<Range> identity,
    boolean bridgesWithheld) {
  private static final int LAST_WITH_CLUSTERS = 15;
  private static final List<String> STATES = List.of("M0", "M1", "M2", "M3", "M4");
  private static final String RAM = "ramBanks";
  private static final String IDENTITY = "rmrr";

  WorldFacts {
    ram = List.copyOf(ram);
    identity = List.copyOf(identity);
  }

  static WorldFacts of(World world) {
    WorldText text = new WorldText(world);
    String mapper = text.oneOf("mapper", STATES);
    int shift = Integer.parseInt(text.oneOf("pageShift", List.of("12", "14")));
    boolean system = text.oneOf("systemMapper", List.of("present", "absent")).equals("present");
    if (system != hasSystemMapper(mapper)) {
      throw text.wrong(
          "systemMapper",
          "contradicts mapper %s; write \"%s\""
              .formatted(mapper, hasSystemMapper(mapper) ? "present" : "absent"));
    }
    boolean own = text.oneOf("deviceMapper", List.of("own", "none")).equals("own");
    if (own != (mapper.equals("M2") || mapper.equals("M3"))) {
      throw text.wrong(
          "deviceMapper", "contradicts mapper %s; M2 and M3 have their own".formatted(mapper));
    }
    boolean arm = text.oneOf("cpu", List.of("x86_64", "arm64")).equals("arm64");
    return new WorldFacts(
        world.id(),
        mapper,
        shift,
        text.oneOf("ram", List.of("high", "low")).equals("high"),
        arm,
        own,
        List.of("on", "offered").contains(world.attribute("virtio33")),
        entersPackets(world),
        world.attribute("unattached").equals("blocked"),
        world.attribute("vm").equals("yes"),
        world.attribute("hypervisor"),
        ram(text, arm, shift),
        identity(text, shift),
        !text.oneOfOrNothing("bridgeWindows", List.of("withheld", "available"))
            .equals("available"));
  }

  /** Banks of RAM that a machine can have: whole pages, apart, reachable, not where devices are. */
  private static List<Range> ram(WorldText text, boolean arm, int shift) {
    List<Range> banks = text.ranges(RAM);
    int bits = text.bits("addressBits");
    if (banks.isEmpty() && text.says(RAM)) {
      throw text.wrong(RAM, "names no RAM; write the first and the last byte, as 0x0-0xbfffffff");
    }
    List<Range> before = new ArrayList<>();
    for (Range bank : banks) {
      pages(text, RAM, bank, shift);
      if (bits < Long.SIZE && bank.last() >>> bits != 0) {
        throw text.wrong(
            RAM,
            "has %s, which addressBits %d do not reach; raise addressBits or lower the bank"
                .formatted(bank, bits));
      }
      for (Range other : before) {
        apart(text, RAM, bank, other.toString(), other);
      }
      for (Range window : Windows.ranges(arm)) {
        apart(text, RAM, bank, window + ", the registers of devices", window);
      }
      before.add(bank);
    }
    return banks;
  }

  private static List<Range> identity(WorldText text, int shift) {
    List<Range> ranges = text.ranges(IDENTITY);
    ranges.forEach(range -> pages(text, IDENTITY, range, shift));
    ranges.forEach(
        range -> apart(text, IDENTITY, range, "the interrupt range", SpaceNumbers.INTERRUPTS));
    return ranges;
  }

  private static void pages(WorldText text, String attribute, Range range, int shift) {
    long mask = (1L << shift) - 1;
    if ((range.first() & mask) != 0 || (range.last() & mask) != mask) {
      throw text.wrong(
          attribute,
          "has %s, which is not made of whole pages of %d bytes".formatted(range, mask + 1));
    }
  }

  private static void apart(
      WorldText text, String attribute, Range range, String name, Range other) {
    if (range.meets(other)) {
      throw text.wrong(
          attribute, "has %s, which overlaps %s; move one of them".formatted(range, name));
    }
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
