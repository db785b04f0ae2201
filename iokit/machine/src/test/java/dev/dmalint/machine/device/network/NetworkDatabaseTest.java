package dev.dmalint.machine.device.network;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.machine.device.Database;
import dev.dmalint.machine.device.Rig;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Network controllers have their registers where the device database says. */
class NetworkDatabaseTest {
  @Test
  void e1000ControllersAgree() {
    Map<String, Set<Long>> offsets =
        Arrays.stream(E1000Register.values())
            .collect(
                groupingBy(
                    E1000Register::title,
                    mapping(register -> (long) register.offset(), toCollection(TreeSet::new))));
    Database.of("e1000").hasTheOffsetsOf(offsets);

    Rig rig = Rig.of("P4", new E1000Nic(0, new Cable()));
    Database.of("e1000")
        .hasTheAlignmentsOf(rig, register -> assertThat(register.field().width()).isEqualTo(64));
  }

  @Test
  void rtl8139ControllersAgree() {
    Map<String, Integer> known =
        Map.of(
            "TSD", Rtl8139Nic.TSD,
            "TSAD", Rtl8139Nic.TSAD,
            "RBSTART", Rtl8139Nic.RBSTART,
            "CR", Rtl8139Nic.CR,
            "CAPR", Rtl8139Nic.CAPR,
            "IMR", Rtl8139Nic.IMR,
            "ISR", Rtl8139Nic.ISR,
            "TCR", Rtl8139Nic.TCR,
            "RCR", Rtl8139Nic.RCR);
    Map<String, Set<Long>> offsets = new TreeMap<>();
    known.forEach((name, at) -> offsets.put(name, new TreeSet<>(Set.of((long) at))));
    Database.of("rtl8139").hasTheOffsetsOf(offsets);

    Rig rig = Rig.of("P4", new Rtl8139Nic(0, new Cable()));
    Database.of("rtl8139")
        .hasTheAlignmentsOf(rig, register -> assertThat(register.field().width()).isEqualTo(32));
  }
}
