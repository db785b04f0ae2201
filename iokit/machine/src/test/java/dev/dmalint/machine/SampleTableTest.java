package dev.dmalint.machine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOService;
import dev.dmalint.machine.DriverRun.Outcome;
import dev.dmalint.machine.DriverRun.Result;
import dev.dmalint.machine.DriverRun.Target;
import dev.dmalint.models.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Sample driver x world, as the machine has it; {@code -Dgolden=update} rewrites the table. */
class SampleTableTest {
  private static final Path TABLE =
      Path.of("src/test/resources/dev/dmalint/machine/sample-table.txt");

  record Sample(String name, int id, int classCode) {
    String packageName() {
      return name.substring(0, name.indexOf('.'));
    }
  }

  static final List<Sample> SAMPLES =
      List.of(
          new Sample("balloon.MemoryBalloon", 0x10021AF4, 0),
          new Sample("e1000.GigabitNic", 0x10D38086, 0),
          new Sample("hda.SoundCard", 0, 0x04030000),
          new Sample("nvme.NvmeController", 0, 0x01080200),
          new Sample("thunderbolt.CaptureCard", 0xC4A71B2E, 0),
          new Sample("virtioblock.VirtioDisk", 0x10421AF4, 0),
          new Sample("virtionet.VirtioNic", 0x10001AF4, 0),
          new Sample("wifi.WifiCard", 0xC82110EC, 0));

  static final List<String> WORLDS =
      List.of(
          "P1/ram-high",
          "P2/ram-high",
          "P3",
          "P4/ram-high",
          "P4b",
          "P5",
          "P6/ram-high",
          "P7",
          "P8/virtio33-on/ram-high",
          "P8/virtio33-off/ram-high");

  @Test
  void theTableIsTheOneThatWasReviewed() throws IOException {
    StringBuilder table = new StringBuilder();
    for (Sample sample : SAMPLES) {
      for (String variant : List.of("broken", "repaired")) {
        for (String id : WORLDS) {
          World world = Machine.world(id);
          table.append(
              "%s %s on %s: %s%n"
                  .formatted(
                      sample.packageName(), variant, world.id(), cell(sample, variant, world)));
        }
      }
    }
    String made = table.toString().replace("\r\n", "\n");
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(TABLE, made, UTF_8);
    }

    assertThat(made).isEqualTo(Files.readString(TABLE, UTF_8));
  }

  /** A virtio device exists in a virtual machine only. */
  private static String cell(Sample sample, String variant, World world) {
    boolean virtio = (sample.id() & 0xFFFF) == 0x1AF4;
    return virtio && world.attribute("vm").equals("no")
        ? "n/a"
        : run(sample, variant, world).result().name().toLowerCase(Locale.ROOT);
  }

  @Test
  void whatIsRepairedWorksOnEveryWorld() {
    for (Sample sample : SAMPLES) {
      for (String id : WORLDS) {
        Outcome outcome = run(sample, "repaired", Machine.world(id));
        assertThat(outcome.result())
            .as("%s on %s: %s", sample.name(), id, outcome.reason())
            .isEqualTo(Result.WORKS);
      }
    }
  }

  @Test
  void theThunderboltCardWorksWithoutAMapperAndFaultsBehindOne() {
    Sample card = SAMPLES.get(4);

    assertThat(run(card, "broken", Machine.world("P4")).result()).isEqualTo(Result.WORKS);
    assertThat(run(card, "broken", Machine.world("P1")).reason())
        .matches("fault: device 01:00\\.0 reason 0x06 R:0x[0-9a-f]+");
  }

  static Outcome run(Sample sample, String variant, World world) {
    String name = "dev.dmalint.samples." + sample.name().replace(".", "." + variant + ".");
    try {
      Class<? extends IOService> driver = Class.forName(name).asSubclass(IOService.class);
      Target target = new Target(sample.id(), sample.classCode());
      return DriverRun.run(driver, world, MachineOptions.usual(), target);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
