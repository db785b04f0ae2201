package dev.dmalint.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.models.Machine.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which space every call answers in, against the tables of the facts. */
final class AddressTableTest {
  private static final long MAPPER_NONE = 0x800;
  private static final long HOST_ONLY = 0x1000;
  private static final long REMOTE = 0x40000;
  private static final String DESCRIPTOR = "IOMemoryDescriptor";
  private static final String BUFFER = "IOBufferMemoryDescriptor";
  private static final String COMMAND = "IODMACommand";

  private final Universe universe = ModelReader.builtIn();

  /** One world a mapper state: M0 M1 M2 M3 M4. */
  private final Map<String, World> states = states(universe);

  private static Map<String, World> states(Universe universe) {
    Map<String, World> result = new TreeMap<>();
    universe.worlds().forEach(world -> result.putIfAbsent(world.attribute("mapper"), world));
    return result;
  }

  private interface Expression {
    Object in(Machine machine);
  }

  /** Holds a row of a table: what M0, M1, M2, M3 (and M4, which is as M0) give. */
  private void row(String name, Expression expression, String... wanted) {
    List<String> is = new ArrayList<>();
    for (String state : List.of("M0", "M1", "M2", "M3")) {
      Object value = expression.in(new Machine(universe, states.get(state)));
      is.add(value instanceof Address address ? address.text() : String.valueOf(value));
    }
    assertThat(is).as(name).containsExactly(wanted);
    Object last = expression.in(new Machine(universe, states.get("M4")));
    assertThat(last instanceof Address address ? address.text() : String.valueOf(last))
        .as(name + " in M4")
        .isEqualTo(wanted[0]);
  }

  private static Object segment(Machine machine, Object descriptor, long options) {
    return machine.call(DESCRIPTOR, "getPhysicalSegment", descriptor, 0L, Machine.one(), options);
  }

  private static Object virtual(Machine machine, long options) {
    Object task = Machine.object("task");
    return machine.call(DESCRIPTOR, "withAddressRange", null, 0x1000L, 64L, options, task);
  }

  private static Object physical(Machine machine, long options) {
    return machine.call(DESCRIPTOR, "withAddressRange", null, 0x1000L, 64L, options, null);
  }

  private static Object withMapper(Machine machine) {
    Object mapper = deviceMapper(machine);
    return machine.call(DESCRIPTOR, "withOptions", null, null, 1L, 0L, null, 0x10L, mapper);
  }

  private static Object deviceMapper(Machine machine) {
    return machine.call("IOMapper", "copyMapperForDevice", null, Machine.object("device"));
  }

  @Test
  void virtualDescriptorsAnswerAsTable311Says() {
    row("0, 0", m -> segment(m, virtual(m, 0), 0), "CPA", "IOVA(sys)", "IOVA(sys)", "CPA");
    row("mapper, 0", m -> segment(m, withMapper(m), 0), "CPA", "IOVA(sys)", "IOVA(dev)", "CPA");
    for (long made : List.of(0L, MAPPER_NONE, HOST_ONLY, REMOTE)) {
      row(
          "made %x, MapperNone".formatted(made),
          m -> segment(m, virtual(m, made), MAPPER_NONE),
          "CPA",
          "CPA",
          "CPA",
          "CPA");
    }
    for (long made : List.of(MAPPER_NONE, HOST_ONLY, REMOTE)) {
      row(
          "made %x, 0".formatted(made),
          m -> segment(m, virtual(m, made), 0),
          "CPA",
          "CPA",
          "CPA",
          "CPA");
    }
  }

  @Test
  void physicalDescriptorsAnswerAsTable312Says() {
    for (long made : List.of(0L, MAPPER_NONE)) {
      row(
          "made %x, 0".formatted(made),
          m -> segment(m, physical(m, made), 0),
          "CPA",
          "IOVA(sys)",
          "IOVA(sys)",
          "CPA");
      row(
          "made %x, MapperNone".formatted(made),
          m -> segment(m, physical(m, made), MAPPER_NONE),
          "CPA",
          "CPA",
          "CPA",
          "CPA");
    }
    row("HostOnly", m -> segment(m, physical(m, HOST_ONLY), 0), "CPA", "CPA", "CPA", "CPA");
  }

  @Test
  void physicalDescriptorsReadTheirNumberAsTable312Says() {
    Machine machine = new Machine(universe, states.get("M1"));
    machine.call(DESCRIPTOR, "withPhysicalAddress", null, 0x1000L, 64L, 3L);
    physical(machine, 0);
    physical(machine, MAPPER_NONE);
    virtual(machine, 0);
    assertThat(machine.demands()).containsExactly("K12", "K12", "K13");
  }

