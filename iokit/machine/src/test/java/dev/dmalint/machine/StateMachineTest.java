package dev.dmalint.machine;

import static dev.dmalint.iokit.IODMACommand.kMapped;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionIn;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionNone;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionOut;
import static dev.dmalint.iokit.IOReturn.kIOReturnBadArgument;
import static dev.dmalint.iokit.IOReturn.kIOReturnBusy;
import static dev.dmalint.iokit.IOReturn.kIOReturnCannotWire;
import static dev.dmalint.iokit.IOReturn.kIOReturnNoResources;
import static dev.dmalint.iokit.IOReturn.kIOReturnNoSpace;
import static dev.dmalint.iokit.IOReturn.kIOReturnNotAligned;
import static dev.dmalint.iokit.IOReturn.kIOReturnNotPermitted;
import static dev.dmalint.iokit.IOReturn.kIOReturnNotReady;
import static dev.dmalint.iokit.IOReturn.kIOReturnNotWritable;
import static dev.dmalint.iokit.IOReturn.kIOReturnOverrun;
import static dev.dmalint.iokit.IOReturn.kIOReturnSuccess;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IODMACommand.SegmentOptions;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.KernelPanic;
import dev.dmalint.iokit.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** iokit-facts 4.1 to 4.3: states, codes, and how long an IOVA lives. */
class StateMachineTest {
  private static final long SIZE = 16 * 4096;

  private static IOMemoryDescriptor unprepared(int direction) {
    return IOMemoryDescriptor.withAddressRange(
        IOLib.IOMallocAligned(SIZE, 4096), SIZE, direction, Task.kernel_task);
  }

  private static IOBufferMemoryDescriptor buffer() {
    return IOBufferMemoryDescriptor.withOptions(kIODirectionInOut, SIZE, 1);
  }

  @Row({"4.1/prepare", "3.1/prepare"})
  @Test
  void nestedPreparesCountAndOneForReadingStaysSo() {
    Bench.in("M1")
        .run(
            () -> {
              IOMemoryDescriptor memory = unprepared(kIODirectionInOut);
              assertThat(memory.getPreparationID()).isZero();
              assertThat(memory.prepare(kIODirectionOut)).isEqualTo(kIOReturnSuccess);
              assertThat(memory.getPreparationID()).isGreaterThan(2);
              assertThat(memory.prepare(kIODirectionOut)).isEqualTo(kIOReturnSuccess);
              assertThat(memory.prepare(kIODirectionIn)).isEqualTo(kIOReturnNotWritable);
              assertThat(memory.writeBytes(0, new byte[4], 4)).isZero();
              assertThat(memory.complete()).isEqualTo(kIOReturnSuccess);
              assertThat(memory.complete()).isEqualTo(kIOReturnSuccess);
              assertThat(memory.prepare(kIODirectionIn)).isEqualTo(kIOReturnSuccess);
              assertThat(memory.writeBytes(0, new byte[4], 4)).isEqualTo(4);
              return true;
            });
  }

  @Row({"4.1/complete", "3.1/complete"})
  @Test
  void completeWithoutPrepareSucceedsAndIsReportedEachTime() {
    Bench bench = Bench.in("M0");
    bench.run(
        () -> {
          IOMemoryDescriptor memory = unprepared(kIODirectionIn);
          assertThat(memory.complete()).isEqualTo(kIOReturnSuccess);
          assertThat(memory.complete()).isEqualTo(kIOReturnSuccess);
          return true;
        });

    assertThat(bench.machine().trace().text())
        .containsSubsequence("[complete-unprepared]", "[complete-unprepared]");
  }

  @Row("4.1/prepare")
  @Test
  void wiringThatFailsIsToldAndLeavesTheDescriptorUnprepared() {
    Bench.in("M0", MachineOptions.usual().withFailures("wire:1"))
        .run(
            () -> {
              IOMemoryDescriptor memory = unprepared(kIODirectionIn);
              assertThat(memory.prepare()).isEqualTo(kIOReturnCannotWire);
              assertThat(memory.getPreparationID()).isZero();
              assertThat(memory.prepare()).isEqualTo(kIOReturnSuccess);
              IOMemoryDescriptor wild =
                  IOMemoryDescriptor.withAddressRange(
                      0x1000, 4096, kIODirectionIn, Task.kernel_task);
              assertThat(wild.prepare()).isEqualTo(kIOReturnCannotWire);
              return true;
            });
  }

  @Row({"4.1/complete", "4.2/descriptor ordering rule"})
  @ParameterizedTest
  @ValueSource(strings = {"M0", "M1"})
  void completingTheDescriptorUnderAPreparedCommandPanics(String state) {
    assertThatExceptionOfType(KernelPanic.class)
        .isThrownBy(
            () ->
                Bench.in(state)
                    .run(
                        () -> {
                          IOMemoryDescriptor memory = unprepared(kIODirectionIn);
                          memory.prepare();
                          IODMACommand command = Bench.command(64, kMapped, null);
                          command.setMemoryDescriptor(memory);
                          return memory.complete();
                        }))
        .withMessageContaining("DMA is active");
  }

