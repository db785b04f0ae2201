package dev.dmalint.machine;

import static dev.dmalint.iokit.IODMACommand.kIterateOnly;
import static dev.dmalint.iokit.IODMACommand.kMapped;
import static dev.dmalint.iokit.IODMACommand.kNonCoherent;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionIn;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;
import static dev.dmalint.iokit.IOReturn.kIOReturnMessageTooLarge;
import static dev.dmalint.iokit.IOReturn.kIOReturnNotAligned;
import static dev.dmalint.iokit.IOReturn.kIOReturnSuccess;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment32;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IODMACommand.SegmentOptions;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.KernelPanic;
import dev.dmalint.iokit.OSByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** iokit-facts 4.4 and 5.3: bits, alignment, sizes, bounces, and the quirks around them. */
class LimitsTest {
  private static IOBufferMemoryDescriptor buffer(int direction, long size) {
    return IOBufferMemoryDescriptor.withOptions(direction, size, 1);
  }

  @Row({"4.4/numAddressBits, no mapper", "4.4/bounce visibility", "3.6/synchronize"})
  @Test
  void pagesAboveTheBitsAreBouncedOneByOneAndCopiedBothWays() {
    Bench bench = Bench.in("M0");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = buffer(kIODirectionInOut, 8192);
          OSByteOrder.OSWriteLittleInt32(memory.getBytesNoCopy(), 0, 1);
          IODMACommand command = Bench.command(32, kMapped, null);
          command.setMemoryDescriptor(memory);
          long address = Bench.segments(command).get(0).fIOVMAddr;

          assertThat(address).isLessThan(0x1_0000_0000L);
          assertThat(command.getIOMemoryDescriptor()).isSameAs(memory);
          assertThat(bench.device().port().readNumber(address, 4)).isEqualTo(1);
          bench.device().port().writeNumber(address, 4, 2);
          assertThat(OSByteOrder.OSReadLittleInt32(memory.getBytesNoCopy(), 0)).isEqualTo(1);
          command.synchronize(kIODirectionIn);
          assertThat(OSByteOrder.OSReadLittleInt32(memory.getBytesNoCopy(), 0)).isEqualTo(2);
          OSByteOrder.OSWriteLittleInt32(memory.getBytesNoCopy(), 0, 3);
          command.synchronize(kIODirectionOut);
          assertThat(bench.device().port().readNumber(address, 4)).isEqualTo(3);
          bench.device().port().writeNumber(address, 4, 4);
          command.complete();
          assertThat(OSByteOrder.OSReadLittleInt32(memory.getBytesNoCopy(), 0)).isEqualTo(4);
          return true;
        });
  }

  @Row("4.4/numAddressBits, with a mapper")
  @Test
  void aMapperIsToldTheBitsAndNothingIsBounced() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = buffer(kIODirectionInOut, 1 << 20);
          IODMACommand command = Bench.command(32, kMapped, null);
          command.setMemoryDescriptor(memory);
          long address = Bench.segments(command).get(0).fIOVMAddr;

          assertThat(address).isLessThan(0x8000_0000L);
          assertThat(bench.space(address, Bench.cpa(memory))).isEqualTo("IOVA(sys)");
          return true;
        });
  }

  @Row("4.4/alignment")
  @ParameterizedTest
  @ValueSource(strings = {"M0", "M1"})
  void aMisalignedRangeIsCopiedAsAWholeWithAndWithoutAMapper(String state) {
    Bench bench = Bench.in(state);
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = buffer(kIODirectionOut, 8192);
          OSByteOrder.OSWriteLittleInt32(memory.getBytesNoCopy(), 4, 7);
          IODMACommand command =
              IODMACommand.withSpecification(IODMACommand::OutputHost64, 64, 0, kMapped, 0, 256);
          command.setMemoryDescriptor(memory, false);
          assertThat(command.prepare(4, 4096)).isEqualTo(kIOReturnSuccess);
          assertThat(command.getIOMemoryDescriptor()).isNotSameAs(memory);
          List<Segment64> segments = Bench.segments(command);
          assertThat(segments).hasSize(1);
          assertThat(segments.get(0).fIOVMAddr & 255).isZero();
          assertThat(segments.get(0).fIOVMAddr).isLessThan(0x1_0000_0000L);
          assertThat(bench.device().port().readNumber(segments.get(0).fIOVMAddr, 4)).isEqualTo(7);
          return true;
        });
  }

  @Row({
    "4.4/kIterateOnly",
    "4.2/genIOVMSegments errors: NotAligned",
    "4.2/genIOVMSegments errors: MessageTooLarge"
  })
  @Test
  void aCommandThatOnlyIteratesNeverBounces() {
    Bench.in("M0")
        .run(
            () -> {
              IOBufferMemoryDescriptor memory = buffer(kIODirectionOut, 8192);
              IODMACommand narrow = Bench.command(32, kMapped | kIterateOnly, null);
              narrow.setMemoryDescriptor(memory);
              assertThat(first(narrow)).isEqualTo(kIOReturnMessageTooLarge);
              narrow.clearMemoryDescriptor();
              IODMACommand aligned =
                  IODMACommand.withSpecification(
                      IODMACommand::OutputHost64, 64, 0, kMapped | kIterateOnly, 0, 256);
              aligned.setMemoryDescriptor(memory, false);
              aligned.prepare(4, 512);
              assertThat(first(aligned)).isEqualTo(kIOReturnNotAligned);
              return true;
            });
  }

  private static int first(IODMACommand command) {
    return command.gen64IOVMSegments(new long[1], new Segment64[] {new Segment64()}, new int[] {1});
  }

  @Row("4.4/maxSegmentSize, AlignmentLength, AlignmentInternalSegments")
  @Test
  void segmentsAreCutToTheirSizeSoThatTheNextStartsAligned() {
    Bench.in("M1")
        .run(
            () -> {
              SegmentOptions limits = new SegmentOptions();
              limits.fMaxSegmentSize = 1000;
              limits.fAlignmentInternalSegments = 256;
              limits.fAlignmentLength = 4;
              IODMACommand command =
                  IODMACommand.withSpecification(IODMACommand::OutputHost64, limits, kMapped);
              command.setMemoryDescriptor(buffer(kIODirectionOut, 8192), false);
              command.prepare(64, 2000);
              List<Segment64> segments = Bench.segments(command);
              assertThat(segments).extracting(one -> one.fLength).containsExactly(960L, 768L, 272L);
              assertThat(segments.get(1).fIOVMAddr & 255).isZero();
              return true;
            });
  }

  @Row("4.2/genIOVMSegments errors: MessageTooLarge")
  @Test
  void anOutputFunctionThatRefusesIsAMessageTooLarge() {
    Bench.in("M1")
        .run(
            () -> {
              IODMACommand command =
                  IODMACommand.withSpecification((a, b, c, d) -> false, 64, 0, kMapped);
              command.setMemoryDescriptor(buffer(kIODirectionOut, 8192));
              assertThat(first(command)).isEqualTo(kIOReturnMessageTooLarge);
              return true;
            });
  }

  @Row("4.4/numAddressBits, no mapper")
  @Test
  void thirtyTwoBitOutputBouncesWhatIsAboveFourGib() {
    Bench.in("M0")
        .run(
            () -> {
              IODMACommand command =
                  IODMACommand.withSpecification(IODMACommand::OutputHost32, 0, 0);
              command.setMemoryDescriptor(buffer(kIODirectionOut, 4096 * 2));
              Segment32[] room = {new Segment32()};
              assertThat(command.gen32IOVMSegments(new long[1], room, new int[] {1}))
                  .isEqualTo(kIOReturnSuccess);
              assertThat(room[0].fLength).isEqualTo(4096);
              return true;
            });
  }

  @Row({"5.3/Q1", "3.6/cloneCommand"})
  @Test
  void q1CloneSwapsTwoAlignments() {
    Bench.in("M0")
        .run(
            () -> {
              SegmentOptions limits = new SegmentOptions();
              limits.fAlignment = 8;
              limits.fAlignmentLength = 16;
              limits.fAlignmentInternalSegments = 32;
              IODMACommand copy =
                  IODMACommand.withSpecification(IODMACommand::OutputHost64, limits, kMapped)
                      .cloneCommand();
              assertThat(copy.getAlignment()).isEqualTo(8);
              assertThat(copy.getAlignmentLength()).isEqualTo(32);
              assertThat(copy.getAlignmentInternalSegments()).isEqualTo(16);
              return true;
            });
  }

  @Row("5.3/Q4")
  @Test
  void q4NonCoherentCopiesThroughTheIovaAsIfItWerePhysical() {
    Bench.in("M1")
        .run(
            () -> {
              IOBufferMemoryDescriptor memory = buffer(kIODirectionInOut, 8192);
              OSByteOrder.OSWriteInt8(memory.getBytesNoCopy(), 0, 5);
              byte[] bytes = new byte[1];
              IODMACommand mapped = Bench.command(64, kMapped, null);
              mapped.setMemoryDescriptor(memory);
              assertThat(mapped.readBytes(0, bytes, 1)).isEqualTo(1);
              assertThat(bytes[0]).isEqualTo((byte) 5);
              IODMACommand other = Bench.command(64, kNonCoherent, null);
              other.setMemoryDescriptor(memory);
              assertThat(other.readBytes(0, bytes, 1)).isEqualTo(1);
              assertThat(bytes[0]).isZero();
              return true;
            });
  }

  @Row("5.3/Q6")
  @Test
  void q6AWholeCommandGivesAMapperlessDescriptorACachedIova() {
    Bench.in("M1")
        .run(
            () -> {
              IOBufferMemoryDescriptor memory =
                  buffer(kIODirectionInOut | kIOMemoryMapperNone, 8192);
              assertThat(memory.getPhysicalAddress()).isEqualTo(Bench.cpa(memory));
              IODMACommand command = Bench.command(64, kMapped, null);
              command.setMemoryDescriptor(memory);
              command.complete();
              assertThat(memory.getPhysicalAddress())
                  .isNotEqualTo(Bench.cpa(memory))
                  .isEqualTo(0x200000L);
              return true;
            });
  }

  @Row("5.3/Q7")
  @Test
  void q7SetDirectionAfterwardsChangesNoRight() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = buffer(kIODirectionOut, 8192);
          long address = memory.getPhysicalAddress();
          memory.setDirection(kIODirectionInOut);
          bench.device().port().writeNumber(address, 4, 1);
          return true;
        });

    assertThat(bench.machine().faults()).extracting(fault -> fault.reason()).containsExactly(5);
  }

  @Row("5.3/Q8")
  @Test
  void q8ARemovedIovaStaysReadableUntilTheFlush() {
    Bench bench = Bench.in("M1", MachineOptions.usual().withStaleEntries());
    bench.run(
        () -> {
          IODMACommand command = Bench.command(64, kMapped, null);
          command.setMemoryDescriptor(buffer(kIODirectionInOut, 8192), false);
          command.prepare(0, 4096);
          long address = Bench.segments(command).get(0).fIOVMAddr;
          command.complete();
          assertThat(IOMapper.gSystem.mapToPhysicalAddress(address)).isEqualTo(address);
          assertThat(bench.device().port().readNumber(address, 4)).isZero();
          assertThat(bench.machine().faults()).isEmpty();
          bench.machine().flush();
          bench.device().port().readNumber(address, 4);
          return true;
        });

    assertThat(bench.machine().faults()).hasSize(1);
  }

  @Row("4.2/kForceDoubleBuffer")
  @Test
  void forcingADoubleBufferMakesEveryAddressStale() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = buffer(kIODirectionInOut, 8192);
          OSByteOrder.OSWriteInt8(memory.getBytesNoCopy(), 0, 5);
          IODMACommand command = Bench.command(64, kMapped, null);
          command.setMemoryDescriptor(memory);
          long before = Bench.segments(command).get(0).fIOVMAddr;
          assertThat(command.synchronize(IODMACommand.kForceDoubleBuffer))
              .isEqualTo(IOReturn.kIOReturnSuccess);
          long after = Bench.segments(command).get(0).fIOVMAddr;
          assertThat(after).isNotEqualTo(before);
          assertThat(bench.device().port().readNumber(after, 1)).isEqualTo(5);
          return true;
        });
  }

  @Test
  void preparingUnpreparedMemoryPanics() {
    assertThatExceptionOfType(KernelPanic.class)
        .isThrownBy(
            () ->
                Bench.in("M1")
                    .run(
                        () ->
                            Bench.command(64, kMapped, null)
                                .setMemoryDescriptor(
                                    IOBufferMemoryDescriptor.withOptions(
                                        3 | IOBufferMemoryDescriptor.kIOMemoryPageable, 8192, 1))))
        .withMessageContaining("not wired for the IODMACommand");
  }
}
