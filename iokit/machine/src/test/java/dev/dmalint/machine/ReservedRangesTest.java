package dev.dmalint.machine;

import static dev.dmalint.iokit.IOMapper.kIODMAMapFixedAddress;
import static dev.dmalint.iokit.IOMapper.kIODMAMapIdentityMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.machine.bus.Device;
import dev.dmalint.machine.bus.DeviceBus;
import dev.dmalint.machine.iommu.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

/** iokit-facts 6, Reserved: the interrupt range, RMRRs, windows of bridges. */
class ReservedRangesTest {
  private static final long RMRR = 0x7D00_0000L;
  private static final long RMRR_LAST_PAGE = 0x7D01_F000L;
  private static final long BRIDGE = 0x10_0000_0000L;

  /** A device with a window that only 64 bits reach. */
  private static final class FrameBuffer implements Device {
    private long written;

    @Override
    public Identity identity() {
      List<Window> bars = List.of(new Window(0, 1 << 28, Kind.WIDE_MEMORY));
      return new Identity(0x1002, 0x67DF, 0x030000, bars);
    }

    @Override
    public void attach(DeviceBus bus) {}

    @Override
    public long read(int bar, long offset, int size) {
      return 0;
    }

    @Override
    public void write(int bar, long offset, int size, long value) {
      written++;
    }
  }

  private static int mapAt(IOBufferMemoryDescriptor memory, int option, long[] address) {
    return IOMapper.gSystem.iovmMapMemory(
        memory, 0, memory.getLength(), 3 | option, null, null, null, address, new long[1]);
  }

  @Test
  void whatTheFirmwareWantsIsMappedToItselfUpToOnePageBeforeItsEnd() {
    Bench bench = Bench.in("P3");
    bench.run(
        () -> {
          bench.device().port().writeNumber(RMRR, 4, 0x1234);
          bench.device().port().readNumber(RMRR_LAST_PAGE - 8, 4);
          assertThat(bench.machine().faults()).isEmpty();
          bench.device().port().readNumber(RMRR_LAST_PAGE, 4);
          return true;
        });

    assertThat(bench.machine().memory().load(RMRR, 4)).isEqualTo(0x1234);
    assertThat(bench.machine().faults())
        .containsExactly(new Fault("01:00.0", 6, false, RMRR_LAST_PAGE));
    assertThat(bench.machine().trace().text())
        .startsWith("map    vtd[0] 0x7d000000 length 0x1f000 rw\n");
  }

  @Test
  void noMappingGetsANumberTheFirmwareUses() {
    Bench.in("P3")
        .run(
            () -> {
              IOBufferMemoryDescriptor memory = IOBufferMemoryDescriptor.withOptions(3, 8192, 1);
              for (long at : List.of(RMRR, RMRR_LAST_PAGE, RMRR - 4096, 0xFEE0_0000L)) {
                long[] address = {at};
                assertThat(mapAt(memory, kIODMAMapFixedAddress, address))
                    .as("0x%x", at)
                    .isEqualTo(IOReturn.kIOReturnNoResources);
              }
              return true;
            });
  }

  @Test
  void aMappingCanBeAtItsOwnNumberOrAtThatOfItsMemory() {
    Bench bench = Bench.in("M1", MachineOptions.usual().withFirstPages(0x6000_0000L));
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = IOBufferMemoryDescriptor.withOptions(3, 4096, 4096);
          long[] itself = new long[1];
          assertThat(mapAt(memory, kIODMAMapIdentityMap, itself)).isZero();
          assertThat(itself[0]).isEqualTo(Bench.cpa(memory)).isEqualTo(0x6000_0000L);
          long[] fixed = {0x5000_0000L};
          assertThat(mapAt(memory, kIODMAMapFixedAddress, fixed)).isZero();
          assertThat(fixed[0]).isEqualTo(0x5000_0000L);
          assertThat(IOMapper.gSystem.mapToPhysicalAddress(fixed[0])).isEqualTo(Bench.cpa(memory));
          assertThat(mapAt(memory, kIODMAMapFixedAddress, fixed))
              .isEqualTo(IOReturn.kIOReturnNoResources);
          IOMapper.gSystem.iovmUnmapMemory(memory, null, fixed[0], 4096);
          assertThat(mapAt(memory, kIODMAMapFixedAddress, fixed)).isZero();
          return true;
        });
  }

  @Test
  void aRequestToTheInterruptRangeReachesNeitherMapperNorMemory() {
    for (String state : List.of("M0", "M1")) {
      Bench bench = Bench.in(state);
      bench.run(
          () -> {
            bench.device().port().writeNumber(0xFEE0_1000L, 4, 1);
            assertThat(bench.device().port().readNumber(0xFEE0_1000L, 4)).isEqualTo(0xFFFF_FFFFL);
            return true;
          });
      assertThat(bench.machine().faults()).isEmpty();
      assertThat(bench.machine().trace().text())
          .contains("01:00.0 writes 0xfee01000, the range of interrupts")
          .doesNotContain("stray-access");
    }
  }

  @Test
  void bridgeWindowsAreWithheldOnP3AndHandedOutOnP4b() {
    assertThat(firstLarge("P3")).isEqualTo(0x12_0000_0000L);
    assertThat(firstLarge("P4b")).isEqualTo(BRIDGE);
  }

  private static long firstLarge(String world) {
    return Bench.in(world)
        .run(() -> IOBufferMemoryDescriptor.withOptions(3, 1 << 20, 1).getPhysicalAddress());
  }

  @Test
  void aNumberThatIsAlsoAPeersRegisterReachesThePeerInsteadOfTheMemory() {
    FrameBuffer peer = new FrameBuffer();
    Bench bench = Bench.in("P4b");
    IOPCIDevice nub = bench.machine().attach(peer);
    bench.run(
        () -> {
          assertThat(nub.getDeviceMemoryWithIndex(0).getPhysicalSegment(0, null, 0x800))
              .isEqualTo(BRIDGE);
          IOBufferMemoryDescriptor memory = IOBufferMemoryDescriptor.withOptions(3, 1 << 20, 1);
          long address = memory.getPhysicalAddress();
          bench.device().port().writeNumber(address, 4, 0x77);
          assertThat(bench.machine().memory().load(Bench.cpa(memory), 4)).isZero();
          return true;
        });

    assertThat(peer.written).isPositive();
    assertThat(bench.machine().trace().text()).contains("a bridge takes 0x1000000000 of 01:00.0");
  }

  @Test
  void aRemovedNumberIsNotUsedAgainBeforeTheFlush() {
    Bench bench = Bench.in("M1", MachineOptions.usual().withStaleEntries());
    bench.run(
        () -> {
          int first = IOMapper.IOMapperIOVMAlloc(1);
          IOMapper.IOMapperIOVMFree(first, 1);
          assertThat(IOMapper.IOMapperIOVMAlloc(1)).isNotEqualTo(first);
          bench.machine().flush();
          assertThat(IOMapper.IOMapperIOVMAlloc(1)).isEqualTo(first);
          return true;
        });
  }

  @Test
  void aQuarterOfTheArenaThatDoesNotFitIsRefusedInsteadOfWaitedFor() {
    Bench.in("M1")
        .run(
            () -> {
              int quarter = 1 << 17;
              int got = 0;
              while (IOMapper.IOMapperIOVMAlloc(quarter) != 0) {
                got++;
              }
              assertThat(got).isPositive();
              return true;
            });
  }
}
