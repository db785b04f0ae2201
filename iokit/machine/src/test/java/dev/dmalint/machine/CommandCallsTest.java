package dev.dmalint.machine;

import static dev.dmalint.iokit.IODMACommand.kBypassed;
import static dev.dmalint.iokit.IODMACommand.kMapped;
import static dev.dmalint.iokit.IODMACommand.kUnmapped;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionIn;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionOut;
import static dev.dmalint.iokit.IOReturn.kIOReturnBadArgument;
import static dev.dmalint.iokit.IOReturn.kIOReturnNoSpace;
import static dev.dmalint.iokit.IOReturn.kIOReturnNotPermitted;
import static dev.dmalint.iokit.IOReturn.kIOReturnNotReady;
import static dev.dmalint.iokit.IOReturn.kIOReturnSuccess;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment32;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IODMACommand.SegmentOptions;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.KernelPanic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** iokit-facts 3.6 and 4.2: the calls of a command, one test a row. */
class CommandCallsTest {
  private static final long SIZE = 4 * 4096;

  /** Does nothing but exist in one of the states of 4.2. */
  private static final class InState {
    private final IODMACommand command = Bench.command(64, kMapped, null);
    private final IOBufferMemoryDescriptor memory = buffer();

    InState(String state) {
      if (!state.equals("E")) {
        command.setMemoryDescriptor(memory, state.equals("P"));
      }
    }

    int prepareCount() {
      int count = 0;
      while (command.complete() == kIOReturnSuccess) {
        count++;
      }
      return count;
    }
  }

  private static IOBufferMemoryDescriptor buffer() {
    return IOBufferMemoryDescriptor.withOptions(kIODirectionInOut, SIZE, 1);
  }

  private static int segments(IODMACommand command) {
    return command.gen64IOVMSegments(new long[1], new Segment64[] {new Segment64()}, new int[] {1});
  }

  @Row({
    "4.2/setMemoryDescriptor(new, auto)",
    "4.2/setMemoryDescriptor(same, auto=true)",
    "4.2/setMemoryDescriptor(same, auto=false)",
    "4.2/setMemoryDescriptor(NULL)",
    "4.2/prepare",
    "4.2/genIOVMSegments",
    "4.2/synchronize",
    "4.2/readBytes, writeBytes",
    "4.2/complete",
    "4.2/clearMemoryDescriptor(true)",
    "4.2/clearMemoryDescriptor(false)",
    "4.2/prepareWithSpecification"
  })
  @ParameterizedTest(name = "4.2 {0} in {1}: {2}, then prepared {3} times, descriptor {4}")
  @CsvSource({
    "'set(new, true)', E, 0x0, 1, new",
    "'set(new, true)', S, 0x0, 1, new",
    "'set(new, true)', P, 0xE00002D5, 1, old",
    "'set(new, false)', E, 0x0, 0, new",
    "'set(new, false)', S, 0x0, 0, new",
    "'set(new, false)', P, 0xE00002D5, 1, old",
    "'set(same, true)', S, 0x0, 0, old",
    "'set(same, true)', P, 0x0, 1, old",
    "'set(same, false)', S, 0x0, 0, old",
    "'set(same, false)', P, 0x0, 0, old",
    "set(NULL), E, 0x0, 0, none",
    "set(NULL), S, 0x0, 0, none",
    "set(NULL), P, 0xE00002D5, 1, old",
    "prepare(same), E, 0xE00002D8, 0, none",
    "prepare(same), S, 0x0, 1, old",
    "prepare(same), P, 0x0, 2, old",
    "prepare(other), P, 0xE00002D8, 2, old",
    "generate, E, 0xE00002D8, 0, none",
    "generate, S, 0xE00002D8, 0, old",
    "generate, P, 0x0, 1, old",
    "synchronize, E, 0xE00002D8, 0, none",
    "synchronize, S, 0xE00002D8, 0, old",
    "synchronize, P, 0x0, 1, old",
    "readBytes, E, 0x0, 0, none",
    "readBytes, S, 0x0, 0, old",
    "readBytes, P, 0x4, 1, old",
    "writeBytes, E, 0x0, 0, none",
    "writeBytes, S, 0x0, 0, old",
    "writeBytes, P, 0x4, 1, old",
    "complete, E, 0xE00002D8, 0, none",
    "complete, S, 0xE00002D8, 0, old",
    "complete, P, 0x0, 0, old",
    "clear(true), E, 0x0, 0, none",
    "clear(true), S, 0x0, 0, none",
    "clear(true), P, 0x0, 0, none",
    "clear(false), E, 0x0, 0, none",
    "clear(false), S, 0x0, 0, none",
    "clear(false), P, 0xE00002D8, 1, old",
    "prepareWith, E, 0xE00002D8, 0, none",
    "prepareWith, S, 0x0, 1, old",
    "prepareWith, P, 0xE00002E2, 1, old"
  })
  void aCallInAState(String call, String state, String code, int prepared, String descriptor) {
    Bench.in("M1")
        .run(
            () -> {
              InState start = new InState(state);
              IOBufferMemoryDescriptor other = buffer();
              assertThat(call(start, call, other)).isEqualTo(Long.decode(code).intValue());
              IOMemoryDescriptor expected =
                  switch (descriptor) {
                    case "new" -> other;
                    case "old" -> start.memory;
                    default -> null;
                  };
              assertThat(start.command.getMemoryDescriptor()).isSameAs(expected);
              assertThat(start.prepareCount()).isEqualTo(prepared);
              return true;
            });
  }

