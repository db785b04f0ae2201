package dev.dmalint.machine.device.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.machine.device.Rig;
import dev.dmalint.machine.device.Rig.Buffer;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Serial ATA AHCI 1.3.1: a driver's part of the protocol, and what the adapter does with it. */
class AhciAdapterTest {
  private static final int READ = 0x25;
  private static final int WRITE = 0x35;
  private static final int IDENTIFY = 0xEC;
  private static final int TABLE = 2048;
  private static final int RECEIVED = 1024;

  /** A driver that uses slot 0: command list, received FISes and table in one buffer. */
  private static final class Driver {
    private final Rig rig;
    private final Buffer memory;

    Driver(String world, AhciAdapter adapter, int bits, ToLongFunction<Buffer> address) {
      rig = Rig.of(world, adapter);
      memory = rig.buffer(4096, bits, IOMemoryDescriptor.kIODirectionInOut);
      long start = address.applyAsLong(memory);
      rig.writeHalves(0x100, start);
      rig.writeHalves(0x108, start + RECEIVED);
      rig.put64(memory, 8, start + TABLE);
      rig.write(0x114, -1);
      rig.write(0x04, 2);
      rig.write(0x118, 0x11);
      rig.settle();
      rig.write(0x110, -1);
      rig.write(0x08, -1);
    }

    static Driver on(String world) {
      return new Driver(world, AhciAdapter.of64Bits(0, new Medium()), 64, Buffer::bus);
    }

    void region(int index, long address, int bytes) {
      rig.put64(memory, TABLE + 0x80 + 16L * index, address);
      rig.put32(memory, TABLE + 0x80 + 16L * index + 12, bytes - 1);
    }

    void issue(int regions, int code, int block, int count) {
      rig.put32(memory, 0, regions << 16 | (code == WRITE ? 0x40 : 0) | 5);
      rig.put32(memory, 4, 0);
      rig.put32(memory, TABLE, code << 16 | 0x8027);
      rig.put32(memory, TABLE + 4, 0x4000_0000 | block);
      rig.put32(memory, TABLE + 8, 0);
      rig.put32(memory, TABLE + 12, count);
      rig.write(0x138, 1);
      rig.settle();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"P4/ram-high", "P1/ram-high", "P2/ram-high", "P5"})
  void whatIsWrittenIsReadBack(String world) {
    Driver driver = Driver.on(world);
    Buffer data = driver.rig.buffer(4096);
    driver.rig.put64(data, 0, 0x1122_3344_5566_7788L);
    driver.rig.put64(data, 1016, 42);
    driver.region(0, data.bus(), 512);
    driver.region(1, data.bus() + 512, 512);
    driver.issue(2, WRITE, 7, 2);
    assertThat(driver.rig.read(0x138)).isZero();

    Buffer back = driver.rig.buffer(4096);
    driver.region(0, back.bus(), 1024);
    driver.issue(1, READ, 7, 2);

    assertThat(driver.rig.get64(back, 0)).isEqualTo(0x1122_3344_5566_7788L);
    assertThat(driver.rig.get64(back, 1016)).isEqualTo(42);
    assertThat(driver.rig.get32(driver.memory, 4)).isEqualTo(1024);
    assertThat(driver.rig.get8(driver.memory, RECEIVED + 0x40)).isEqualTo(0x34);
    assertThat(driver.rig.machine().faults()).isEmpty();
  }

  @Test
  void identifySaysHowLargeTheDiskIs() {
    Driver driver = Driver.on("P1/ram-high");
    Buffer data = driver.rig.buffer(512);
    driver.region(0, data.bus(), 512);
    driver.issue(1, IDENTIFY, 0, 0);

    assertThat(driver.rig.get64(data, 200)).isEqualTo(65536);
    assertThat(driver.rig.get8(driver.memory, RECEIVED + 0x20)).isEqualTo(0x5F);
    assertThat(driver.rig.read(0x110)).isEqualTo(2);
  }

  @Test
  void statusBitsFollowWhatADriverWaitsFor() {
    Rig rig = Rig.of("P1/ram-high", AhciAdapter.of64Bits(0, new Medium()));
    rig.write(0x04, 1);
    assertThat(rig.read(0x04) & 1).isZero();
    assertThat(rig.read(0x0C)).isEqualTo(1);
    assertThat(rig.read(0x128) & 0xF).isEqualTo(3);
    assertThat(rig.read(0x124)).isEqualTo(0x101);
    rig.write(0x118, 0x10);
    assertThat(rig.read(0x118) & 0xC000).isEqualTo(0x4000);
    rig.write(0x118, 0x11);
    assertThat(rig.read(0x118) & 0xC000).isEqualTo(0xC000);
    rig.write(0x118, 0);
    assertThat(rig.read(0x118) & 0xC000).isZero();
  }

  @Test
  void theFirstFisGoesToTheReceivedArea() {
    Rig rig = Rig.of("P1/ram-high", AhciAdapter.of64Bits(0, new Medium()));
    Buffer area = rig.buffer(4096);
    rig.writeHalves(0x108, area.bus());
    rig.write(0x118, 0x10);
    rig.settle();

    assertThat(rig.get32(area, 0x40)).isEqualTo(0x0050_4034);
    assertThat(rig.read(0x110)).isEqualTo(1);
  }

