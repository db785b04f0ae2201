package dev.dmalint.machine.device.storage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.machine.device.Database;
import dev.dmalint.machine.device.Rig;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Storage controllers have their registers where the device database says. */
class StorageDatabaseTest {
  @Test
  void nvmeControllersAgree() {
    Map<String, Set<Long>> offsets = new TreeMap<>();
    for (NvmeRegister register : NvmeRegister.values()) {
      offsets.put(register.name(), new TreeSet<>(Set.of((long) register.offset())));
    }
    for (NvmeRegister queue : List.of(NvmeRegister.ASQ, NvmeRegister.ACQ)) {
      offsets.put(queue.name(), new TreeSet<>(Set.of((long) queue.offset(), queue.offset() + 4L)));
    }
    offsets.put("doorbell", new TreeSet<>(Set.of((long) NvmeRegister.DOORBELLS)));
    Database.of("nvme").hasTheOffsetsOf(offsets);

    Rig rig = Rig.of("P4", new NvmeController(0, new Medium()));
    Database.of("nvme")
        .hasTheAlignmentsOf(rig, register -> assertThat(register.field().width()).isEqualTo(64));
  }

  @Test
  void ahciAdaptersAgree() {
    Map<String, Set<Long>> offsets =
        Arrays.stream(AhciRegister.values())
            .collect(
                groupingBy(
                    AhciRegister::title,
                    mapping(register -> (long) register.offset(), toCollection(TreeSet::new))));
    Database.of("ahci").hasTheOffsetsOf(offsets);

    Rig rig = Rig.of("P4", AhciAdapter.of64Bits(0, new Medium()));
    Database.of("ahci")
        .hasTheAlignmentsOf(rig, register -> assertThat(register.stride()).isEqualTo(0x80));
  }
}
