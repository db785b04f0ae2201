package dev.dmalint.machine;

import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryHostOnly;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryTypeVirtual64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dmalint.iokit.IOAddressRange;
import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODeviceMemory;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.KernelPanic;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Pmap;
import dev.dmalint.iokit.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** iokit-facts 3.1.1 and 3.1.2: which space a segment query answers in. */
class SegmentSpaceTest {
  @Row({
    "3.1.1/none, mapper NULL, option 0",
    "3.1.1/none, mapper = device mapper, option 0",
    "3.1.1/any, kIOMemoryMapperNone",
    "3.1.1/kIOMemoryMapperNone, option 0",
    "3.1.1/kIOMemoryHostOnly or Remote, option 0",
    "5.1/getPhysicalSegment(o,&l)"
  })
  @ParameterizedTest(name = "3.1.1 creation {0}, call {1}, {2}: {3}")
  @CsvSource({
    "none, 0, M0, CPA",
    "none, 0, M1, IOVA(sys)",
    "none, 0, M2, IOVA(sys)",
    "none, 0, M3, CPA",
    "none, 0, M4, CPA",
    "device mapper, 0, M2, IOVA(dev)",
    "device mapper, 0, M3, CPA",
    "none, MapperNone, M0, CPA",
    "none, MapperNone, M1, CPA",
    "none, MapperNone, M2, CPA",
    "none, MapperNone, M3, CPA",
    "device mapper, MapperNone, M2, CPA",
    "MapperNone, 0, M0, CPA",
    "MapperNone, 0, M1, CPA",
    "MapperNone, 0, M2, CPA",
    "MapperNone, 0, M3, CPA",
    "HostOnly, 0, M0, CPA",
    "HostOnly, 0, M1, CPA",
    "HostOnly, 0, M2, CPA",
    "HostOnly, 0, M3, CPA"
  })
  void aVirtualDescriptorAnswersIn(String creation, String call, String state, String space) {
    Bench bench = Bench.in(state);
    long[] numbers =
        bench.run(
            () -> {
              IOMemoryDescriptor memory = virtual(bench, creation);
              int option = call.equals("0") ? 0 : kIOMemoryMapperNone;
              return new long[] {memory.getPhysicalSegment(0, null, option), Bench.cpa(memory)};
            });

    assertThat(bench.space(numbers[0], numbers[1])).isEqualTo(space);
  }

  private static IOMemoryDescriptor virtual(Bench bench, String creation) {
    int flags =
        switch (creation) {
          case "MapperNone" -> kIOMemoryMapperNone;
          case "HostOnly" -> kIOMemoryHostOnly;
          default -> 0;
        };
    IOMapper mapper = creation.equals("device mapper") ? bench.deviceMapper() : null;
    IOAddressRange[] range = {new IOAddressRange(IOLib.IOMallocAligned(65536, 16), 65536)};
    int options = kIODirectionInOut | kIOMemoryTypeVirtual64 | flags;
    IOMemoryDescriptor memory =
        IOMemoryDescriptor.withOptions(range, 1, 0, Task.kernel_task, options, mapper);
    assertThat(memory.prepare()).isZero();
    return memory;
  }