  @Test
  void buffersTellOptionsOfTheirOwnFromThoseOfDescriptors() {
    // 0x20 is pageable here, and no physical type.
    for (long options : List.of(0L, 0x20L, 0x10L, 0x80L)) {
      row(
          "buffer %x".formatted(options),
          m -> segment(m, m.call(BUFFER, "inTaskWithOptions", null, null, options, 64L), 0),
          "CPA",
          "IOVA(sys)",
          "IOVA(sys)",
          "CPA");
    }
    row(
        "buffer MapperNone",
        m -> segment(m, m.call(BUFFER, "inTaskWithOptions", null, null, MAPPER_NONE, 64L), 0),
        "CPA",
        "CPA",
        "CPA",
        "CPA");
  }

  @Test
  void partsAndMappingsAnswerAsWhatTheyArePartsOf() {
    row(
        "part",
        m ->
            segment(
                m,
                m.call("IOSubMemoryDescriptor", "withSubRange", null, virtual(m, 0), 0L, 8L, 0L),
                0),
        "CPA",
        "IOVA(sys)",
        "IOVA(sys)",
        "CPA");
    row(
        "mapping",
        m -> m.call("IOMemoryMap", "getPhysicalAddress", m.call(DESCRIPTOR, "map", virtual(m, 0))),
        "CPA",
        "IOVA(sys)",
        "IOVA(sys)",
        "CPA");
    row(
        "mapping of MapperNone",
        m ->
            m.call(
                "IOMemoryMap",
                "getPhysicalAddress",
                m.call(DESCRIPTOR, "map", virtual(m, MAPPER_NONE))),
        "CPA",
        "CPA",
        "CPA",
        "CPA");
  }

  @Test
  void aBarHasAnIoAddressUnderAMapperAndItsBusAddressOnlyWhenAsked() {
    for (World world : universe.worlds()) {
      Machine machine = new Machine(universe, world);
      Object bar =
          machine.call("IOService", "getDeviceMemoryWithIndex", Machine.object("IOPCIDevice"), 0L);
      Address plain = (Address) machine.call(DESCRIPTOR, "getPhysicalAddress", bar);
      boolean mapped = world.attribute("systemMapper").equals("present");
      assertThat(plain.text()).as(world.id()).isEqualTo(mapped ? "IOVA(sys)" : "CPA");
      assertThat(plain.origin()).isEqualTo("bar");
      Address raw = (Address) segment(machine, bar, MAPPER_NONE);
      assertThat(raw.text()).isEqualTo("CPA");
      assertThat(raw.origin()).isEqualTo("bypass");
    }
  }

  private static Object command(Machine machine, long options, Object mapper) {
    return machine.call(
        COMMAND, "withSpecification", null, null, 64L, 0L, options, 0L, 1L, mapper, null);
  }

  private static Object segmentOf(Machine machine, Object command) {
    if (command == null) {
      return "fails";
    }
    List<Object> segments = Machine.one();
    machine.call(COMMAND, "gen64IOVMSegments", command, Machine.one(), segments, Machine.one());
    return ((Map<?, ?>) segments.get(0)).get("fIOVMAddr");
  }

  @Test
  void commandsProduceSegmentsAsTheirTableSays() {
    // options, mapper argument -> M0 M1 M2 M3
    row(
        "kMapped, null",
        m -> segmentOf(m, command(m, 0, null)),
        "CPA",
        "IOVA(sys)",
        "IOVA(sys)",
        "CPA");
    row(
        "kMapped, copyMapperForDevice",
        m -> segmentOf(m, command(m, 0, deviceMapper(m))),
        "CPA",
        "IOVA(sys)",
        "IOVA(dev)",
        "IOVA(dev)");
    row(
        "kMapped, gSystem",
        m -> segmentOf(m, command(m, 0, m.read("IOMapper", "gSystem"))),
        "CPA",
        "IOVA(sys)",
        "IOVA(sys)",
        "CPA");
    row("kBypassed, null", m -> segmentOf(m, command(m, 1, null)), "CPA", "fails", "fails", "CPA");
    row(
        "kBypassed, copyMapperForDevice",
        m -> segmentOf(m, command(m, 1, deviceMapper(m))),
        "CPA",
        "fails",
        "fails",
        "fails");
    row(
        "kNonCoherent, null",
        m -> segmentOf(m, command(m, 2, null)),
        "CPA",
        "IOVA(sys)",
        "IOVA(sys)",
        "CPA");
    row("kUnmapped, null", m -> segmentOf(m, command(m, 3, null)), "CPA", "CPA", "CPA", "CPA");
    row(
        "kUnmapped, copyMapperForDevice",
        m -> segmentOf(m, command(m, 3, deviceMapper(m))),
        "CPA",
        "CPA",
        "IOVA(dev)",
        "IOVA(dev)");
  }

  @Test
  void kUnmappedWithAnExplicitSystemMapperIsMapped() {
    Machine machine = new Machine(universe, states.get("M1"));
    Object mapper = machine.read("IOMapper", "gSystem");
    assertThat(((Address) segmentOf(machine, command(machine, 3, mapper))).text())
        .isEqualTo("IOVA(sys)");
  }