  @Row("4.2/descriptor ordering rule")
  @Test
  void aCommandRefersToItsDescriptorFromSetOnlyWithoutAMapper() {
    assertThatExceptionOfType(KernelPanic.class).isThrownBy(() -> setAndComplete("M0"));
    assertThat(setAndComplete("M1")).isEqualTo(kIOReturnSuccess);
  }

  private static int setAndComplete(String state) {
    return Bench.in(state)
        .run(
            () -> {
              IOMemoryDescriptor memory = unprepared(kIODirectionIn);
              memory.prepare();
              Bench.command(64, kMapped, null).setMemoryDescriptor(memory, false);
              return memory.complete();
            });
  }

  @Test
  void theTableOfACommandWithoutADescriptor() {
    Bench.in("M1")
        .run(
            () -> {
              IODMACommand command = Bench.command(64, kMapped, null);
              long[] offset = {0};
              int[] count = {1};
              Segment64[] room = {new Segment64()};

              assertThat(command.setMemoryDescriptor(null)).isEqualTo(kIOReturnSuccess);
              assertThat(command.prepare()).isEqualTo(kIOReturnNotReady);
              assertThat(command.gen64IOVMSegments(offset, room, count))
                  .isEqualTo(kIOReturnNotReady);
              assertThat(command.synchronize(kIODirectionIn)).isEqualTo(kIOReturnNotReady);
              assertThat(command.readBytes(0, new byte[1], 1)).isZero();
              assertThat(command.complete()).isEqualTo(kIOReturnNotReady);
              assertThat(command.clearMemoryDescriptor(true)).isEqualTo(kIOReturnSuccess);
              assertThat(command.clearMemoryDescriptor(false)).isEqualTo(kIOReturnSuccess);
              return true;
            });
  }

  @Row({"3.6/setMemoryDescriptor", "5.3/Q3"})
  @Test
  void theTableOfACommandWithADescriptor() {
    Bench.in("M1")
        .run(
            () -> {
              IODMACommand command = Bench.command(64, kMapped, null);
              IOBufferMemoryDescriptor memory = buffer();
              assertThat(command.setMemoryDescriptor(memory, false)).isEqualTo(kIOReturnSuccess);

              // Q3: the same descriptor again never prepares.
              assertThat(command.setMemoryDescriptor(memory, true)).isEqualTo(kIOReturnSuccess);
              assertThat(command.complete()).isEqualTo(kIOReturnNotReady);
              assertThat(command.gen64IOVMSegments(new long[1], new Segment64[1], new int[] {1}))
                  .isEqualTo(kIOReturnNotReady);
              assertThat(command.synchronize(kIODirectionIn)).isEqualTo(kIOReturnNotReady);
              assertThat(command.clearMemoryDescriptor(false)).isEqualTo(kIOReturnSuccess);
              assertThat(command.getMemoryDescriptor()).isNull();
              return true;
            });
  }

  @Row({"3.6/clearMemoryDescriptor", "5.3/Q2"})
  @Test
  void theTableOfAPreparedCommand() {
    Bench.in("M1")
        .run(
            () -> {
              IODMACommand command = Bench.command(64, kMapped, null);
              IOBufferMemoryDescriptor memory = buffer();
              command.setMemoryDescriptor(memory);
              assertThat(command.setMemoryDescriptor(buffer())).isEqualTo(kIOReturnBusy);
              assertThat(command.setMemoryDescriptor(null)).isEqualTo(kIOReturnBusy);
              assertThat(command.prepare(0, SIZE)).isEqualTo(kIOReturnSuccess);
              assertThat(command.prepare(0, 4096)).isEqualTo(kIOReturnNotReady);
              assertThat(command.clearMemoryDescriptor(false)).isEqualTo(kIOReturnNotReady);
              assertThat(
                      command.prepareWithSpecification(
                          IODMACommand::OutputHost64, 64, 0, kMapped, 0, 1, null, 0, 0, true, true))
                  .isEqualTo(kIOReturnNotPermitted);
              assertThat(command.synchronize(kIODirectionInOut)).isEqualTo(kIOReturnBadArgument);
              assertThat(command.synchronize(kIODirectionOut)).isEqualTo(kIOReturnSuccess);

              // Q2: the prepare that failed has raised the count: three completes, not two.
              assertThat(command.complete()).isEqualTo(kIOReturnSuccess);
              assertThat(command.complete()).isEqualTo(kIOReturnSuccess);
              assertThat(command.complete()).isEqualTo(kIOReturnSuccess);
              assertThat(command.complete()).isEqualTo(kIOReturnNotReady);
              return true;
            });
  }

