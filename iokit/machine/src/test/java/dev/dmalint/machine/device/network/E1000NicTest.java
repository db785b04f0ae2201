package dev.dmalint.machine.device.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.machine.device.Rig;
import dev.dmalint.machine.device.Rig.Buffer;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The 82574's rings: a driver's part, and what the controller does with it. */
class E1000NicTest {
  private static final int ENTRIES = 8;
  private static final int BUFFERS = 1024;
  private static final int REPORTED = 0x0B00_0000;

  /** A driver with both rings; each descriptor has a buffer of 2048 bytes. */
  private static final class Driver {
    private final Cable cable = new Cable();
    private final Rig rig;
    private final Buffer receive;
    private final Buffer transmit;
    private final ToLongFunction<Buffer> address;

    Driver(String world, ToLongFunction<Buffer> address) {
      this.address = address;
      rig = Rig.of(world, new E1000Nic(0, cable));
      rig.write(0, 1 << 26);
      assertThat(rig.read(0) & 1 << 26).isZero();
      receive = rig.buffer(BUFFERS + ENTRIES * 2048);
      transmit = rig.buffer(BUFFERS + ENTRIES * 2048);
      for (int i = 0; i < ENTRIES; i++) {
        rig.put64(receive, 16L * i, buffer(receive, i));
      }
      program(0x2800, receive);
      program(0x3800, transmit);
      rig.write(0x400, 2);
    }

    private void program(int block, Buffer ring) {
      rig.writeHalves(block, address.applyAsLong(ring));
      rig.write(block + 8, ENTRIES * 16);
      rig.write(block + 16, 0);
      rig.write(block + 24, 0);
    }

    long buffer(Buffer ring, int index) {
      return address.applyAsLong(ring) + BUFFERS + 2048L * index;
    }

    void receiveFrames(int control) {
      rig.write(0x2818, ENTRIES - 1);
      rig.write(0x100, control);
      rig.settle();
    }

    void queue(int index, long at, int length, int command) {
      rig.put64(transmit, 16L * index, at);
      rig.put32(transmit, 16L * index + 8, length | command);
      rig.put32(transmit, 16L * index + 12, 0);
    }

    void send(int tail) {
      rig.write(0x3818, tail);
      rig.settle();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"P4/ram-high", "P1/ram-high", "P2/ram-high", "P5"})
  void framesGoOutAndComeIn(String world) {
    Driver driver = new Driver(world, Buffer::bus);
    driver.rig.put32(driver.transmit, BUFFERS, 0x0403_0201);
    driver.queue(0, driver.buffer(driver.transmit, 0), 64, REPORTED);
    driver.send(1);
    driver.receiveFrames(2);

    assertThat(driver.cable.sent()).hasSize(1);
    assertThat(driver.cable.sent().get(0)).hasSize(64).startsWith(1, 2, 3, 4);
    assertThat(driver.rig.get8(driver.transmit, 12)).isEqualTo(1);
    assertThat(driver.rig.read(0x3810)).isEqualTo(1);
    assertThat(driver.rig.get32(driver.receive, 8)).isEqualTo(64);
    assertThat(driver.rig.get8(driver.receive, 12)).isEqualTo(3);
    assertThat(driver.rig.get32(driver.receive, BUFFERS)).isEqualTo(-1);
    assertThat(driver.rig.read(0x2810)).isEqualTo(1);
    assertThat(driver.rig.machine().faults()).isEmpty();
  }

  @Test
  void aFrameMayLieInSeveralBuffersEachWay() {
    Driver driver = new Driver("P1/ram-high", Buffer::bus);
    driver.queue(0, driver.buffer(driver.transmit, 0), 20, 0);
    driver.queue(1, driver.buffer(driver.transmit, 1), 44, REPORTED);
    driver.send(2);
    assertThat(driver.cable.sent().get(0)).hasSize(64);
    assertThat(driver.rig.get8(driver.transmit, 12)).isZero();

    driver.cable.arrive(new byte[600]);
    driver.receiveFrames(2 | 1 << 26 | 3 << 16);
    assertThat(driver.rig.get32(driver.receive, 0x10 + 8)).isEqualTo(256);
    assertThat(driver.rig.get8(driver.receive, 0x10 + 12)).isEqualTo(1);
    assertThat(driver.rig.get32(driver.receive, 0x30 + 8)).isEqualTo(88);
    assertThat(driver.rig.get8(driver.receive, 0x30 + 12)).isEqualTo(3);
  }