  @Test
  void aDeviceInThePlaceOfTheMapperIsNoMapper() {
    row(
        "kMapped, device",
        m -> segmentOf(m, command(m, 0, Machine.object("dev.dmalint.iokit.IOPCIDevice"))),
        "CPA",
        "IOVA(sys)",
        "IOVA(sys)",
        "CPA");
  }

  @Test
  void flagsBesideTheMappingTypeDoNotCount() {
    row(
        "kUnmapped | kIterateOnly",
        m -> segmentOf(m, command(m, 0x43, null)),
        "CPA",
        "CPA",
        "CPA",
        "CPA");
  }

  @Test
  void optionsDecideWhichMistakeAnAddressCanBe() {
    Machine machine = new Machine(universe, states.get("M3"));
    assertThat(((Address) segment(machine, virtual(machine, 0), 0)).origin()).isEqualTo("system");
    assertThat(((Address) segment(machine, virtual(machine, 0), MAPPER_NONE)).origin())
        .isEqualTo("bypass");
    assertThat(((Address) segmentOf(machine, command(machine, 1, null))).origin())
        .isEqualTo("bypass");
    assertThat(((Address) segmentOf(machine, command(machine, 0, deviceMapper(machine)))).origin())
        .isEqualTo("device");
  }

  @Test
  void whatIsNotKnownOfACommandMakesNoClaim() {
    Machine machine = new Machine(universe, states.get("M1"));
    Address address = (Address) segmentOf(machine, Machine.object(COMMAND));
    assertThat(address.space()).isEqualTo("unknown");
    assertThat(address.origin()).isEqualTo("unknown");
  }

  @Test
  void aDescriptorOfWhichNothingIsKnownAnswersAsMostDo() {
    Machine machine = new Machine(universe, states.get("M1"));
    Object descriptor = Machine.object(DESCRIPTOR);
    assertThat(((Address) segment(machine, descriptor, 0)).text()).isEqualTo("IOVA(sys)");
    assertThat(((Address) segment(machine, descriptor, MAPPER_NONE)).text()).isEqualTo("CPA");
  }

  @Test
  void aPhysicalMaskBoundsTheIoAddressUnderAMapperAndThePagesWithout() {
    Machine mapped = new Machine(universe, world("P1/ram-high"));
    Machine free = new Machine(universe, world("P4/ram-high"));
    assertThat(masked(mapped, MAPPER_NONE).bits()).isEqualTo(36);
    assertThat(masked(mapped, 0).bits()).isEqualTo(31);
    assertThat(masked(free, MAPPER_NONE).bits()).isEqualTo(32);
    assertThat(masked(free, 0).bits()).isEqualTo(32);
  }

  private static Address masked(Machine machine, long options) {
    Object buffer =
        machine.call(BUFFER, "inTaskWithPhysicalMask", null, null, 0L, 0x1000L, 0xfffff000L);
    return (Address) segment(machine, buffer, options);
  }

  @Test
  void onlyLargeBuffersHaveIoAddressesAbove4GiB() {
    Machine machine = new Machine(universe, world("P1/ram-high"));
    Object large = machine.call(BUFFER, "inTaskWithOptions", null, null, 0L, 0x80000L);
    assertThat(((Address) segment(machine, large, 0)).bits()).isEqualTo(37);
    Object small = machine.call(BUFFER, "inTaskWithOptions", null, null, 0L, 0x7ffffL);
    assertThat(((Address) segment(machine, small, 0)).bits()).isEqualTo(31);
  }

  @Test
  void propertiesAndServicesThatTellOfMappersAreThereWhereTheMapperIs() {
    for (World world : universe.worlds()) {
      Machine machine = new Machine(universe, world);
      Object nub = Machine.object("IOPCIDevice");
      boolean own = world.attribute("deviceMapper").equals("own");
      boolean system = world.attribute("systemMapper").equals("present");
      assertThat(machine.call("IORegistryEntry", "getProperty", nub, "iommu-parent"))
          .as(world.id())
          .isEqualTo(own ? nub : null);
      assertThat(machine.call("IORegistryEntry", "getProperty", nub, "IOPlatformMapperPresent"))
          .as(world.id())
          .isEqualTo(system ? nub : null);
      Object matching = machine.call("IOService", "serviceMatching", null, "AppleVTD");
      assertThat(machine.call("IOService", "copyMatchingService", null, matching))
          .as(world.id())
          .isEqualTo(system ? matching : null);
      assertThat(machine.read("IOMapper", "gSystem") != null).as(world.id()).isEqualTo(system);
      assertThat(deviceMapper(machine) != null).as(world.id()).isEqualTo(own);
    }
  }

  private World world(String id) {
    return universe.worlds().stream().filter(w -> w.id().equals(id)).findFirst().orElseThrow();
  }
}
