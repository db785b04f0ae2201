package dev.dmalint.machine.device.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.machine.device.Rig;
import dev.dmalint.machine.device.Rig.Buffer;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** High Definition Audio 1.0a: a driver's part of the protocol, and what the controller does. */
class HdaControllerTest {
  private static final int OUTPUT = 4;
  private static final int BLOCK = 0x80 + 0x20 * OUTPUT;

  /** A driver with one output stream of two buffers of 4096 bytes. */
  private static final class Driver {
    private final HdaController controller;
    private final Rig rig;
    private final Buffer samples;
    private final Buffer list;

    Driver(String world, HdaController controller, int bits, ToLongFunction<Buffer> address) {
      this.controller = controller;
      rig = Rig.of(world, controller);
      rig.write(0x08, 1);
      assertThat(rig.read(0x08) & 1).isEqualTo(1);
      samples = rig.buffer(8192, bits, IOMemoryDescriptor.kIODirectionInOut);
      list = rig.buffer(4096, bits, IOMemoryDescriptor.kIODirectionInOut);
      for (int i = 0; i < 2; i++) {
        rig.put64(list, 16L * i, address.applyAsLong(samples) + 4096L * i);
        rig.put32(list, 16L * i + 8, 4096);
        rig.put32(list, 16L * i + 12, i);
      }
      rig.write(BLOCK + 0x08, 8192);
      rig.write16(BLOCK + 0x0C, 1);
      rig.writeHalves(BLOCK + 0x18, address.applyAsLong(list));
    }

    static Driver on(String world) {
      return new Driver(world, HdaController.of64Bits(0), 64, Buffer::bus);
    }

    /** Two pieces are played. */
    void play() {
      rig.write8(BLOCK, 2 | 4);
      rig.settle();
      rig.settle();
      rig.write8(BLOCK, 4);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"P4/ram-high", "P1/ram-high", "P2/ram-high", "P5"})
  void aStreamPlaysItsBuffers(String world) {
    Driver driver = Driver.on(world);
    driver.rig.put32(driver.samples, 0, 0x0101_0101);
    driver.rig.put32(driver.samples, 8188, 0x0202_0202);
    driver.play();

    assertThat(driver.controller.played(OUTPUT)).isEqualTo(4 + 8);
    assertThat(driver.rig.read(BLOCK + 4)).isZero();
    assertThat(driver.rig.read(BLOCK) >>> 24 & 4).isNotZero();
    assertThat(driver.rig.machine().faults()).isEmpty();
  }

  @Test
  void anInputStreamWritesItsBuffers() {
    Driver driver = Driver.on("P1/ram-high");
    driver.rig.put32(driver.samples, 0, 7);
    driver.rig.write(0x88, 8192);
    driver.rig.write16(0x8C, 1);
    driver.rig.writeHalves(0x98, driver.list.bus());
    driver.rig.write8(0x80, 2);
    driver.rig.settle();

    assertThat(driver.rig.get32(driver.samples, 0)).isZero();
    assertThat(driver.rig.machine().faults()).isEmpty();
  }

  @Test
  void verbsAreAnsweredInTheResponseRing() {
    Rig rig = Rig.of("P1/ram-high", HdaController.of64Bits(0));
    rig.write(0x08, 1);
    assertThat(rig.read(0x0C) >>> 16).isEqualTo(1);
    Buffer commands = rig.buffer(4096);
    Buffer answers = rig.buffer(4096);
    rig.writeHalves(0x40, commands.bus());
    rig.writeHalves(0x50, answers.bus());
    rig.write16(0x4A, 0x8000);
    assertThat(rig.read(0x48) >>> 31).isEqualTo(1);
    rig.write16(0x4A, 0);
    rig.write16(0x58, 0x8000);
    rig.write16(0x5A, 1);
    rig.write8(0x5C, 3);
    rig.write8(0x4C, 2);
    rig.put32(commands, 4, 0x000F_0000);
    rig.put32(commands, 8, 0x000F_0004);
    rig.write16(0x48, 2);
    rig.settle();

    assertThat(rig.get32(answers, 8)).isEqualTo(0x1AF4_0011);
    assertThat(rig.get32(answers, 16)).isEqualTo(0x0001_0001);
    assertThat(rig.read(0x58) & 0xFF).isEqualTo(2);
    assertThat(rig.read(0x5C) >>> 8 & 1).isEqualTo(1);
    rig.write8(0x5D, 1);
    assertThat(rig.read(0x5C) >>> 8 & 1).isZero();
    assertThat(rig.machine().faults()).isEmpty();
  }