  @Test
  void extendedDescriptorsOfDataCarryLongerLengths() {
    Driver driver = new Driver("P1/ram-high", Buffer::bus);
    driver.queue(0, -1, 0x20, 0x2000_0000);
    driver.queue(1, driver.buffer(driver.transmit, 1), 100, REPORTED | 0x2010_0000);
    driver.send(2);

    assertThat(driver.cable.sent().get(0)).hasSize(100);
    assertThat(driver.rig.machine().faults()).isEmpty();
  }

  @Test
  void framesWaitUntilDescriptorsAreThere() {
    Driver driver = new Driver("P1/ram-high", Buffer::bus);
    driver.rig.write(0x100, 2);
    driver.rig.settle();
    assertThat(driver.rig.read(0xC0) & 1 << 6).isNotZero();
    driver.receiveFrames(2);

    assertThat(driver.rig.read(0x2810)).isEqualTo(1);
  }

  @Test
  void lowBitsOfAddressAndLengthAreZero() {
    Rig rig = Rig.of("P4", new E1000Nic(0, new Cable()));
    rig.writeHalves(0x2800, -1);
    rig.write(0x3808, -1);

    assertThat(rig.read(0x2800)).isEqualTo(-16);
    assertThat(rig.read(0x2804)).isEqualTo(-1);
    assertThat(rig.read(0x3808)).isEqualTo(0xF_FF80);
  }

  @Test
  void aTailOutsideOfTheRingSendsNothing() {
    Driver driver = new Driver("P1/ram-high", Buffer::bus);
    driver.send(ENTRIES);

    assertThat(driver.cable.sent()).isEmpty();
  }

  @Test
  void causesInterruptOnceUntilTheyAreRead() {
    Driver driver = new Driver("P1/ram-high", Buffer::bus);
    driver.rig.listen(0);
    driver.rig.write(0xD0, 1);
    driver.queue(0, driver.buffer(driver.transmit, 0), 64, REPORTED);
    driver.queue(1, driver.buffer(driver.transmit, 1), 64, REPORTED);
    driver.send(1);
    driver.send(2);
    assertThat(driver.rig.interrupts()).isEqualTo(1);
    assertThat(driver.rig.read(0xC0)).isEqualTo(3);
    assertThat(driver.rig.read(0xC0)).isZero();
    driver.queue(2, driver.buffer(driver.transmit, 2), 64, REPORTED);
    driver.send(3);

    assertThat(driver.rig.interrupts()).isEqualTo(2);
  }

  @Test
  void aPhysicalAddressFaultsUnderAMapperAndWorksWithoutOne() {
    Driver wrong = new Driver("P1/ram-high", Buffer::physical);
    wrong.queue(0, wrong.buffer(wrong.transmit, 0), 64, REPORTED);
    wrong.send(1);
    assertThat(wrong.rig.machine().faults().get(0).toString())
        .matches("fault: device 01:00\\.0 reason 0x06 R:0x[0-9a-f]+");

    Driver right = new Driver("P4/ram-high", Buffer::physical);
    right.queue(0, right.buffer(right.transmit, 0), 64, REPORTED);
    right.send(1);
    assertThat(right.cable.sent()).hasSize(1);
  }

  @Test
  void aPhysicalAddressOfABufferFaultsAlone() {
    Driver driver = new Driver("P1/ram-high", Buffer::bus);
    driver.rig.put64(driver.receive, 0, driver.receive.physical() + BUFFERS);
    driver.receiveFrames(2);

    assertThat(driver.rig.machine().faults()).hasSize(1);
    assertThat(driver.rig.machine().faults().get(0).reason()).isEqualTo(5);
    assertThat(driver.rig.get8(driver.receive, 12)).isEqualTo(3);
    assertThat(driver.rig.get32(driver.receive, BUFFERS)).isZero();
  }

  @Test
  void withoutBusLeadNothingIsSent() {
    Driver driver = new Driver("P4/ram-high", Buffer::bus);
    driver.rig.run(() -> driver.rig.nub().setBusLeadEnable(false));
    driver.queue(0, driver.buffer(driver.transmit, 0), 64, REPORTED);
    driver.send(1);

    assertThat(driver.rig.get8(driver.transmit, 12)).isZero();
    assertThat(driver.rig.machine().trace().text()).contains("[bus-lead-off]");
  }

  @Test
  void whatADriverPollsIsReady() {
    Rig rig = Rig.of("P4", new E1000Nic(0, new Cable()));
    rig.write(0x20, 1 << 21 | 1 << 16 | 2 << 26);
    rig.write(0x14, 1);

    assertThat(rig.read(0x08) & 2).isNotZero();
    assertThat(rig.read(0x20) & 1 << 28).isNotZero();
    assertThat(rig.read(0x14) & 2).isNotZero();
    assertThat(rig.read(0x5404)).isNegative();
  }
}
