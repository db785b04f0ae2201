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
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Sample driver x world, as the machine has it; {@code -Dgolden=update} rewrites the table. */
class SampleTableTest {
  /** More than any of them needs; one that waits for ever is stopped after them. */
  private static final long STEPS = 200_000;

  private static final Path TABLE =
      Path.of("src/test/resources/dev/dmalint/machine/sample-table.txt");

  record Sample(String name, int id, int classCode, Predicate<World> exists) {
    Sample(String name, int id, int classCode) {
      this(name, id, classCode, world -> (id & 0xFFFF) != 0x1AF4 || isGuest(world));
    }

    String packageName() {
      return name.substring(0, name.indexOf('.'));
    }
  }

  static final List<Sample> SAMPLES =
      List.of(
          new Sample("ahci.AhciController", 0, 0x01060100),
          new Sample("balloon.MemoryBalloon", 0x10021AF4, 0),
          new Sample("e1000.GigabitNic", 0x10D38086, 0),
          new Sample("framebuffer.ApertureFramebuffer", 0x11111234, 0),
          new Sample(
              "fwcfg.FirmwareConfig", 0, 0, world -> world.attribute("hypervisor").equals("qemu")),
          new Sample("hypercall.MessageBus", 0, 0, SampleTableTest::isGuest),
          new Sample(
              "igpu.Graphics", 0x59168086, 0, world -> world.attribute("cpu").equals("x86_64")),
          new Sample("hda.SoundCard", 0, 0x04030000),
          new Sample("nvme.NvmeController", 0, 0x01080200),
          new Sample("realtek.FastNic", 0x813910EC, 0),
          new Sample("thunderbolt.CaptureCard", 0xC4A71B2E, 0),
          new Sample("virtioblock.VirtioDisk", 0x10421AF4, 0),
          new Sample("virtionet.VirtioNic", 0x10001AF4, 0),
          new Sample("wifi.WifiCard", 0xC82110EC, 0),
          new Sample("xhci.UsbController", 0, 0x0C033000));

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

  /** Virtio devices and what a hypervisor takes exist in a virtual machine only. */
  private static boolean isGuest(World world) {
    return world.attribute("vm").equals("yes");
  }

  private static String cell(Sample sample, String variant, World world) {
    return sample.exists().test(world)
        ? run(sample, variant, world).result().name().toLowerCase(Locale.ROOT)
        : "n/a";
  }

  @Test
  void whatIsRepairedWorksOnEveryWorld() {
    for (Sample sample : SAMPLES) {
      for (String id : WORLDS) {
        if (!sample.exists().test(Machine.world(id))) {
          continue;
        }
        Outcome outcome = run(sample, "repaired", Machine.world(id));
        assertThat(outcome.result())
            .as("%s on %s: %s", sample.name(), id, outcome.reason())
            .isEqualTo(Result.WORKS);
      }
    }
  }

  @Test
  void theThunderboltCardWorksWithoutAMapperAndFaultsBehindOne() {
    Sample card = new Sample("thunderbolt.CaptureCard", 0xC4A71B2E, 0);

    assertThat(run(card, "broken", Machine.world("P4")).result()).isEqualTo(Result.WORKS);
    assertThat(run(card, "broken", Machine.world("P1")).reason())
        .matches("fault: device 01:00\\.0 reason 0x06 R:0x[0-9a-f]+");
  }

  static Outcome run(Sample sample, String variant, World world) {
    String name = "dev.dmalint.samples." + sample.name().replace(".", "." + variant + ".");
    try {
      Class<? extends IOService> driver = Class.forName(name).asSubclass(IOService.class);
      Target target = new Target(sample.id(), sample.classCode());
      return DriverRun.run(driver, world, MachineOptions.usual().withStepBudget(STEPS), target);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