  @Test
  void positionsGoToMemoryWhereThatIsOn() {
    Driver driver = Driver.on("P1/ram-high");
    Buffer positions = driver.rig.buffer(4096);
    driver.rig.writeHalves(0x70, positions.bus() | 1);
    driver.rig.write8(BLOCK, 2);
    driver.rig.settle();

    assertThat(driver.rig.get32(positions, 8L * OUTPUT)).isEqualTo(4096);
  }

  @Test
  void lowBitsOfAddressesAreZeroAndUpperHalvesDependOnTheWidth() {
    Rig wide = Rig.of("P4", HdaController.of64Bits(0));
    Rig narrow = Rig.of("P4", HdaController.of32Bits(0));
    for (Rig rig : new Rig[] {wide, narrow}) {
      rig.write(0x08, 1);
      rig.writeHalves(BLOCK + 0x18, -1);
      rig.writeHalves(0x40, -1);
      assertThat(rig.read(BLOCK + 0x18)).isEqualTo(-128);
      assertThat(rig.read(0x40)).isEqualTo(-128);
    }

    assertThat(wide.read(0) & 1).isEqualTo(1);
    assertThat(wide.read(BLOCK + 0x1C)).isEqualTo(-1);
    assertThat(narrow.read(0) & 1).isZero();
    assertThat(narrow.read(BLOCK + 0x1C)).isZero();
    assertThat(narrow.read(0x44)).isZero();
  }

  @Test
  void aControllerOf32BitsNeedsAddressesOf32Bits() {
    Driver right = new Driver("P1/ram-high", HdaController.of32Bits(0), 32, Buffer::bus);
    right.rig.put32(right.samples, 0, 1);
    right.play();
    assertThat(right.controller.played(OUTPUT)).isEqualTo(1);

    Driver wrong = new Driver("P4/ram-high", HdaController.of32Bits(0), 64, Buffer::physical);
    wrong.play();
    assertThat(wrong.rig.machine().trace().text())
        .containsAnyOf("unanswered-access", "stray-access");
  }

  @Test
  void aPhysicalAddressFaultsUnderAMapper() {
    Driver driver = new Driver("P1/ram-high", HdaController.of64Bits(0), 64, Buffer::physical);
    driver.play();

    assertThat(driver.rig.machine().faults().get(0).toString())
        .matches("fault: device 01:00\\.0 reason 0x06 R:0x[0-9a-f]+");
  }

  @Test
  void inResetNothingIsTakenAndAfterwardsAllIsForgotten() {
    Rig rig = Rig.of("P4", HdaController.of64Bits(0));
    rig.write(0x40, 0x1000);
    assertThat(rig.read(0x40)).isZero();
    rig.write(0x08, 1);
    rig.write(0x40, 0x1000);
    assertThat(rig.read(0x40)).isEqualTo(0x1000);
    rig.write(0x08, 0);
    assertThat(rig.read(0x08)).isZero();
    assertThat(rig.read(0x40)).isZero();
  }

  @Test
  void aStreamInterruptsWhereBothLetIt() {
    Driver driver = Driver.on("P1/ram-high");
    driver.rig.listen(0);
    driver.play();
    assertThat(driver.rig.interrupts()).isZero();
    driver.rig.write8(BLOCK + 3, 4);
    driver.rig.write(0x20, 0x8000_0000 | 1 << OUTPUT);
    driver.play();

    assertThat(driver.rig.interrupts()).isEqualTo(1);
    assertThat(driver.rig.read(0x24)).isEqualTo(0x8000_0000 | 1 << OUTPUT);
  }

  @Test
  void withoutBusLeadNothingIsPlayed() {
    Driver driver = Driver.on("P4/ram-high");
    driver.rig.run(() -> driver.rig.nub().setBusLeadEnable(false));
    driver.play();

    assertThat(driver.controller.played(OUTPUT)).isZero();
    assertThat(driver.rig.machine().trace().text()).contains("[bus-lead-off]");
  }
}
