package dev.dmalint.machine;

import static dev.dmalint.iokit.IODMACommand.kMapped;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionIn;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.KernelPanic;
import dev.dmalint.machine.iommu.Fault;
import dev.dmalint.machine.trace.TraceEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** iokit-facts 3.7 and 6: the mappers, and what devices see of them. */
class MapperTest {
  private static IOBufferMemoryDescriptor buffer(int direction, long size) {
    return IOBufferMemoryDescriptor.withOptions(direction, size, 1);
  }

  @Row("6/IOVA numbers")
  @Test
  void smallMappingsComeFromTheArenaAndLargeOnesFromAboveFourGib() {
    Bench.in("M1")
        .run(
            () -> {
              assertThat(buffer(3, (512 << 10) - 4096).getPhysicalAddress())
                  .isBetween(1L, 0x7FFF_FFFFL);
              long large = buffer(3, 512 << 10).getPhysicalAddress();
              assertThat(large).isBetween(0x1_0000_0000L, (1L << 37) - 1);
              assertThat(large & (512 << 10) - 1).isZero();
              IODMACommand narrow = Bench.command(36, kMapped, null);
              narrow.setMemoryDescriptor(buffer(3, 1 << 20));
              assertThat(Bench.segments(narrow).get(0).fIOVMAddr).isLessThan(0x8000_0000L);
              return true;
            });
  }