  @Row("3.1.1/length returned")
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"M0", "M1", "M2", "M3"})
  void aMappedRunIsTheRestAndAnUnmappedOneIsAPage(String state) {
    Bench bench = Bench.in(state);
    bench.run(
        () -> {
          IOMemoryDescriptor memory = virtual(bench, "none");
          long[] run = new long[1];
          memory.getPhysicalSegment(100, run, 0);
          boolean mapped = state.equals("M1") || state.equals("M2");
          long page = state.equals("M3") ? 16384 : 4096;

          assertThat(run[0]).isEqualTo(mapped ? 65536 - 100 : page - 100);
          memory.getPhysicalSegment(100, run, kIOMemoryMapperNone);
          assertThat(run[0]).isEqualTo(page - 100);
          assertThat(memory.getPhysicalSegment(65536, run, 0)).isZero();
          assertThat(run[0]).isZero();
          return true;
        });
  }

  @Row({
    "3.1.1/side effect of the first mapped query",
    "4.3/mapped getPhysicalSegment",
    "4.1/complete"
  })
  @Test
  void theFirstMappedQueryMapsTheWholeUntilTheLastComplete() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IOMemoryDescriptor memory = virtual(bench, "none");
          DomainMapper system = bench.machine().systemMapper().orElseThrow();
          assertThat(system.liveMappings()).isZero();
          long second = memory.getPhysicalSegment(4096, null, 0);
          assertThat(system.liveMappings()).isEqualTo(1);
          assertThat(memory.getPhysicalAddress()).isEqualTo(second - 4096);
          memory.prepare();
          memory.complete();
          assertThat(system.liveMappings()).isEqualTo(1);
          memory.complete();
          assertThat(system.liveMappings()).isZero();
          return true;
        });
  }

  @Row("3.1.1/unprepared virtual descriptor")
  @Test
  void aQueryOfUnpreparedMemoryPanics() {
    Bench bench = Bench.in("M0");

    assertThatExceptionOfType(KernelPanic.class)
        .isThrownBy(
            () ->
                bench.run(
                    () -> {
                      long va = IOLib.IOMalloc(8192);
                      return IOMemoryDescriptor.withAddressRange(
                              va, 8192, kIODirectionInOut, Task.kernel_task)
                          .getPhysicalAddress();
                    }))
        .withMessageContaining("not wired");
  }

  @Row({
    "3.1.2/none, segment option 0",
    "3.1.2/none, segment MapperNone",
    "3.1.2/none, CPU copies and map()",
    "3.1.2/kIOMemoryMapperNone, MapperNone segment, CPU copies, map()",
    "3.1.2/kIOMemoryMapperNone, segment option 0",
    "3.1.2/kIOMemoryHostOnly, any",
    "5.3/Q5"
  })
  @ParameterizedTest(name = "3.1.2 creation {0}, {1}, {2}: {3}")
  @CsvSource({
    "none, segment, M0, R",
    "none, segment, M1, new IOVA",
    "none, segment, M2, new IOVA",
    "none, segment, M3, R",
    "none, segment MapperNone, M0, R",
    "none, segment MapperNone, M1, page behind R",
    "none, segment MapperNone, M2, page behind R",
    "none, cpu, M0, R",
    "none, cpu, M1, page behind R",
    "MapperNone, segment MapperNone, M0, R",
    "MapperNone, segment MapperNone, M1, R",
    "MapperNone, cpu, M1, R",
    "MapperNone, segment, M0, R",
    "MapperNone, segment, M1, new IOVA",
    "MapperNone, segment, M2, new IOVA",
    "HostOnly, segment, M1, R",
    "HostOnly, segment MapperNone, M1, R",
    "HostOnly, cpu, M1, R"
  })
  void aPhysicalDescriptorTakesItsNumberAs(
      String creation, String operation, String state, String meaning) {
    Bench bench = Bench.in(state);
    bench.run(
        () -> {
          IOBufferMemoryDescriptor other = IOBufferMemoryDescriptor.withOptions(3, 65536, 1);
          long number = other.getPhysicalAddress();
          int flags =
              switch (creation) {
                case "MapperNone" -> kIOMemoryMapperNone;
                case "HostOnly" -> kIOMemoryHostOnly;
                default -> 0;
              };
          IOMemoryDescriptor memory =
              IOMemoryDescriptor.withAddressRange(number, 4096, kIODirectionInOut | flags, null);
          long answer = answer(memory, operation);
          switch (meaning) {
            case "R" -> assertThat(answer).isEqualTo(number);
            case "page behind R" -> assertThat(answer).isEqualTo(Bench.cpa(other));
            default -> {
              assertThat(answer).isNotEqualTo(number).isNotEqualTo(Bench.cpa(other));
              assertThat(bench.space(answer, number)).isEqualTo("IOVA(sys)");
            }
          }
          return true;
        });
  }

  private static long answer(IOMemoryDescriptor memory, String operation) {
    return switch (operation) {
      case "segment" -> memory.getPhysicalAddress();
      case "segment MapperNone" -> Bench.cpa(memory);
      default -> Pmap.kvtophys(memory.map().getVirtualAddress());
    };
  }

  @Row({"3.1.2/consequence (c)", "5.2/round trip"})
  @Test
  void aNumberThatNoIovaHasStandsForItselfUnderAMapper() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor other = IOBufferMemoryDescriptor.withOptions(3, 4096 * 2, 1);
          OSByteOrder.OSWriteLittleInt32(other.getBytesNoCopy(), 0, 99);
          IOMemoryDescriptor memory =
              IOMemoryDescriptor.withPhysicalAddress(Bench.cpa(other), 4096, kIODirectionInOut);
          IOMemoryMap map = memory.map();

          assertThat(OSByteOrder.OSReadLittleInt32(map.getVirtualAddress(), 0)).isEqualTo(99);
          return true;
        });
  }

  @Row("3.1.2/consequence (b)")
  @Test
  void aBarAnswersAnIovaAndRawOnlyWithMapperNone() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IODeviceMemory bar = IODeviceMemory.withRange(0xC0000000L, 0x1000);

          assertThat(bar.getPhysicalAddress()).isNotEqualTo(0xC0000000L);
          assertThat(bar.getPhysicalSegment(0, null, kIOMemoryMapperNone)).isEqualTo(0xC0000000L);
          assertThat(IOMapper.gSystem.mapToPhysicalAddress(bar.getPhysicalAddress()))
              .isEqualTo(0xC0000000L);
          return true;
        });
  }
}
