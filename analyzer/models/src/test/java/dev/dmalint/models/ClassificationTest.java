package dev.dmalint.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.models.Consumer.Kind;
import dev.dmalint.models.Consumer.MapperDemand;
import dev.dmalint.models.Consumer.Reading;
import dev.dmalint.models.Machine.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which mistake it is, and on which platforms, when an address arrives at a consumer. */
final class ClassificationTest {
  private static final String COMMAND = "IODMACommand";

  private final Universe universe = ModelReader.builtIn();

  private interface Source {
    Object in(Machine machine);
  }

  /** What {@code consumer} makes of a source: mistakes, each with the platforms it breaks on. */
  private Map<String, List<String>> verdicts(Source source, String consumer) {
    Map<String, TreeSet<String>> found = new HashMap<>();
    for (World world : universe.worlds()) {
      Machine machine = new Machine(universe, world);
      if (source.in(machine) instanceof Address address) {
        String mistake = mistake(address, reading(consumer, world, machine));
        if (!mistake.isEmpty()) {
          found.computeIfAbsent(mistake, unused -> new TreeSet<>()).add(world.platform());
        }
      }
    }
    Map<String, List<String>> result = new HashMap<>();
    found.forEach((mistake, platforms) -> result.put(mistake, new ArrayList<>(platforms)));
    return result;
  }