  @Test
  void theSameDescriptorWithoutPrepareCompletesFully() {
    Bench.in("M1")
        .run(
            () -> {
              IODMACommand command = Bench.command(64, kMapped, null);
              IOBufferMemoryDescriptor memory = buffer();
              command.setMemoryDescriptor(memory);
              command.prepare();
              assertThat(command.setMemoryDescriptor(memory, false)).isEqualTo(kIOReturnSuccess);
              assertThat(command.complete()).isEqualTo(kIOReturnNotReady);
              return true;
            });
  }

  @Row({
    "3.6/prepare",
    "4.2/prepare errors: NotReady",
    "4.2/prepare errors: NoSpace",
    "4.2/prepare errors: NotAligned",
    "4.2/length 0"
  })
  @Test
  void errorsOfPrepare() {
    Bench.in("M0")
        .run(
            () -> {
              IODMACommand bare = IODMACommand.withRefCon(null);
              bare.setMemoryDescriptor(buffer(), false);
              assertThat(bare.prepare()).isEqualTo(kIOReturnNotReady);

              IODMACommand small =
                  IODMACommand.withSpecification(IODMACommand::OutputHost64, 64, 0, kMapped, 4096);
              small.setMemoryDescriptor(buffer(), false);
              assertThat(small.prepare()).isEqualTo(kIOReturnNoSpace);
              assertThat(small.complete()).isEqualTo(kIOReturnNotReady);

              SegmentOptions limits = new SegmentOptions();
              limits.fAlignmentLength = 512;
              IODMACommand multiple =
                  IODMACommand.withSpecification(IODMACommand::OutputHost64, limits, kMapped);
              multiple.setMemoryDescriptor(buffer(), false);
              assertThat(multiple.prepare(0, 100)).isEqualTo(kIOReturnNotAligned);
              assertThat(multiple.complete()).isEqualTo(kIOReturnSuccess);

              // 0 is the whole length, not what is left behind the offset.
              IODMACommand whole = Bench.command(64, kMapped, null);
              whole.setMemoryDescriptor(buffer(), false);
              assertThat(whole.prepare(4096, 0)).isEqualTo(kIOReturnOverrun);
              return true;
            });
  }

  @Row("4.2/prepare errors: NoResources")
  @Test
  void aBounceThatFindsNoMemoryFailsAndIsReportedIfIgnored() {
    Bench bench = Bench.in("M1", MachineOptions.usual().withFailures("allocate:2"));
    bench.run(
        () -> {
          IOMemoryDescriptor memory = buffer();
          IODMACommand command =
              IODMACommand.withSpecification(IODMACommand::OutputHost64, 64, 0, kMapped, 0, 4096);
          command.setMemoryDescriptor(memory, false);
          assertThat(command.prepare(4, 4096)).isEqualTo(kIOReturnNoResources);
          assertThat(command.gen64IOVMSegments(new long[1], new Segment64[1], new int[] {1}))
              .isEqualTo(kIOReturnNotReady);
          return true;
        });

    assertThat(bench.machine().trace().text()).contains("[failure-ignored]");
  }

  @Row("4.2/mapper failure")
  @Test
  void aMapperThatFailsIsTold() {
    int result =
        Bench.in("M1", MachineOptions.usual().withFailures("map:1"))
            .run(
                () -> {
                  IODMACommand command = Bench.command(64, kMapped, null);
                  return command.setMemoryDescriptor(buffer());
                });

    assertThat(result).isEqualTo(kIOReturnNoResources);
  }

  @Row({
    "4.2/genIOVMSegments errors: BadArgument",
    "4.2/genIOVMSegments errors: Overrun",
    "3.6/genIOVMSegments, gen32, gen64"
  })
  @Test
  void errorsOfGeneratingSegments() {
    Bench.in("M0")
        .run(
            () -> {
              IODMACommand command = Bench.command(64, kMapped, null);
              command.setMemoryDescriptor(buffer());
              Segment64[] room = {new Segment64()};
              assertThat(command.gen64IOVMSegments(null, room, new int[] {1}))
                  .isEqualTo(kIOReturnBadArgument);
              assertThat(command.gen64IOVMSegments(new long[1], null, new int[] {1}))
                  .isEqualTo(kIOReturnBadArgument);
              assertThat(command.gen64IOVMSegments(new long[1], room, new int[] {0}))
                  .isEqualTo(kIOReturnBadArgument);
              assertThat(command.gen64IOVMSegments(new long[] {SIZE}, room, new int[] {1}))
                  .isEqualTo(kIOReturnOverrun);
              long[] offset = {0};
              assertThat(command.gen64IOVMSegments(offset, room, new int[] {1}))
                  .isEqualTo(kIOReturnSuccess);
              assertThat(offset[0]).isEqualTo(4096);
              return true;
            });
  }