  private static int call(InState in, String call, IOMemoryDescriptor other) {
    IODMACommand command = in.command;
    return switch (call) {
      case "set(new, true)" -> command.setMemoryDescriptor(other, true);
      case "set(new, false)" -> command.setMemoryDescriptor(other, false);
      case "set(same, true)" -> command.setMemoryDescriptor(in.memory, true);
      case "set(same, false)" -> command.setMemoryDescriptor(in.memory, false);
      case "set(NULL)" -> command.setMemoryDescriptor(null);
      case "prepare(same)" -> command.prepare();
      case "prepare(other)" -> command.prepare(0, 4096);
      case "generate" -> segments(command);
      case "synchronize" -> command.synchronize(kIODirectionOut);
      case "readBytes" -> (int) command.readBytes(0, new byte[4], 4);
      case "writeBytes" -> (int) command.writeBytes(0, new byte[4], 4);
      case "complete" -> command.complete();
      case "clear(true)" -> command.clearMemoryDescriptor(true);
      case "clear(false)" -> command.clearMemoryDescriptor(false);
      case "prepareWith" ->
          command.prepareWithSpecification(
              IODMACommand::OutputHost64, 64, 0, kMapped, 0, 1, null, 0, 0, true, true);
      default -> throw new IllegalArgumentException(call);
    };
  }

  @Row("4.2/synchronize")
  @Test
  void bothWaysAtOnceAreABadArgument() {
    int result = Bench.in("M1").run(() -> new InState("P").command.synchronize(kIODirectionInOut));

    assertThat(result).isEqualTo(kIOReturnBadArgument);
  }

  @Row("3.6/specification errors")
  @ParameterizedTest(name = "3.6 specification: {0} gives 0x{1}")
  @CsvSource({
    "no function, E00002C2",
    "no options, E00002C2",
    "33 bits with 32-bit output, E00002C2",
    "fewer bits than a page, E00002C2",
    "unknown mapping type, E00002C2",
    "bypassed with a mapper, E00002C2",
    "nothing wrong, 0"
  })
  void aSpecification(String what, String code) {
    int result =
        Bench.in("M1")
            .run(
                () -> {
                  IODMACommand[] made = new IODMACommand[1];
                  int refused =
                      switch (what) {
                        case "no function" -> IODMACommand.weakWithSpecification(made, null, 64, 0);
                        case "no options" ->
                            IODMACommand.withSpecification(
                                        IODMACommand::OutputHost64, (SegmentOptions) null, kMapped)
                                    == null
                                ? kIOReturnBadArgument
                                : 0;
                        case "33 bits with 32-bit output" ->
                            IODMACommand.weakWithSpecification(
                                made, IODMACommand::OutputHost32, 33, 0);
                        case "fewer bits than a page" ->
                            IODMACommand.weakWithSpecification(
                                made, IODMACommand::OutputHost64, 11, 0);
                        case "unknown mapping type" ->
                            IODMACommand.weakWithSpecification(
                                made, IODMACommand::OutputHost64, 64, 0, 7);
                        case "bypassed with a mapper" ->
                            IODMACommand.weakWithSpecification(
                                made, IODMACommand::OutputHost64, 64, 0, kBypassed);
                        default ->
                            IODMACommand.weakWithSpecification(
                                made, IODMACommand::OutputHost64, 64, 0, kUnmapped);
                      };
                  assertThat(made[0] == null).isEqualTo(refused != 0);
                  return refused;
                });

    assertThat(result).isEqualTo((int) Long.parseLong(code, 16));
  }

