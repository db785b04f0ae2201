package dev.dmalint.machine;

import static dev.dmalint.iokit.IODMACommand.kBypassed;
import static dev.dmalint.iokit.IODMACommand.kMapped;
import static dev.dmalint.iokit.IODMACommand.kNonCoherent;
import static dev.dmalint.iokit.IODMACommand.kUnmapped;
import static dev.dmalint.iokit.IOReturn.kIOReturnBadArgument;
import static dev.dmalint.iokit.IOReturn.kIOReturnSuccess;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.SegmentOptions;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryCursor;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IONaturalMemoryCursor;
import dev.dmalint.iokit.Pmap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** iokit-facts 3.6 and 5.1: which space segments, shortcuts and cursors answer in. */
class CommandSpaceTest {
  @Row({
    "3.6/kMapped, NULL",
    "3.6/kMapped, copyMapperForDevice",
    "3.6/kMapped, device cast",
    "3.6/kBypassed, NULL",
    "3.6/kBypassed, explicit mapper",
    "3.6/kNonCoherent, NULL",
    "3.6/kUnmapped, NULL",
    "3.6/kUnmapped, explicit mapper",
    "5.1/IODMACommand kMapped, right mapper",
    "5.1/IODMACommand kUnmapped",
    "5.1/IODMACommand kBypassed"
  })
  @ParameterizedTest(name = "3.6 {0}, mapper {1}, {2}: {3}")
  @CsvSource({
    "kMapped, NULL, M0, CPA",
    "kMapped, NULL, M1, IOVA(sys)",
    "kMapped, NULL, M2, IOVA(sys)",
    "kMapped, NULL, M3, CPA",
    "kMapped, copyMapperForDevice, M0, CPA",
    "kMapped, copyMapperForDevice, M1, IOVA(sys)",
    "kMapped, copyMapperForDevice, M2, IOVA(dev)",
    "kMapped, copyMapperForDevice, M3, IOVA(dart)",
    "kMapped, device cast, M0, CPA",
    "kMapped, device cast, M1, IOVA(sys)",
    "kMapped, device cast, M2, IOVA(sys)",
    "kMapped, device cast, M3, CPA",
    "kBypassed, NULL, M0, CPA",
    "kBypassed, NULL, M1, none",
    "kBypassed, NULL, M2, none",
    "kBypassed, NULL, M3, CPA",
    "kBypassed, explicit, M1, none",
    "kBypassed, copyMapperForDevice, M2, none",
    "kBypassed, copyMapperForDevice, M3, none",
    "kNonCoherent, NULL, M0, CPA",
    "kNonCoherent, NULL, M1, IOVA(sys)",
    "kNonCoherent, NULL, M2, IOVA(sys)",
    "kNonCoherent, NULL, M3, CPA",
    "kUnmapped, NULL, M0, CPA",
    "kUnmapped, NULL, M1, CPA",
    "kUnmapped, NULL, M2, CPA",
    "kUnmapped, NULL, M3, CPA",
    "kUnmapped, explicit, M1, IOVA(sys)",
    "kUnmapped, copyMapperForDevice, M2, IOVA(dev)",
    "kUnmapped, copyMapperForDevice, M3, IOVA(dart)"
  })
  void aCommandAnswersIn(String option, String mapper, String state, String space) {
    Bench bench = Bench.in(state);
    long[] numbers =
        bench.run(
            () -> {
              IOBufferMemoryDescriptor memory = IOBufferMemoryDescriptor.withOptions(3, 65536, 1);
              IODMACommand command = command(bench, options(option), mapper);
              if (command == null) {
                return new long[0];
              }
              assertThat(command.setMemoryDescriptor(memory)).isEqualTo(kIOReturnSuccess);
              return new long[] {Bench.segments(command).get(0).fIOVMAddr, Bench.cpa(memory)};
            });

    assertThat(numbers.length == 0 ? "none" : bench.space(numbers[0], numbers[1])).isEqualTo(space);
  }

  private static int options(String name) {
    return switch (name) {
      case "kMapped" -> kMapped;
      case "kBypassed" -> kBypassed;
      case "kNonCoherent" -> kNonCoherent;
      default -> kUnmapped;
    };
  }

  private static IODMACommand command(Bench bench, int options, String mapper) {
    return switch (mapper) {
      case "device cast" ->
          IODMACommand.withSpecification(
              IODMACommand::OutputHost64, 64, 0, options, 0, 1, bench.device().nub(), null);
      case "explicit" -> Bench.command(64, options, IOMapper.gSystem);
      case "copyMapperForDevice" -> Bench.command(64, options, bench.deviceMapper());
      default -> Bench.command(64, options, null);
    };
  }