  @Row("4.2/free with descriptor set")
  @Test
  void aCommandThatIsFreedWithItsDescriptorLeaksIt() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IODMACommand command = Bench.command(64, kMapped, null);
          IOBufferMemoryDescriptor memory = buffer();
          command.setMemoryDescriptor(memory, false);
          command.prepare(0, 4096);
          command.release();
          assertThat(memory.getRetainCount()).isEqualTo(2);
          assertThat(bench.machine().systemMapper().orElseThrow().liveMappings()).isEqualTo(1);
          return true;
        });

    assertThat(bench.machine().trace().text()).contains("[free-with-descriptor]");
  }

  @Row({
    "4.3/IODMACommand::prepare, mapper == gSystem, whole range",
    "4.3/IODMACommand::prepare, partial range, other mapper, tighter",
    "3.6/complete"
  })
  @ParameterizedTest(name = "4.3 {0}: lives after complete {1}")
  @CsvSource({
    "whole range in the system mapper, true",
    "a part, false",
    "whole range in a device mapper, false",
    "tighter address bits than the mapping has, false"
  })
  void anIovaOutlivesItsCommandOnlyIfTheDescriptorOwnsIt(String trigger, boolean lives) {
    Bench bench = Bench.in("M2");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = buffer();
          if (trigger.startsWith("tighter")) {
            memory.getPhysicalAddress();
          }
          IOMapper mapper =
              trigger.contains("device mapper") ? bench.deviceMapper() : IOMapper.gSystem;
          int bits = trigger.startsWith("tighter") ? 32 : 64;
          IODMACommand command = Bench.command(bits, kMapped, mapper);
          command.setMemoryDescriptor(memory, false);
          command.prepare(0, trigger.equals("a part") ? 4096 : 0);
          long address = Bench.segments(command).get(0).fIOVMAddr;
          assertThat(mapper.mapToPhysicalAddress(address)).isEqualTo(Bench.cpa(memory));
          command.complete();
          assertThat(mapper.mapToPhysicalAddress(address) == Bench.cpa(memory)).isEqualTo(lives);
          return true;
        });
  }

  @Row("4.3/IODMACommand::prepare, mapper == gSystem, whole range")
  @Test
  void commandsOverTheWholeShareTheDescriptorsAddress() {
    Bench.in("M1")
        .run(
            () -> {
              IOBufferMemoryDescriptor memory = buffer();
              IODMACommand one = Bench.command(64, kMapped, null);
              IODMACommand two = Bench.command(64, kMapped, null);
              one.setMemoryDescriptor(memory);
              two.setMemoryDescriptor(memory);
              assertThat(Bench.segments(one).get(0).fIOVMAddr)
                  .isEqualTo(Bench.segments(two).get(0).fIOVMAddr)
                  .isEqualTo(memory.getPhysicalAddress());
              return true;
            });
  }

  @Row("3.1/initWithOptions on a live descriptor")
  @Test
  void reTargetingKillsTheOldAddress() {
    Bench.in("M1")
        .run(
            () -> {
              IOMemoryDescriptor memory = unprepared(kIODirectionInOut);
              memory.prepare();
              long old = memory.getPhysicalAddress();
              dev.dmalint.iokit.IOAddressRange[] other = {
                new dev.dmalint.iokit.IOAddressRange(IOLib.IOMallocAligned(8192, 4096), 8192)
              };
              assertThat(
                      memory.initWithOptions(
                          other,
                          1,
                          0,
                          Task.kernel_task,
                          IOMemoryDescriptor.kIOMemoryTypeVirtual | kIODirectionInOut))
                  .isTrue();
              assertThat(memory.getLength()).isEqualTo(8192);
              assertThat(IOMapper.gSystem.mapToPhysicalAddress(old)).isEqualTo(old);
              return true;
            });
  }

  @Row("4.1/physical type")
  @Test
  void aPhysicalDescriptorIsAlwaysPreparedAndItsMappingLivesAsLongAsItself() {
    Bench.in("M1")
        .run(
            () -> {
              IOMemoryDescriptor memory =
                  IOMemoryDescriptor.withPhysicalAddress(0x9000_0000L, 4096, kIODirectionNone);
              assertThat(memory.getPreparationID()).isEqualTo(2);
              long address = memory.getPhysicalAddress();
              assertThat(memory.prepare()).isEqualTo(kIOReturnSuccess);
              assertThat(memory.complete()).isEqualTo(kIOReturnSuccess);
              assertThat(IOMapper.gSystem.mapToPhysicalAddress(address)).isEqualTo(0x9000_0000L);
              memory.release();
              assertThat(IOMapper.gSystem.mapToPhysicalAddress(address)).isEqualTo(address);
              return true;
            });
  }
}