  @Row({"3.6/withRefCon", "3.6/prepareWithSpecification"})
  @Test
  void aCommandWithoutASpecificationIsNotReadyUntilItGetsOne() {
    Bench.in("M1")
        .run(
            () -> {
              IODMACommand command = IODMACommand.withRefCon("mine");
              command.setMemoryDescriptor(buffer(), false);
              assertThat(command.prepare()).isEqualTo(kIOReturnNotReady);
              int made =
                  command.prepareWithSpecification(
                      IODMACommand::OutputHost64, 64, 0, kMapped, 0, 1, null, 0, 0, true, true);
              assertThat(made).isEqualTo(kIOReturnSuccess);
              assertThat(
                      command.prepareWithSpecification(
                          IODMACommand::OutputHost64, 64, 0, kMapped, 0, 1, null, 0, 0, true, true))
                  .isEqualTo(kIOReturnNotPermitted);
              return true;
            });
  }

  @Row({"3.6/cloneCommand", "5.3/Q1"})
  @Test
  void aCloneKeepsTheMapperThatWasFound() {
    Bench bench = Bench.in("M2");
    bench.run(
        () -> {
          IODMACommand copy = Bench.command(64, kMapped, bench.deviceMapper()).cloneCommand();
          IOBufferMemoryDescriptor memory = buffer();
          copy.setMemoryDescriptor(memory);
          long address = Bench.segments(copy).get(0).fIOVMAddr;
          assertThat(bench.space(address, Bench.cpa(memory))).isEqualTo("IOVA(dev)");
          return true;
        });
  }

  @Row("3.6/getMemoryDescriptor, getIOMemoryDescriptor")
  @Test
  void theMemoryOfTheDeviceIsTheBounceWhereThereIsOne() {
    Bench.in("M0")
        .run(
            () -> {
              IOBufferMemoryDescriptor memory = buffer();
              IODMACommand command =
                  IODMACommand.withSpecification(
                      IODMACommand::OutputHost64, 64, 0, kMapped, 0, 256);
              assertThat(command.getMemoryDescriptor()).isNull();
              command.setMemoryDescriptor(memory, false);
              assertThat(command.getIOMemoryDescriptor()).isSameAs(memory);
              command.prepare(4, 4096);
              assertThat(command.getMemoryDescriptor()).isSameAs(memory);
              assertThat(command.getIOMemoryDescriptor()).isNotSameAs(memory);
              return true;
            });
  }

  @Row("3.6/getPreparedOffsetAndLength")
  @Test
  void whatIsPreparedIsTold() {
    Bench.in("M1")
        .run(
            () -> {
              InState start = new InState("S");
              long[] offset = new long[1];
              long[] length = new long[1];
              assertThat(start.command.getPreparedOffsetAndLength(offset, length))
                  .isEqualTo(kIOReturnNotReady);
              start.command.prepare(4096, 8192);
              assertThat(start.command.getPreparedOffsetAndLength(offset, length)).isZero();
              assertThat(offset[0]).isEqualTo(4096);
              assertThat(length[0]).isEqualTo(8192);
              return true;
            });
  }

  @Row("3.6/getNumAddressBits, getAlignment")
  @Test
  void aCommandTellsItsSpecification() {
    Bench.in("M1")
        .run(
            () -> {
              IODMACommand command =
                  IODMACommand.withSpecification(IODMACommand::OutputHost64, 40, 0, kMapped, 0, 64);
              assertThat(command.getNumAddressBits()).isEqualTo(40);
              assertThat(command.getAlignment()).isEqualTo(64);
              assertThat(command.getAlignmentLength()).isEqualTo(1);
              assertThat(command.getAlignmentInternalSegments()).isEqualTo(64);
              return true;
            });
  }

  @Row("3.6/createCopyBuffer")
  @ParameterizedTest(name = "3.6 createCopyBuffer in {0}")
  @CsvSource({"M0", "M1"})
  void aCopyBufferIsPageAlignedBelowFourGib(String state) {
    Bench.in(state)
        .run(
            () -> {
              IOBufferMemoryDescriptor copy =
                  Bench.command(64, kMapped, null).createCopyBuffer(kIODirectionIn, 1 << 20);
              assertThat(copy.getDirection()).isEqualTo(kIODirectionIn);
              assertThat(copy.getPhysicalAddress()).isLessThan(1L << 32);
              assertThat(copy.getPhysicalAddress() & 4095).isZero();
              return true;
            });
  }

  @Row("3.6/genIOVMSegments, gen32, gen64")
  @Test
  void offsetsAreRelativeToThePreparedOneAndSuccessMayCoverAPart() {
    Bench.in("M0")
        .run(
            () -> {
              InState start = new InState("S");
              start.command.prepare(4096, 8192);
              long[] offset = {0};
              Segment64[] room = {new Segment64()};
              int[] count = {1};
              assertThat(start.command.gen64IOVMSegments(offset, room, count)).isZero();
              assertThat(offset[0]).isEqualTo(4096);
              assertThat(room[0].fIOVMAddr)
                  .isEqualTo(
                      start.memory.getPhysicalSegment(
                          4096, null, IOMemoryDescriptor.kIOMemoryMapperNone));
              assertThat(start.command.genIOVMSegments(offset, room, count)).isZero();
              assertThat(offset[0]).isEqualTo(8192);
              IODMACommand small =
                  IODMACommand.withSpecification(IODMACommand::OutputHost32, 32, 0, kMapped);
              small.setMemoryDescriptor(start.memory);
              Segment32[] short32 = {new Segment32()};
              assertThat(small.gen32IOVMSegments(new long[1], short32, new int[] {1})).isZero();
              assertThat(short32[0].fLength).isPositive();
              return true;
            });
  }

