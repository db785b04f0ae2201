package dev.dmalint.machine;

import static dev.dmalint.iokit.IODMACommand.kBypassed;
import static dev.dmalint.iokit.IODMACommand.kMapped;
import static dev.dmalint.iokit.IODMACommand.kUnmapped;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.Pmap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** iokit-facts 13, with its numbers. */
class WorkedExamplesTest {
  private static final MachineOptions PAGES =
      MachineOptions.usual().withFirstPages(0x1_2345_6000L, 0x0_9ABC_D000L);

  private static IOBufferMemoryDescriptor buffer() {
    return IOBufferMemoryDescriptor.withOptions(kIODirectionInOut, 64 << 10, 1);
  }

  @Test
  void aBufferUnderTheSharedMapper() {
    Bench.in("M1", PAGES)
        .run(
            () -> {
              IOBufferMemoryDescriptor memory = buffer();
              long[] run = new long[1];

              assertThat(memory.getPhysicalSegment(0, run, kIOMemoryMapperNone))
                  .isEqualTo(0x123456000L);
              assertThat(run[0]).isEqualTo(0x1000);
              assertThat(memory.getPhysicalSegment(0, run, 0)).isEqualTo(0x00200000L);
              assertThat(run[0]).isEqualTo(0x10000);

              IODMACommand whole = Bench.command(64, kMapped, null);
              whole.setMemoryDescriptor(memory);
              List<Segment64> all = Bench.segments(whole);
              assertThat(all).hasSize(1);
              assertThat(all.get(0).fIOVMAddr).isEqualTo(0x00200000L);

              IODMACommand part = Bench.command(64, kMapped, null);
              part.setMemoryDescriptor(memory, false);
              part.prepare(0x1000, 0x1000);
              long own = Bench.segments(part).get(0).fIOVMAddr;
              assertThat(own).isNotEqualTo(0x00201000L);
              assertThat(dev.dmalint.iokit.IOMapper.gSystem.mapToPhysicalAddress(own))
                  .isEqualTo(0x9ABCD000L);
              part.complete();
              assertThat(dev.dmalint.iokit.IOMapper.gSystem.mapToPhysicalAddress(own))
                  .isEqualTo(own);
              whole.complete();
              assertThat(memory.getPhysicalAddress()).isEqualTo(0x00200000L);
              return true;
            });
  }

  @Test
  void theSameBufferWithoutAMapperAndAThirtyTwoBitDevice() {
    Bench.in("M0", PAGES)
        .run(
            () -> {
              IOBufferMemoryDescriptor memory = buffer();
              IODMACommand command = Bench.command(32, kMapped, null);
              command.setMemoryDescriptor(memory);
              List<Segment64> segments = Bench.segments(command);

              assertThat(segments).hasSizeGreaterThan(1);
              assertThat(segments)
                  .allSatisfy(one -> assertThat(one.fIOVMAddr).isLessThan(0x1_0000_0000L));
              assertThat(segments.get(0).fIOVMAddr).isNotEqualTo(0x123456000L);
              assertThat(segments.get(1).fIOVMAddr).isEqualTo(0x9ABCD000L);
              return true;
            });
  }

  @Test
  void bypassedIsNullAndUnmappedIsPhysical() {
    Bench.in("M1", PAGES)
        .run(
            () -> {
              IOBufferMemoryDescriptor memory = buffer();
              assertThat(Bench.command(64, kBypassed, null)).isNull();
              IODMACommand command = Bench.command(64, kUnmapped, null);
              command.setMemoryDescriptor(memory);
              assertThat(Bench.segments(command).get(0).fIOVMAddr).isEqualTo(0x123456000L);
              return true;
            });
  }

  @Test
  void aPageOfABalloonIsFourOnABigPage() {
    Bench.in("M3", MachineOptions.usual().withFirstPages(0x8_0000_4000L))
        .run(
            () -> {
              IOBufferMemoryDescriptor memory =
                  IOBufferMemoryDescriptor.withOptions(kIODirectionInOut, 16 << 10, 1);
              long page = Bench.cpa(memory);
              assertThat(List.of(0, 1, 2, 3))
                  .extracting(i -> (page + i * 4096L) >>> 12)
                  .containsExactly(0x800004L, 0x800005L, 0x800006L, 0x800007L);
              assertThat(0x123456000L >>> 12).isEqualTo(0x00123456L);
              return true;
            });
  }

  @Test
  void aDescriptorOfAPhysicalNumberThatIsALiveIova() {
    Bench.in("M1", PAGES)
        .run(
            () -> {
              buffer().getPhysicalAddress();
              IOMemoryDescriptor memory =
                  IOMemoryDescriptor.withPhysicalAddress(0x00200000L, 4096, kIODirectionInOut);
              assertThat(Pmap.kvtophys(memory.map().getVirtualAddress())).isEqualTo(0x123456000L);
              return true;
            });
  }
}