  private Reading reading(String consumer, World world, Machine machine) {
    Map<String, Object> roots = new HashMap<>(Map.of("device", Machine.object("device")));
    return universe.consumer(consumer).orElseThrow().reads().stream()
        .filter(each -> Machine.truth(machine.evaluate(each.when(), roots)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(world.id()));
  }

  /** The mapper objects of these sources stand before the very device that reads. */
  private String mistake(Address address, Reading reading) {
    boolean system = address.mapper().equals("system");
    boolean right =
        reading.kind() != Kind.SPACE
            || (address.space().equals(reading.space())
                && (reading.mapper() == MapperDemand.NONE
                    || system == (reading.mapper() == MapperDemand.SYSTEM)));
    if (right) {
      return "";
    }
    return universe.classifications().stream()
        .filter(row -> row.consumers().isEmpty() || row.consumers().contains(reading.as()))
        .filter(row -> row.origins().isEmpty() || row.origins().contains(address.origin()))
        .findFirst()
        .map(Classification::mistake)
        .orElse("");
  }

  private static Object buffer(Machine machine) {
    return machine.call("IOBufferMemoryDescriptor", "inTaskWithOptions", null, null, 3L, 4096L);
  }

  private static Object bypass(Machine machine) {
    return machine.call(
        "IOMemoryDescriptor", "getPhysicalSegment", buffer(machine), 0L, Machine.one(), 0x800L);
  }

  private static Object plain(Machine machine) {
    return machine.call("IOMemoryDescriptor", "getPhysicalAddress", buffer(machine));
  }

  private static Object command(Machine machine, long options, Object mapper) {
    Object command =
        machine.call(
            COMMAND, "withSpecification", null, null, 64L, 0L, options, 0L, 1L, mapper, null);
    if (command == null) {
      return "fails";
    }
    List<Object> segments = Machine.one();
    machine.call(COMMAND, "gen64IOVMSegments", command, Machine.one(), segments, Machine.one());
    return ((Map<?, ?>) segments.get(0)).get("fIOVMAddr");
  }

  private static Object ownCommand(Machine machine) {
    return command(
        machine,
        0,
        machine.call("IOMapper", "copyMapperForDevice", null, Machine.object("device")));
  }

  private static Object bar(Machine machine) {
    Object bar = machine.call("IOService", "getDeviceMemoryWithIndex", Machine.object("nub"), 0L);
    return machine.call("IOMemoryDescriptor", "getPhysicalAddress", bar);
  }

  @Test
  void aBypassAddressToAPcieDeviceIsE01WhereSomethingTranslates() {
    assertThat(verdicts(ClassificationTest::bypass, "K1"))
        .isEqualTo(Map.of("E01", List.of("P1", "P2", "P3", "P4b", "P5", "P8")));
    assertThat(verdicts(machine -> command(machine, 3, null), "K1"))
        .isEqualTo(Map.of("E01", List.of("P1", "P2", "P3", "P4b", "P5", "P8")));
    assertThat(verdicts(machine -> command(machine, 1, null), "K1"))
        .isEqualTo(Map.of("E01", List.of("P5")));
  }

  @Test
  void anAddressOfTheSystemMapperIsE04WhereTheDeviceHasItsOwn() {
    assertThat(verdicts(ClassificationTest::plain, "K1"))
        .isEqualTo(Map.of("E04", List.of("P2", "P5")));
    assertThat(verdicts(machine -> command(machine, 0, null), "K1"))
        .isEqualTo(Map.of("E04", List.of("P2", "P5")));
    assertThat(verdicts(ClassificationTest::ownCommand, "K1")).isEmpty();
  }

  @Test
  void aMappedAddressToABypassingConsumerIsE03() {
    for (String consumer : List.of("K6", "K7", "K8", "K9")) {
      assertThat(verdicts(ClassificationTest::plain, consumer))
          .as(consumer)
          .isEqualTo(Map.of("E03", List.of("P8")));
      assertThat(verdicts(ClassificationTest::bypass, consumer)).as(consumer).isEmpty();
    }
    assertThat(verdicts(ClassificationTest::plain, "K2"))
        .isEqualTo(Map.of("E03", List.of("P1", "P2", "P3", "P4b", "P8")));
    assertThat(verdicts(ClassificationTest::ownCommand, "K10"))
        .isEqualTo(Map.of("E03", List.of("P1", "P2", "P3", "P4b", "P5", "P8")));
  }

  @Test
  void virtioIsE29WithoutBit33AndE30WithIt() {
    assertThat(verdicts(ClassificationTest::plain, "K4")).isEqualTo(Map.of("E29", List.of("P8")));
    assertThat(verdicts(ClassificationTest::bypass, "K4")).isEmpty();
    assertThat(verdicts(ClassificationTest::bypass, "K5")).isEqualTo(Map.of("E30", List.of("P8")));
    assertThat(verdicts(ClassificationTest::plain, "K5")).isEmpty();
    assertThat(verdicts(ClassificationTest::plain, "virtio-modern"))
        .isEqualTo(Map.of("E29", List.of("P8")));
    assertThat(verdicts(ClassificationTest::bypass, "virtio-modern"))
        .isEqualTo(Map.of("E30", List.of("P8")));
  }

  @Test
  void anIoAddressToTheCpuIsE24AndThatOfABarE23() {
    for (String consumer : List.of("K11", "K13", "K14")) {
      assertThat(verdicts(ClassificationTest::plain, consumer))
          .as(consumer)
          .isEqualTo(Map.of("E24", List.of("P1", "P2", "P3", "P4b", "P8")));
      assertThat(verdicts(ClassificationTest::bar, consumer))
          .as(consumer)
          .isEqualTo(Map.of("E23", List.of("P1", "P2", "P3", "P4b", "P8")));
    }
    assertThat(verdicts(ClassificationTest::bar, "K16"))
        .isEqualTo(Map.of("E23", List.of("P2", "P5")));
  }

  @Test
  void aPhysicalAddressToAPlainPhysicalDescriptorIsE22() {
    assertThat(verdicts(ClassificationTest::bypass, "K12"))
        .isEqualTo(Map.of("E22", List.of("P1", "P2", "P3", "P4b", "P8")));
    assertThat(verdicts(ClassificationTest::plain, "K12")).isEmpty();
  }

  @Test
  void nothingIsSaidOfAnAddressOfUnknownOrigin() {
    Source unknown =
        machine -> {
          List<Object> segments = Machine.one();
          machine.call(
              COMMAND,
              "gen64IOVMSegments",
              Machine.object(COMMAND),
              Machine.one(),
              segments,
              Machine.one());
          return ((Map<?, ?>) segments.get(0)).get("fIOVMAddr");
        };
    for (Consumer consumer : universe.consumers()) {
      assertThat(verdicts(unknown, consumer.id())).as(consumer.id()).isEmpty();
    }
  }
}
