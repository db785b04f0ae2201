package dev.dmalint.machine.device.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.machine.device.Rig;
import dev.dmalint.machine.device.Rig.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The RTL8139's slots and receive buffer. Its registers are those of the first memory window. */
class Rtl8139NicTest {
  private final Cable cable = new Cable();

  private Rig rig(String world) {
    Rig rig = Rig.of(world, new Rtl8139Nic(0, cable));
    rig.write8(Rtl8139Nic.CR, 0x10);
    assertThat(rig.read(Rtl8139Nic.CR - 3) >>> 24 & 0x10).isZero();
    return rig;
  }

  private static Buffer low(Rig rig, int bytes) {
    return rig.buffer(bytes, 32, IOMemoryDescriptor.kIODirectionInOut);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P1/ram-high", "P4/ram-low", "P5"})
  void framesGoOutAndComeIn(String world) {
    Rig rig = rig(world);
    Buffer in = low(rig, 8192 + 16);
    Buffer out = low(rig, 2048);
    rig.put32(out, 0, 0x0403_0201);
    rig.write(Rtl8139Nic.RBSTART, (int) in.bus());
    rig.write(Rtl8139Nic.RCR, 0x0F);
    rig.write8(Rtl8139Nic.CR, 0x0C);
    rig.write(Rtl8139Nic.TSAD + 4, (int) out.bus());
    rig.write(Rtl8139Nic.TSD + 4, 64);
    rig.settle();

    assertThat(cable.sent().get(0)).hasSize(64).startsWith(1, 2, 3, 4);
    assertThat(rig.read(Rtl8139Nic.TSD + 4)).isEqualTo(64 | 0xA000);
    assertThat(rig.get32(in, 0)).isEqualTo(64 << 16 | 0x2001);
    assertThat(rig.get32(in, 4)).isEqualTo(-1);
    assertThat(rig.read(Rtl8139Nic.CAPR) >>> 16).isEqualTo(68);
    assertThat(rig.machine().faults()).isEmpty();
  }

  @Test
  void aFrameGoesRoundTheEndOfTheBuffer() {
    Rig rig = rig("P1/ram-high");
    Buffer in = low(rig, 8192 + 16);
    rig.write(Rtl8139Nic.RBSTART, (int) in.bus());
    rig.write(Rtl8139Nic.RCR, 0x0F);
    rig.write8(Rtl8139Nic.CR, 0x08);
    for (int i = 0; i < 8; i++) {
      cable.arrive(new byte[1200]);
      rig.settle();
      rig.write16(Rtl8139Nic.CAPR, (rig.read(Rtl8139Nic.CAPR) >>> 16) - 16);
    }

    assertThat(rig.read(Rtl8139Nic.CAPR) >>> 16).isBetween(1, 8191);
    assertThat(rig.machine().faults()).isEmpty();
  }

  @Test
  void withoutRoomAFrameWaitsAndTheBufferOverflows() {
    Rig rig = rig("P4/ram-low");
    Buffer in = low(rig, 8192 + 16);
    rig.write(Rtl8139Nic.RBSTART, (int) in.bus());
    rig.write(Rtl8139Nic.RCR, 0x0F);
    rig.write8(Rtl8139Nic.CR, 0x08);
    for (int i = 0; i < 8; i++) {
      cable.arrive(new byte[1200]);
      rig.settle();
    }
    rig.settle();

    assertThat(rig.read(Rtl8139Nic.IMR) >>> 16 & 0x10).isNotZero();
  }

  @Test
  void transmitAddressesAreAtDwords() {
    Rig rig = rig("P4/ram-low");
    rig.write(Rtl8139Nic.TSAD, 0x1003);

    assertThat(rig.read(Rtl8139Nic.TSAD)).isEqualTo(0x1000);
  }

  @Test
  void anAddressThatLostItsUpperHalfIsSeen() {
    Rig rig = rig("P4/ram-high");
    Buffer in = rig.buffer(8192 + 16);
    assertThat(in.bus()).isGreaterThan(0xFFFF_FFFFL);
    rig.write(Rtl8139Nic.RBSTART, (int) in.bus());
    rig.write(Rtl8139Nic.RCR, 0x0F);
    rig.write8(Rtl8139Nic.CR, 0x08);
    rig.settle();

    assertThat(rig.get32(in, 0)).isZero();
    assertThat(rig.machine().trace().text()).containsAnyOf("unanswered-access", "stray-access");
  }

  @Test
  void aCauseInterruptsOnceUntilItIsCleared() {
    Rig rig = rig("P4/ram-low");
    Buffer out = low(rig, 2048);
    rig.listen(0);
    rig.write16(Rtl8139Nic.IMR, 4);
    rig.write8(Rtl8139Nic.CR, 0x04);
    rig.write(Rtl8139Nic.TSAD, (int) out.bus());
    rig.write(Rtl8139Nic.TSD, 64);
    rig.settle();
    rig.write(Rtl8139Nic.TSD, 64);
    rig.settle();
    assertThat(rig.interrupts()).isEqualTo(1);
    rig.write16(Rtl8139Nic.ISR, 4);
    rig.write(Rtl8139Nic.TSD, 64);
    rig.settle();

    assertThat(rig.interrupts()).isEqualTo(2);
  }
}
