package dev.dmalint.machine;

import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.machine.device.IntelGraphics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** iokit-facts K2: entries of the graphics table are CPU-physical, with a mapper and without. */
class IntelGraphicsTest {
  private static final int ENTRY = 5;

  private static int look(Machine machine, boolean mapped, int bits) {
    IOPCIDevice nub = machine.attach(new IntelGraphics(0));
    return machine.run(
        () -> {
          nub.setBusLeadEnable(true);
          IOBufferMemoryDescriptor page =
              IOBufferMemoryDescriptor.withOptions(kIODirectionInOut, 4096, 4096);
          OSByteOrder.OSWriteLittleInt32(page.getBytesNoCopy(), 0, 0x0011_2233);
          long address =
              mapped
                  ? page.getPhysicalAddress()
                  : page.getPhysicalSegment(0, null, kIOMemoryMapperNone);
          nub.deviceMemoryWrite64(0, IntelGraphics.TABLE + 8 * ENTRY, address | bits);
          return nub.deviceMemoryRead32(1, 4096L * ENTRY);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"P1/ram-high", "P2/ram-high", "P4/ram-high", "P6/ram-high"})
  void theApertureShowsThePageOfAPhysicalEntry(String world) {
    Machine machine = Machine.boot(Machine.world(world));

    assertThat(look(machine, false, 1)).isEqualTo(0x0011_2233);
    assertThat(machine.trace().text()).doesNotContain("stray-access");
  }

  @Test
  void aMappedEntryShowsAnotherPage() {
    Machine machine = Machine.boot(Machine.world("P1/ram-high"));

    assertThat(look(machine, true, 1)).isNotEqualTo(0x0011_2233);
    assertThat(machine.trace().text()).contains("[stray-access]");
  }

  @Test
  void anEntryThatIsNotPresentShowsNothing() {
    assertThat(look(Machine.boot(Machine.world("P4/ram-high")), false, 0)).isZero();
  }

  @Test
  void aSurfaceIsLiveOnceItWasRead() {
    Machine machine = Machine.boot(Machine.world("P4/ram-high"));
    IOPCIDevice nub = machine.attach(new IntelGraphics(0));
    machine.run(
        () -> {
          nub.setBusLeadEnable(true);
          nub.deviceMemoryWrite32(0, IntelGraphics.PLANE_CONTROL, 0x8400_0000);
          nub.deviceMemoryWrite32(0, IntelGraphics.PLANE_STRIDE, 1);
          nub.deviceMemoryWrite32(0, IntelGraphics.PLANE_SURFACE, 0x5000);
          assertThat(nub.deviceMemoryRead32(0, IntelGraphics.SURFACE_LIVE)).isZero();
          machine.settle();
          assertThat(nub.deviceMemoryRead32(0, IntelGraphics.SURFACE_LIVE)).isEqualTo(0x5000);
        });
    assertThat(machine.trace().text()).contains("graphics page 0x5 has no entry");
  }
}
