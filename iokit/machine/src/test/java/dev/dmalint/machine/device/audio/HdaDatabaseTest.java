package dev.dmalint.machine.device.audio;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.machine.device.Database;
import dev.dmalint.machine.device.Rig;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** HD Audio controllers have their registers where the device database says. */
class HdaDatabaseTest {
  @Test
  void theyAgree() {
    Map<String, Set<Long>> offsets =
        Arrays.stream(HdaRegister.values())
            .collect(
                groupingBy(
                    HdaRegister::title,
                    mapping(register -> (long) register.offset(), toCollection(TreeSet::new))));
    Database.of("hda").hasTheOffsetsOf(offsets);

    Rig rig = Rig.of("P4", HdaController.of64Bits(0));
    rig.write(0x08, 1);
    Database.of("hda")
        .hasTheAlignmentsOf(rig, register -> assertThat(register.field().width()).isEqualTo(64));
  }
}
