package dev.dmalint.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.models.Consumer.Kind;
import dev.dmalint.models.Consumer.MapperDemand;
import dev.dmalint.models.Consumer.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which space each kind of consumer reads on each platform, against the table of the facts. */
final class DecisionTableTest {
  /** Columns: P1 P3 P4b, P2, P4, P5, P6 P7 P14, P9, P8, P10, P11 P12 P13. */
  private static final String TABLE =
      """
      K1  sys  own  CPA own CPA -  sys  CPA CPA
      K2  CPA  CPA  CPA n/a CPA CPA CPA  n/a n/a
      K3  sys  own  CPA own CPA -  sys  CPA CPA
      K4  n/a  n/a  n/a n/a CPA CPA CPA  CPA CPA
      K5  n/a  n/a  n/a n/a CPA -  sys  CPA CPA
      K6  n/a  n/a  n/a n/a CPA CPA CPA  CPA CPA
      K7  n/a  n/a  n/a n/a CPA CPA CPA  CPA CPA
      K8  n/a  n/a  n/a n/a CPA CPA CPA  n/a n/a
      K9  n/a  n/a  n/a n/a CPA CPA CPA  CPA CPA
      K10 CPA  CPA  CPA CPA CPA CPA CPA  CPA CPA
      K11 CPA  CPA  CPA CPA CPA CPA CPA  CPA CPA
      K12 sys  sys  CPA CPA CPA CPA sys  CPA CPA
      K13 CPA  CPA  CPA CPA CPA CPA CPA  CPA CPA
      K14 CPA  CPA  n/a CPA n/a n/a CPA  n/a n/a
      K15 sys  sys  CPA CPA CPA CPA sys  CPA CPA
      K16 sys  own  CPA own CPA -  sys  CPA CPA
      K17 n/a  n/a  n/a own n/a n/a n/a  n/a n/a
      """;

  private static final List<List<String>> COLUMNS =
      List.of(
          List.of("P1", "P3", "P4b"),
          List.of("P2"),
          List.of("P4"),
          List.of("P5"),
          List.of("P6", "P7", "P14"),
          List.of("P9"),
          List.of("P8"),
          List.of("P10"),
          List.of("P11", "P12", "P13"));

  private final Universe universe = ModelReader.builtIn();

  @Test
  void everyConsumerReadsOnEveryPlatformWhatTheTableSays() {
    List<String> wrong = new ArrayList<>();
    int cells = 0;
    for (String line : TABLE.lines().toList()) {
      String[] words = line.trim().split("\\s+", -1);
      for (int column = 0; column < COLUMNS.size(); column++) {
        for (World world : worlds(COLUMNS.get(column))) {
          String wanted = words[column + 1];
          String is = reading(words[0], world);
          cells++;
          if (!is.equals(wanted)) {
            wrong.add("%s in %s: %s, not %s".formatted(words[0], world.id(), is, wanted));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(cells).isEqualTo(17 * universe.worlds().size());
  }

  @Test
  void aModernVirtioDeviceIsOfTheKindThatBit33MakesIt() {
    for (World world : universe.worlds()) {
      Reading reading = first("virtio-modern", world);
      if (world.platform().equals("P8")) {
        boolean on = world.attribute("virtio33").equals("on");
        assertThat(reading.as()).as(world.id()).isEqualTo(on ? "K5" : "K4");
        assertThat(reading.space()).as(world.id()).isEqualTo(on ? "iova" : "cpa");
      } else {
        assertThat(reading("virtio-modern", world)).as(world.id()).isEqualTo(reading("K5", world));
      }
    }
  }

  private List<World> worlds(List<String> platforms) {
    return universe.worlds().stream()
        .filter(world -> platforms.contains(world.platform()))
        .collect(Collectors.toList());
  }

  private String reading(String consumer, World world) {
    Reading reading = first(consumer, world);
    if (reading.kind() != Kind.SPACE) {
      return reading.kind() == Kind.ABSENT ? "n/a" : "-";
    }
    if (reading.space().equals("cpa")) {
      assertThat(reading.mapper()).isEqualTo(MapperDemand.NONE);
      return "CPA";
    }
    assertThat(reading.space()).isEqualTo("iova");
    return reading.mapper() == MapperDemand.SYSTEM ? "sys" : "own";
  }

  private Reading first(String consumer, World world) {
    Machine machine = new Machine(universe, world);
    Map<String, Object> roots = new HashMap<>(Map.of("device", Machine.object("device")));
    return universe.consumer(consumer).orElseThrow().reads().stream()
        .filter(reading -> Machine.truth(machine.evaluate(reading.when(), roots)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(consumer + " reads nothing in " + world.id()));
  }
}
