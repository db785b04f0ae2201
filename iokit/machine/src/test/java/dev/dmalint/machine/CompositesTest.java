package dev.dmalint.machine;

import static dev.dmalint.iokit.IODMACommand.kMapped;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOInterleavedMemoryDescriptor;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOMultiMemoryDescriptor;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.IOSubMemoryDescriptor;
import dev.dmalint.iokit.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

/** iokit-facts 3.3: parts and chains. */
class CompositesTest {
  private static IOBufferMemoryDescriptor buffer(long size) {
    return IOBufferMemoryDescriptor.withOptions(kIODirectionOut, size, 1);
  }

  @Row("3.3/IOSubMemoryDescriptor")
  @Test
  void aPartAnswersFromItsParentAndMapsTheWholeParent() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor parent = buffer(16 * 4096);
          IOMemoryDescriptor part =
              IOSubMemoryDescriptor.withSubRange(parent, 4096 + 16, 8192, kIODirectionOut);
          long[] run = new long[1];
          assertThat(part.getPhysicalSegment(0, run, 0))
              .isEqualTo(parent.getPhysicalAddress() + 4096 + 16);
          assertThat(run[0]).isEqualTo(8192);
          assertThat(bench.machine().systemMapper().orElseThrow().liveMappings()).isEqualTo(1);
          assertThat(part.getPhysicalSegment(0, run, kIOMemoryMapperNone))
              .isEqualTo(parent.getPhysicalSegment(4096 + 16, null, kIOMemoryMapperNone));
          assertThat(run[0]).isEqualTo(4096 - 16);
          assertThat(part.getPhysicalSegment(8192, run, 0)).isZero();
          assertThat(IOSubMemoryDescriptor.withSubRange(parent, 4096, 16 * 4096, 0)).isNull();
          return true;
        });
  }

  @Row("3.3/IOMultiMemoryDescriptor")
  @Test
  void aChainGivesOneRunForEachChildAndACommandOneOfAll() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IOMemoryDescriptor[] children = {buffer(8192), buffer(12288)};
          IOMultiMemoryDescriptor chain =
              IOMultiMemoryDescriptor.withDescriptors(children, 2, kIODirectionOut);
          long[] run = new long[1];
          assertThat(chain.getPhysicalSegment(0, run, 0))
              .isEqualTo(children[0].getPhysicalAddress());
          assertThat(run[0]).isEqualTo(8192);
          assertThat(chain.getPhysicalSegment(8192, run, 0))
              .isEqualTo(children[1].getPhysicalAddress());

          IODMACommand command = Bench.command(64, kMapped, null);
          command.setMemoryDescriptor(chain);
          List<Segment64> segments = Bench.segments(command);
          assertThat(segments).extracting(one -> one.fLength).containsExactly(20480L);

          // Rights are both, whatever the direction.
          bench.device().port().writeNumber(segments.get(0).fIOVMAddr, 4, 9);
          assertThat(bench.machine().faults()).isEmpty();
          return true;
        });
  }

  @Row({"3.3/IOMultiMemoryDescriptor", "6/mapping size"})
  @Test
  void childrenThatDoNotMeetAtAPageGiveSeveralSegments() {
    Bench.in("M1")
        .run(
            () -> {
              IOMemoryDescriptor[] children = {buffer(6000), buffer(8192)};
              IODMACommand command = Bench.command(64, kMapped, null);
              command.setMemoryDescriptor(
                  IOMultiMemoryDescriptor.withDescriptors(children, 2, kIODirectionOut));
              assertThat(Bench.segments(command))
                  .extracting(one -> one.fLength)
                  .containsExactly(6000L, 8192L);
              return true;
            });
  }

  @Row("3.3/IOMultiMemoryDescriptor")
  @Test
  void aChildThatCannotBePreparedUnwindsTheOthers() {
    Bench.in("M0", MachineOptions.usual().withFailures("wire:2"))
        .run(
            () -> {
              IOMemoryDescriptor[] children = {
                unprepared(), unprepared(),
              };
              IOMultiMemoryDescriptor chain =
                  IOMultiMemoryDescriptor.withDescriptors(children, 2, kIODirectionOut);
              assertThat(chain.prepare()).isEqualTo(IOReturn.kIOReturnCannotWire);
              assertThat(children[0].getPreparationID()).isZero();
              return true;
            });
  }

  private static IOMemoryDescriptor unprepared() {
    return IOMemoryDescriptor.withAddressRange(
        IOLib.IOMallocAligned(8192, 4096), 8192, kIODirectionOut, Task.kernel_task);
  }

  @Row("3.3/IOInterleavedMemoryDescriptor")
  @Test
  void portionsAreChainedInTurn() {
    Bench.in("M0")
        .run(
            () -> {
              IOBufferMemoryDescriptor one = buffer(8192);
              IOInterleavedMemoryDescriptor chain =
                  IOInterleavedMemoryDescriptor.withCapacity(2, kIODirectionOut);
              assertThat(chain.setMemoryDescriptor(one, 4096, 4096)).isTrue();
              assertThat(chain.setMemoryDescriptor(one, 0, 4096)).isTrue();
              assertThat(chain.setMemoryDescriptor(one, 0, 4096)).isFalse();
              assertThat(chain.getLength()).isEqualTo(8192);
              assertThat(chain.getPhysicalAddress())
                  .isEqualTo(one.getPhysicalSegment(4096, null, kIOMemoryMapperNone));
              return true;
            });
  }
}