  @Row({
    "5.1/getPhysicalAddress",
    "5.1/getPhysicalSegment(o,&l,kIOMemoryMapperNone)",
    "5.1/map->getPhysicalAddress",
    "5.1/IOMallocContiguous",
    "5.1/IOMemoryCursor segments",
    "5.1/pmap and vm look-ups",
    "3.8/memory cursors"
  })
  @ParameterizedTest(name = "5.1 {0}, {1}: {2}")
  @CsvSource({
    "getPhysicalAddress, M0, CPA",
    "getPhysicalAddress, M1, IOVA(sys)",
    "getPhysicalAddress, M2, IOVA(sys)",
    "getPhysicalAddress, M3, CPA",
    "MapperNone segment, M0, CPA",
    "MapperNone segment, M1, CPA",
    "MapperNone segment, M2, CPA",
    "MapperNone segment, M3, CPA",
    "map getPhysicalAddress, M0, CPA",
    "map getPhysicalAddress, M1, IOVA(sys)",
    "map getPhysicalAddress, M2, IOVA(sys)",
    "map getPhysicalAddress, M3, CPA",
    "IOMallocContiguous, M0, CPA",
    "IOMallocContiguous, M1, IOVA(sys)",
    "IOMallocContiguous, M2, IOVA(sys)",
    "cursor, M0, CPA",
    "cursor, M1, IOVA(sys)",
    "cursor, M2, IOVA(sys)",
    "cursor, M3, CPA",
    "pmap, M0, CPA",
    "pmap, M1, CPA",
    "pmap, M2, CPA",
    "pmap, M3, CPA"
  })
  void aShortcutAnswersIn(String shortcut, String state, String space) {
    Bench bench = Bench.in(state);
    long[] numbers = bench.run(() -> shortcut(shortcut));

    assertThat(bench.space(numbers[0], numbers[1])).isEqualTo(space);
  }

  private static long[] shortcut(String name) {
    if (name.equals("IOMallocContiguous")) {
      long[] number = new long[1];
      long va = IOLib.IOMallocContiguous(65536, 4096, number);
      return new long[] {number[0], Pmap.kvtophys(va)};
    }
    IOBufferMemoryDescriptor memory = IOBufferMemoryDescriptor.withOptions(3, 65536, 1);
    long number =
        switch (name) {
          case "getPhysicalAddress" -> memory.getPhysicalAddress();
          case "map getPhysicalAddress" -> memory.map().getPhysicalAddress();
          case "cursor" -> cursor(memory);
          case "pmap" -> Pmap.kvtophys(memory.getBytesNoCopy());
          default -> Bench.cpa(memory);
        };
    return new long[] {number, Bench.cpa(memory)};
  }

  private static long cursor(IOMemoryDescriptor memory) {
    IOMemoryCursor.PhysicalSegment[] segments = {new IOMemoryCursor.PhysicalSegment()};
    int made =
        IONaturalMemoryCursor.withSpecification(65536, 0)
            .genPhysicalSegments(memory, 0, segments, 1);
    assertThat(made).isEqualTo(1);
    return segments[0].location;
  }

  @Row("3.9/IOMallocContiguous")
  @Test
  void appleSiliconHasNoMemoryForACallThatNeedsThirtyTwoBits() {
    long va = Bench.in("M3").run(() -> IOLib.IOMallocContiguous(16384, 16384, new long[1]));

    assertThat(va).isZero();
  }

  @Row("3.6/withSpecification")
  @Test
  void aSpecificationThatCannotBeIsRefused() {
    Bench bench = Bench.in("M0");
    bench.run(
        () -> {
          IODMACommand[] made = new IODMACommand[1];

          assertThat(refusal(made, null, 32)).isEqualTo(kIOReturnBadArgument);
          assertThat(refusal(made, IODMACommand::OutputHost32, 33)).isEqualTo(kIOReturnBadArgument);
          assertThat(refusal(made, IODMACommand::OutputHost32, 0)).isEqualTo(kIOReturnSuccess);
          assertThat(made[0].getNumAddressBits()).isEqualTo(32);
          assertThat(refusal(made, IODMACommand::OutputHost64, 11)).isEqualTo(kIOReturnBadArgument);
          assertThat(refusal(made, IODMACommand::OutputHost64, 12)).isEqualTo(kIOReturnSuccess);
          assertThat(
                  IODMACommand.withSpecification(
                      IODMACommand::OutputHost64, (SegmentOptions) null, kMapped))
              .isNull();
          assertThat(Bench.command(64, 4, null)).isNull();
          return true;
        });
  }

  private static int refusal(IODMACommand[] made, IODMACommand.SegmentFunction output, int bits) {
    return IODMACommand.weakWithSpecification(made, output, bits, 0);
  }
}
