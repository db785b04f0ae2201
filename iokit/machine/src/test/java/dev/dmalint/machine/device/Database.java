package dev.dmalint.machine.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.models.Device.Part;
import dev.dmalint.models.Device.Register;
import dev.dmalint.models.Device.Role;
import dev.dmalint.models.ModelReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The device database of the analyzer: it states the same facts as the devices here. */
public final class Database {
  private final List<Register> registers;

  private Database(List<Register> registers) {
    this.registers = registers;
  }

  public static Database of(String id) {
    return new Database(
        ModelReader.builtIn().devices().stream()
            .filter(device -> device.id().equals(id))
            .findFirst()
            .orElseThrow()
            .registers());
  }

  /** Offsets by name, lowest instance only. */
  public void hasTheOffsetsOf(Map<String, Set<Long>> offsets) {
    Map<String, Set<Long>> stated = new TreeMap<>();
    registers.forEach(
        register ->
            stated
                .computeIfAbsent(register.field().name(), name -> new TreeSet<>())
                .add(register.offset()));
    assertThat(offsets).containsAllEntriesOf(stated);
  }

  /** Ones written to each address register stay, but for the bits of its alignment. */
  public void hasTheAlignmentsOf(Rig rig, Consumer<Register> also) {
    List<Register> addresses =
        registers.stream().filter(register -> register.role() == Role.ADDRESS).toList();
    assertThat(addresses).isNotEmpty();
    for (Register register : addresses) {
      rig.write(register.offset(), -1);
      int read = rig.read(register.offset());
      int low = (int) register.field().alignment() - 1;
      boolean high = register.part() == Part.HIGH;
      assertThat(read | low).as(register.field().name()).isEqualTo(-1);
      assertThat(high ? 0 : read & low & ~1).as(register.field().name()).isZero();
      also.accept(register);
    }
  }
}
