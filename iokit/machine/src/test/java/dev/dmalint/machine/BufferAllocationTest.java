package dev.dmalint.machine;

import static dev.dmalint.iokit.IOBufferMemoryDescriptor.kIOMemoryHostPhysicallyContiguous;
import static dev.dmalint.iokit.IOBufferMemoryDescriptor.kIOMemoryPageable;
import static dev.dmalint.iokit.IOBufferMemoryDescriptor.kIOMemoryPhysicallyContiguous;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** iokit-facts 3.2: what a buffer descriptor allocates. */
class BufferAllocationTest {
  private static final long SIZE = 16 * 4096;
  private static final int BOTH = IOMemoryDescriptor.kIODirectionInOut;

  @Row({
    "3.2/no contiguity option",
    "3.2/kIOMemoryPhysicallyContiguous",
    "3.2/kIOMemoryHostPhysicallyContiguous",
    "3.2/alignment > page size"
  })
  @ParameterizedTest(name = "3.2 {0}, {1}: contiguous CPA {2}")
  @CsvSource({
    "no contiguity, M0, false",
    "no contiguity, M1, false",
    "no contiguity, M3, false",
    "PhysicallyContiguous, M0, true",
    "PhysicallyContiguous, M1, false",
    "PhysicallyContiguous, M2, false",
    "PhysicallyContiguous, M3, true",
    "PhysicallyContiguous and MapperNone, M1, true",
    "HostPhysicallyContiguous, M0, true",
    "HostPhysicallyContiguous, M1, true",
    "HostPhysicallyContiguous, M2, true",
    "alignment above a page, M0, true",
    "alignment above a page, M1, false"
  })
  void contiguity(String request, String state, boolean contiguous) {
    Bench bench = Bench.in(state);
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = request(request);
          long size = memory.getLength();
          long[] run = new long[1];
          long first = memory.getPhysicalSegment(0, run, kIOMemoryMapperNone);

          assertThat(run[0] == size).isEqualTo(contiguous);
          if (request.startsWith("alignment")) {
            assertThat(memory.getPhysicalAddress() & 0xFFFF).isZero();
          }
          if (IOMapper.gSystem != null && !request.contains("MapperNone")) {
            memory.getPhysicalSegment(0, run, 0);
            assertThat(run[0]).isEqualTo(size);
          }
          return first;
        });
  }

  private static IOBufferMemoryDescriptor request(String name) {
    long size = 4 * SIZE;
    return switch (name) {
      case "PhysicallyContiguous" -> make(kIOMemoryPhysicallyContiguous, size, 1);
      case "PhysicallyContiguous and MapperNone" ->
          make(kIOMemoryPhysicallyContiguous | kIOMemoryMapperNone, size, 1);
      case "HostPhysicallyContiguous" -> make(kIOMemoryHostPhysicallyContiguous, size, 1);
      case "alignment above a page" -> make(0, size, 65536);
      default -> make(0, size, 1);
    };
  }

  private static IOBufferMemoryDescriptor make(int options, long size, long alignment) {
    return IOBufferMemoryDescriptor.inTaskWithOptions(
        Task.kernel_task, BOTH | options, size, alignment);
  }

  @Row({"3.2/physical mask (high bound)", "3.2/inTaskWithPhysicalMask"})
  @Test
  void aMaskBoundsThePagesWithoutAMapperAndTheIovaWithOne() {
    long low =
        Bench.in("M0")
            .run(
                () -> {
                  IOBufferMemoryDescriptor memory = masked(0, 0xFFFFF000L);
                  assertThat(memory.getPhysicalAddress()).isEqualTo(Bench.cpa(memory));
                  return Bench.cpa(memory);
                });
    assertThat(low).isLessThan(0x1_0000_0000L);
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = masked(0, 0xFFFFF000L);
          assertThat(Bench.cpa(memory)).isGreaterThan(0xFFFF_FFFFL);
          assertThat(memory.getPhysicalAddress()).isLessThan(0x1_0000_0000L);
          IOBufferMemoryDescriptor big =
              IOBufferMemoryDescriptor.inTaskWithPhysicalMask(
                  Task.kernel_task, BOTH, 1 << 20, 0xFFFFF000L);
          assertThat(big.getPhysicalAddress()).isLessThan(0x1_0000_0000L);
          assertThat(Bench.cpa(masked(kIOMemoryMapperNone, 0xFFFFF000L)))
              .isLessThan(0x1_0000_0000L);
          return true;
        });
  }

  @Row("3.2/physical mask (low zero bits)")
  @Test
  void aMaskWithLowZerosAligns() {
    Bench bench = Bench.in("M1");
    long address = bench.run(() -> masked(0, 0xFFFFFFFF0000L).getPhysicalAddress());

    assertThat(address & 0xFFFF).isZero();
  }

  private static IOBufferMemoryDescriptor masked(int options, long mask) {
    return IOBufferMemoryDescriptor.inTaskWithPhysicalMask(
        Task.kernel_task, BOTH | options, SIZE, mask);
  }

  @Row("3.2/tiny buffers")
  @Test
  void tinyBuffersShareAPage() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          long one = Bench.cpa(make(0, 100, 1));
          long two = Bench.cpa(make(0, 100, 1));

          assertThat(two >>> 12).isEqualTo(one >>> 12);
          assertThat(two).isNotEqualTo(one);
          return true;
        });
  }

  @Row("3.2/NULL is returned")
  @ParameterizedTest
  @ValueSource(strings = {"M0", "M1", "M3"})
  void whatCannotBeIsNull(String state) {
    Bench bench = Bench.in(state);
    bench.run(
        () -> {
          Task user = Task.of("user");
          assertThat(make(0, 0, 1)).isNull();
          assertThat(IOBufferMemoryDescriptor.inTaskWithOptions(user, BOTH, SIZE, 1)).isNull();
          assertThat(
                  IOBufferMemoryDescriptor.inTaskWithOptions(
                      user, BOTH | kIOMemoryPageable, SIZE, 1))
              .isNotNull();
          assertThat(IOMemoryDescriptor.withAddressRange(-4096, 8192, BOTH, Task.kernel_task))
              .isNull();
          assertThat(IOMemoryDescriptor.withAddressRange(0, 1L << 50, BOTH, Task.kernel_task))
              .isNull();
          return true;
        });
  }

  @Row("3.2/other methods")
  @Test
  void capacityLengthAndBytesAreThoseOfTheBuffer() {
    Bench bench = Bench.in("M0");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory =
              IOBufferMemoryDescriptor.withBytes(new byte[] {1, 2, 3, 4}, 4, BOTH);
          memory.setLength(2);
          assertThat(memory.getCapacity()).isEqualTo(4);
          assertThat(memory.getLength()).isEqualTo(2);
          assertThat(memory.getBytesNoCopy(1, 1)).isEqualTo(memory.getBytesNoCopy() + 1);
          assertThat(memory.getBytesNoCopy(1, 2)).isZero();
          assertThat(memory.appendBytes(new byte[] {9, 9, 9}, 3)).isTrue();
          byte[] bytes = new byte[4];
          assertThat(memory.readBytes(0, bytes, 4)).isEqualTo(4);
          assertThat(bytes).containsExactly(1, 2, 9, 9);
          return true;
        });
  }

  @Row("3.2/NULL is returned")
  @Test
  void aFailedAllocationIsNull() {
    Bench bench = Bench.in("M0", MachineOptions.usual().withFailures("allocate:2"));
    bench.run(
        () -> {
          assertThat(make(0, SIZE, 1)).isNotNull();
          assertThat(make(0, SIZE, 1)).isNull();
          assertThat(make(0, SIZE, 1)).isNotNull();
          return true;
        });
  }
}