  @Test
  void lowBitsOfAddressesAreZero() {
    Rig rig = Rig.of("P1/ram-high", AhciAdapter.of64Bits(0, new Medium()));
    rig.writeHalves(0x100, -1);
    rig.writeHalves(0x108, -1);

    assertThat(rig.read(0x00)).isNegative();
    assertThat(rig.read(0x100)).isEqualTo(0xFFFF_FC00);
    assertThat(rig.read(0x104)).isEqualTo(-1);
    assertThat(rig.read(0x108)).isEqualTo(0xFFFF_FF00);
  }

  @Test
  void anAdapterOf32BitsHasNoUpperHalves() {
    Rig rig = Rig.of("P1/ram-high", AhciAdapter.of32Bits(0, new Medium()));
    rig.writeHalves(0x100, -1);
    rig.writeHalves(0x108, -1);

    assertThat(rig.read(0x00)).isPositive();
    assertThat(rig.read(0x104)).isZero();
    assertThat(rig.read(0x10C)).isZero();
  }

  @Test
  void anAdapterOf32BitsNeedsAddressesOf32Bits() {
    Driver right =
        new Driver("P1/ram-high", AhciAdapter.of32Bits(0, new Medium()), 32, Buffer::bus);
    Buffer data = right.rig.buffer(512, 32, IOMemoryDescriptor.kIODirectionInOut);
    right.region(0, data.bus(), 512);
    right.issue(1, READ, 3, 1);
    assertThat(right.rig.get64(data, 0)).isEqualTo(3);

    Driver wrong =
        new Driver("P4/ram-high", AhciAdapter.of32Bits(0, new Medium()), 64, Buffer::physical);
    assertThat(wrong.memory.physical()).isGreaterThan(0xFFFF_FFFFL);
    wrong.issue(0, IDENTIFY, 0, 0);
    assertThat(wrong.rig.get32(wrong.memory, RECEIVED + 0x40)).isZero();
    assertThat(wrong.rig.machine().trace().text()).contains("[stray-access]");
  }

  @Test
  void aPhysicalAddressFaultsUnderAMapper() {
    Driver driver =
        new Driver("P1/ram-high", AhciAdapter.of64Bits(0, new Medium()), 64, Buffer::physical);

    assertThat(driver.rig.machine().faults().get(0).toString())
        .matches("fault: device 01:00\\.0 reason 0x05 W:0x[0-9a-f]+");
    driver.issue(0, READ, 0, 1);
    assertThat(driver.rig.machine().faults())
        .anySatisfy(fault -> assertThat(fault.reason()).isEqualTo(6));
    assertThat(driver.rig.read(0x110) & 1 << 30).isNotZero();
  }

  @Test
  void anAddressOfTheDataAloneMayBeWrong() {
    Driver driver = Driver.on("P1/ram-high");
    Buffer data = driver.rig.buffer(512);
    driver.region(0, data.physical(), 512);
    driver.issue(1, READ, 3, 1);

    assertThat(driver.rig.machine().faults()).hasSize(1);
    assertThat(driver.rig.get64(data, 0)).isZero();
    assertThat(driver.rig.read(0x138)).isZero();
  }

  @Test
  void anUnknownCommandStopsThePortUntilItIsStartedAgain() {
    Driver driver = Driver.on("P1/ram-high");
    driver.issue(0, 0x99, 0, 0);
    assertThat(driver.rig.read(0x110) & 1 << 30).isNotZero();
    assertThat(driver.rig.read(0x120)).isEqualTo(0x0451);
    assertThat(driver.rig.read(0x138)).isEqualTo(1);

    driver.rig.write(0x118, 0x10);
    driver.rig.write(0x118, 0x11);
    assertThat(driver.rig.read(0x138)).isZero();
    driver.issue(0, 0xEA, 0, 0);
    assertThat(driver.rig.read(0x138)).isZero();
  }

  @Test
  void tooShortAListIsAnOverflow() {
    Driver driver = Driver.on("P1/ram-high");
    Buffer data = driver.rig.buffer(512);
    driver.region(0, data.bus(), 512);
    driver.issue(1, READ, 3, 2);

    assertThat(driver.rig.read(0x110) & 1 << 24).isNotZero();
    assertThat(driver.rig.get32(driver.memory, 4)).isEqualTo(512);
  }

  @Test
  void anInterruptComesOncePerCauseThatWasTaken() {
    Driver driver = Driver.on("P1/ram-high");
    driver.rig.settle();
    driver.rig.listen(0);
    driver.rig.settle();
    int before = driver.rig.interrupts();
    driver.issue(0, 0xEA, 0, 0);
    driver.issue(0, 0xEA, 0, 0);
    assertThat(driver.rig.interrupts()).isEqualTo(before + 1);
    driver.rig.write(0x110, -1);
    driver.rig.write(0x08, -1);
    driver.issue(0, 0xEA, 0, 0);

    assertThat(driver.rig.interrupts()).isEqualTo(before + 2);
  }

  @Test
  void withoutBusLeadNothingArrives() {
    Driver driver = Driver.on("P4/ram-high");
    driver.rig.run(() -> driver.rig.nub().setBusLeadEnable(false));
    driver.issue(0, 0xEA, 0, 0);

    assertThat(driver.rig.machine().trace().text()).contains("[bus-lead-off]");
    assertThat(driver.rig.read(0x110) & 1 << 30).isNotZero();
  }
}
