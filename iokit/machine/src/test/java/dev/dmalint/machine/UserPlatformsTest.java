package dev.dmalint.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.VmParam;
import dev.dmalint.models.ModelReader;
import dev.dmalint.models.World;
import dev.dmalint.models.text.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A platform file of a user becomes machines, or a message with file, line and what to do. */
class UserPlatformsTest {
  private static final String GOOD =
      """
      platforms:
        - id: LAB
          name: a board in the lab
          attributes:
            addressBits: 37
            cpu: x86_64
            deviceMapper: none
            mapper: M1
            pageShift: 12
            ramBanks: 0x0-0x7fffffff, 0x100000000-0x27fffffff
            ram: high
            rmrr: 0x180000000-0x18000ffff
            systemMapper: present
          variants:
            - attribute: virtio33
              values:
                - {value: on, when: when bit 33 is on}
                - {value: off, when: when bit 33 is off}
      """;

  @TempDir private Path folder;

  private List<World> worlds(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("lab.yaml"), text);
    return ModelReader.read(ModelReader.builtIn(), List.of(file)).worlds().stream()
        .filter(world -> world.platform().equals("LAB"))
        .toList();
  }

  @Test
  void aPlatformOfAUserBootsInEachOfItsWorlds() throws IOException {
    List<World> worlds = worlds(GOOD);

    assertThat(worlds).extracting(World::id).containsExactly("LAB/virtio33-on", "LAB/virtio33-off");
    for (World world : worlds) {
      Machine machine = Machine.boot(world);
      assertThat(machine.memory().size()).isEqualTo(8L << 30);
      assertThat(machine.memory().isRam(0x7FFF_FFFFL)).isTrue();
      assertThat(machine.memory().isRam(0x8000_0000L)).isFalse();
      machine.run(
          () -> {
            IOBufferMemoryDescriptor memory = IOBufferMemoryDescriptor.withOptions(3, 1 << 20, 1);
            assertThat(Bench.cpa(memory)).isBetween(1L << 32, 0x2_7FFF_FFFFL);
            assertThat(IOMapper.gSystem.mapToPhysicalAddress(0x1_8000_0000L))
                .isEqualTo(0x1_8000_0000L);
            assertThat(VmParam.PAGE_SIZE).isEqualTo(4096);
          });
    }
  }

  @Test
  void aSmallMachineHandsOutWhatItHasAndThenNothing() throws IOException {
    Machine machine =
        Machine.boot(
            worlds(
                    GOOD.replaceAll("ramBanks: .*", "ramBanks: 0x0-0x3fffff")
                        .replaceAll("rmrr: .*", "rmrr: 0x200000-0x20ffff"))
                .get(0));

    machine.run(
        () -> {
          int pages = 0;
          IOBufferMemoryDescriptor memory = IOBufferMemoryDescriptor.withOptions(3, 4096, 4096);
          while (memory != null) {
            long address = Bench.cpa(memory);
            assertThat(address < 0x20_0000L || address > 0x20_FFFFL).isTrue();
            assertThat(address).isGreaterThan(0xF_FFFFL);
            pages++;
            memory = IOBufferMemoryDescriptor.withOptions(3, 4096, 4096);
          }
          assertThat(pages).isEqualTo((3 << 20) / 4096 - 16);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mapper: M1                 | mapper: M9                          | lab.yaml:8:15: world LAB/virtio33-on: attribute mapper is "M9", not one of
          pageShift: 12              | pageShift: 13                       | lab.yaml:9:18: world LAB/virtio33-on: attribute pageShift is "13", not one of [12, 14]
          systemMapper: present      | systemMapper: absent                | lab.yaml:13:21: world LAB/virtio33-on: attribute systemMapper contradicts mapper M1; write "present"
          deviceMapper: none         | deviceMapper: own                   | attribute deviceMapper contradicts mapper M1
          cpu: x86_64                | cpu: sparc                          | attribute cpu is "sparc", not one of [x86_64, arm64]
          ramBanks: 0x0-0x7fffffff   | ramBanks: 0x0-0x17fffffff           | lab.yaml:10:17: world LAB/virtio33-on: attribute ramBanks has 0x0-0x17fffffff, which overlaps 0xc0000000-0xffffffff, the registers of devices; move one of them
          0x100000000-0x27fffffff    | 0x40000000-0x7fffffff               | has 0x40000000-0x7fffffff, which overlaps 0x0-0x7fffffff; move one of them
          0x100000000-0x27fffffff    | 0x100000000-0x3fffffffff            | which addressBits 37 do not reach; raise addressBits or lower the bank
          0x100000000-0x27fffffff    | 0x100000000-0x100000ffe             | which is not made of whole pages of 4096 bytes
          0x100000000-0x27fffffff    | 0x27fffffff-0x100000000             | which ends before it starts
          0x100000000-0x27fffffff    | lots                                | has "lots"; write the first and the last byte, as 0x0-0xbfffffff
          0x180000000-0x18000ffff    | 0xfee00000-0xfee0ffff               | attribute rmrr has 0xfee00000-0xfee0ffff, which overlaps the interrupt range; move one of them
          0x0-0x7fffffff, 0x100000000-0x27fffffff | 0x0-0xfffff            | attribute ramBanks leaves no page above 1 MiB
          0x0-0x7fffffff, 0x100000000-0x27fffffff | ","                   | attribute ramBanks names no RAM; write the first
          addressBits: 37            | addressBits: many                   | attribute addressBits is "many"; write a number from 1 to 64
          """)
  void anImpossibleMachineIsRefusedWithFileLineAndWhatToDo(
      String right, String wrong, String message) throws IOException {
    World world = worlds(GOOD.replace(right, wrong)).get(0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Machine.boot(world))
        .withMessageContaining(message);
  }

  @Test
  void aMalformedFileIsRefusedWithFileAndLine() {
    assertThatThrownBy(() -> worlds(GOOD.replace("    name:", "    nmae:")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("lab.yaml:3:")
        .hasMessageContaining("name");
    assertThatThrownBy(() -> worlds(GOOD.replace("attributes:", "attributes: [")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("lab.yaml:");
  }

  @Test
  void anUnknownPlatformIsNamedWithThoseThatExist() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Machine.world("P77"))
        .withMessageContaining("unknown platform or world \"P77\"")
        .withMessageContaining("P4b");
  }

  @Test
  void aStepThatCannotFailIsRefused() {
    World world = Machine.world("P1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Machine.boot(world, MachineOptions.usual().withFailures("wires:1")))
        .withMessageContaining("wires:1")
        .withMessageContaining("wire:3");
  }
}