  @Row("6/fault")
  @Test
  void aFaultNamesDeviceReasonAddressAndDirection() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          assertThat(bench.device().port().readNumber(0x12345678L, 4)).isEqualTo(0xFFFF_FFFFL);
          bench.device().port().writeNumber(0x1000, 4, 1);
          return true;
        });

    assertThat(bench.machine().faults())
        .containsExactly(
            new Fault("01:00.0", 6, false, 0x12345678L), new Fault("01:00.0", 5, true, 0x1000L));
    assertThat(bench.machine().trace().text())
        .contains("fault  vtd[0] device 01:00.0 reason 0x06 R:0x12345678\n")
        .contains("fault  vtd[0] device 01:00.0 reason 0x05 W:0x1000\n");
  }

  @Row("6/panic on fault")
  @Test
  void aFaultStopsTheKernelIfItIsAskedTo() {
    Bench bench = Bench.in("M1", MachineOptions.usual().withPanicOnFault());

    assertThatExceptionOfType(KernelPanic.class)
        .isThrownBy(() -> bench.run(() -> bench.device().port().readNumber(0x1000, 4)))
        .withMessageContaining("reason 0x06 R:0x1000");
  }

  @Row({"6/rights", "4.4/rights"})
  @Test
  void rightsOfAWholeDescriptorAreThoseOfItsDirection() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          long out = buffer(kIODirectionOut, 8192).getPhysicalAddress();
          long in = buffer(kIODirectionIn, 8192).getPhysicalAddress();
          bench.device().port().readNumber(out, 4);
          bench.device().port().writeNumber(in, 4, 1);
          assertThat(bench.machine().faults()).isEmpty();
          bench.device().port().writeNumber(out, 4, 1);
          bench.device().port().readNumber(in, 4);
          return true;
        });

    assertThat(bench.machine().faults()).extracting(Fault::reason).containsExactly(5, 6);
  }

  @Row("6/rights")
  @Test
  void aPartialMappingIsReadableAndWritable() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor in = buffer(kIODirectionIn, 8192);
          IODMACommand command = Bench.command(64, kMapped, null);
          command.setMemoryDescriptor(in, false);
          command.prepare(0, 4096);
          bench.device().port().readNumber(Bench.segments(command).get(0).fIOVMAddr, 4);
          return true;
        });

    assertThat(bench.machine().faults()).isEmpty();
    assertThat(bench.machine().trace().text()).contains("[against-direction]");
  }

  @Row("6/sharing granularity")
  @Test
  void anotherBufferInTheSamePageIsExposed() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor one = buffer(kIODirectionInOut, 64);
          IOBufferMemoryDescriptor two = buffer(kIODirectionInOut, 64);
          dev.dmalint.iokit.OSByteOrder.OSWriteLittleInt32(two.getBytesNoCopy(), 0, 0x51);
          long apart = two.getBytesNoCopy() - one.getBytesNoCopy();
          long neighbour = one.getPhysicalAddress() + apart;
          assertThat(bench.device().port().readNumber(neighbour, 4)).isEqualTo(0x51);
          return true;
        });

    assertThat(bench.machine().faults()).isEmpty();
  }

  @Row("6/device mapper, lazy activation")
  @Test
  void aDeviceMapperTakesOverWithItsFirstMapping() {
    Bench bench = Bench.in("M2");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = buffer(kIODirectionInOut, 8192);
          long system = memory.getPhysicalAddress();
          bench.device().port().readNumber(system, 4);
          assertThat(bench.machine().faults()).isEmpty();

          IODMACommand command = Bench.command(64, kMapped, bench.deviceMapper());
          command.setMemoryDescriptor(memory);
          bench.device().port().readNumber(Bench.segments(command).get(0).fIOVMAddr, 4);
          assertThat(bench.machine().faults()).isEmpty();
          bench.device().port().readNumber(system, 4);
          return true;
        });

    assertThat(bench.machine().faults()).hasSize(1);
    assertThat(bench.machine().trace().text()).contains("an address of vtd[0]");
  }

  @Test
  void aDartRefusesPhysicalAddressesAndCountsInThirtyTwoBits() {
    Bench bench = Bench.in("M3");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = buffer(kIODirectionInOut, 1 << 20);
          IODMACommand command = Bench.command(64, kMapped, bench.deviceMapper());
          command.setMemoryDescriptor(memory);
          long address = Bench.segments(command).get(0).fIOVMAddr;
          assertThat(address).isBetween(1L, 0xFFFF_FFFFL);
          assertThat(address & 16383).isZero();
          bench.device().port().readNumber(address, 4);
          assertThat(bench.machine().faults()).isEmpty();
          bench.device().port().readNumber(Bench.cpa(memory), 4);
          return true;
        });

    assertThat(bench.machine().faults()).hasSize(1);
  }

  @Row("5.2/round trip")
  @Test
  void anAddressThatIsNotMappedComesBackUnchanged() {
    Bench.in("M1")
        .run(
            () -> {
              assertThat(IOMapper.gSystem.mapToPhysicalAddress(0x4567)).isEqualTo(0x4567);
              IOBufferMemoryDescriptor memory = buffer(3, 8192);
              assertThat(IOMapper.gSystem.mapToPhysicalAddress(memory.getPhysicalAddress() + 5))
                  .isEqualTo(Bench.cpa(memory) + 5);
              return true;
            });
  }

  @Row({
    "3.7/IOMapperIOVMAlloc, IOMapperIOVMFree, IOMapperInsertPage",
    "3.7/IOMappedRead, IOMappedWrite"
  })
  @Test
  void helpersInCAllocateInsertAndRead() {
    Bench.in("M1")
        .run(
            () -> {
              IOBufferMemoryDescriptor memory = buffer(3, 8192);
              int run = IOMapper.IOMapperIOVMAlloc(2);
              assertThat(run).isPositive();
              int page = IOMapper.IOMapperInsertPage(run, 1, (int) (Bench.cpa(memory) >>> 12));
              assertThat(page).isEqualTo(run + 1);
              IOMapper.IOMappedWrite32((long) page << 12, 0x77);
              assertThat(IOMapper.IOMappedRead8((long) page << 12)).isEqualTo(0x77);
              IOMapper.IOMapperIOVMFree(run, 2);
              return true;
            });
    Bench.in("M0")
        .run(
            () -> {
              assertThat(IOMapper.IOMapperIOVMAlloc(2)).isZero();
              assertThat(IOMapper.IOMapperInsertPage(0, 0, 0x123)).isEqualTo(0x123);
              return true;
            });
  }

  @Test
  void addressesThatCollideHitSomebodysPageInsteadOfFaulting() {
    Bench bench = Bench.in("M1", MachineOptions.usual().withCollisions());
    bench.run(
        () -> {
          IOBufferMemoryDescriptor victim = buffer(kIODirectionInOut, 4 << 20);
          victim.getPhysicalAddress();
          IODMACommand narrow = Bench.command(32, kMapped, null);
          narrow.setMemoryDescriptor(victim);
          long physical = Bench.cpa(buffer(kIODirectionInOut, 8192));
          while (physical >= 16L << 20) {
            physical = Bench.cpa(buffer(kIODirectionInOut, 8192));
          }
          for (int i = 0; i < 20; i++) {
            IODMACommand fill = Bench.command(32, kMapped, null);
            fill.setMemoryDescriptor(buffer(kIODirectionInOut, 1 << 20));
          }
          bench.device().port().writeNumber(physical, 4, 1);
          return true;
        });

    assertThat(bench.machine().faults()).isEmpty();
    assertThat(bench.machine().trace().of(TraceEvent.Access.class).toList())
        .last()
        .satisfies(access -> assertThat(access.physical()).isNotEqualTo(access.address()));
  }

  @Row("6/exhaustion")
  @Test
  void anArenaThatIsFullWaitsForEver() {
    Bench bench = Bench.in("M1");
    assertThatExceptionOfType(KernelPanic.class)
        .isThrownBy(
            () ->
                bench.run(
                    () -> {
                      while (true) {
                        IOMapper.IOMapperIOVMAlloc(1 << 16);
                      }
                    }))
        .withMessageContaining("waits for some for ever");
  }

  @Row("3.7/setMapperRequired")
  @Test
  void switchingTheMapperOffLeavesAllAtM0() {
    final class Switch extends IOMapper {
      static void off() {
        setMapperRequired(false);
      }
    }
    Bench.in("M1")
        .run(
            () -> {
              Switch.off();
              IOBufferMemoryDescriptor memory = buffer(3, 8192);
              assertThat(IOMapper.gSystem).isNull();
              assertThat(memory.getPhysicalAddress()).isEqualTo(Bench.cpa(memory));
              return true;
            });
  }

  @Test
  void unmappingWhatIsNotMappedOrWithAnotherSizeIsReported() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IOMapper.gSystem.iovmUnmapMemory(null, null, 0x4000, 4096);
          IOMapper.IOMapperIOVMFree(IOMapper.IOMapperIOVMAlloc(2), 1);
          long[] address = new long[1];
          IOBufferMemoryDescriptor memory = buffer(3, 4096);
          IOMapper.gSystem.iovmMapMemory(
              memory, 0, 4096, 3, null, null, null, address, new long[1]);
          IOMapper.gSystem.iovmUnmapMemory(null, null, address[0], 4096);
          return true;
        });

    List<String> kinds =
        bench
            .machine()
            .trace()
            .of(TraceEvent.Misused.class)
            .map(TraceEvent.Misused::misuse)
            .toList();
    assertThat(kinds).containsExactly("unmap-unmapped", "unmap-size", "unmap-owner");
  }
}