  @Row("3.6/readBytes, writeBytes")
  @Test
  void copiesReachThePreparedMemory() {
    Bench.in("M2")
        .run(
            () -> {
              InState start = new InState("S");
              start.command.prepare(4096, 8192);
              assertThat(start.command.writeBytes(8190, new byte[] {1, 2}, 2)).isEqualTo(2);
              assertThat(start.command.writeBytes(8191, new byte[] {1, 2}, 2)).isZero();
              byte[] bytes = new byte[2];
              start.memory.readBytes(4096 + 8190, bytes, 2);
              assertThat(bytes).containsExactly(1, 2);
              return true;
            });
  }

  @Row("4.2/mapper failure")
  @ParameterizedTest(name = "4.2 the mapper gives 0x{0}")
  @CsvSource({"E00002BE", "E00002C8", "E00002D0"})
  void theCodeOfTheMapperComesThrough(String code) {
    int wanted = (int) Long.parseLong(code, 16);
    IOMapper failing =
        new IOMapper() {
          @Override
          public int iovmMapMemory(
              IOMemoryDescriptor memory,
              long descriptorOffset,
              long length,
              int mapOptions,
              dev.dmalint.iokit.IODMAMapSpecification mapSpecification,
              IODMACommand dmaCommand,
              dev.dmalint.iokit.IODMAMapPageList pageList,
              long[] mapAddress,
              long[] mapLength) {
            return wanted;
          }
        };
    int result =
        Bench.in("M1").run(() -> Bench.command(64, kMapped, failing).setMemoryDescriptor(buffer()));

    assertThat(result).isEqualTo(wanted);
  }

  @Row("4.2/prepare errors: NoSpace")
  @Test
  void moreThanATransferIsNoSpaceAndRaisesNothing() {
    Bench.in("M1")
        .run(
            () -> {
              IODMACommand command =
                  IODMACommand.withSpecification(IODMACommand::OutputHost64, 64, 0, kMapped, 4096);
              assertThat(command.setMemoryDescriptor(buffer())).isEqualTo(kIOReturnNoSpace);
              assertThat(command.getMemoryDescriptor()).isNull();
              return true;
            });
  }

  @Row("4.2/descriptor ordering rule")
  @Test
  void theOrderOfTheRuleIsSilentAndAnyOtherPanics() {
    Bench.in("M1")
        .run(
            () -> {
              IOMemoryDescriptor memory =
                  IOBufferMemoryDescriptor.withOptions(
                      kIODirectionInOut | IOBufferMemoryDescriptor.kIOMemoryPageable, SIZE, 1);
              IODMACommand command = Bench.command(64, kMapped, null);
              assertThat(memory.prepare()).isZero();
              assertThat(command.setMemoryDescriptor(memory)).isZero();
              assertThatExceptionOfType(KernelPanic.class).isThrownBy(memory::complete);
              assertThat(command.clearMemoryDescriptor()).isZero();
              assertThat(memory.complete()).isZero();
              return true;
            });
  }

  @Row("3.6/weakWithSpecification")
  @Test
  void theWeakFactorySaysSuccessAndGivesTheCommand() {
    IODMACommand made =
        Bench.in("M0")
            .run(
                () -> {
                  IODMACommand[] command = new IODMACommand[1];
                  assertThat(
                          IODMACommand.weakWithSpecification(
                              command, IODMACommand::OutputHost64, 64, 0))
                      .isEqualTo(kIOReturnSuccess);
                  return command[0];
                });

    assertThat(made).isNotNull();
  }

  @Row("3.6/initWithSpecification")
  @Test
  void aSubclassIsInitialisedOrRefused() {
    Bench.in("M1")
        .run(
            () -> {
              IODMACommand command = new IODMACommand() {};
              SegmentOptions limits = new SegmentOptions();
              limits.fNumAddressBits = 64;
              assertThat(
                      command.initWithSpecification(
                          IODMACommand::OutputHost64, limits, kBypassed, null, null))
                  .isFalse();
              assertThat(
                      command.initWithSpecification(
                          IODMACommand::OutputHost64, limits, kMapped, null, null))
                  .isTrue();
              assertThat(command.setMemoryDescriptor(buffer())).isZero();
              return true;
            });
  }
}
