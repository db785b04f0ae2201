package dev.dmalint.machine;

import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryPersistent;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryTypePersistentMD;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryTypeUIO;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryTypeUPL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Pmap;
import dev.dmalint.iokit.Task;
import dev.dmalint.iokit.Uio;
import dev.dmalint.iokit.Upl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** iokit-facts 2.2, 3.1, 3.2 and 3.9: the rarer ways to have memory. */
class DescriptorTypesTest {
  private static final long MIB = 1 << 20;

  @Row({"2.2/kIOMemoryTypeUPL", "6/paging path"})
  @Test
  void pagesOfThePagerAreWiredAtOnceAndMappedInTheArena() {
    Bench.in("M1")
        .run(
            () -> {
              long va = IOLib.IOMallocAligned(MIB, 4096);
              long[] size = {MIB};
              Upl[] upl = new Upl[1];
              assertThat(Upl.vm_map_get_upl(Task.kernel_task, va, size, upl)).isZero();
              int options = kIOMemoryTypeUPL | kIODirectionInOut;
              IOMemoryDescriptor pages =
                  IOMemoryDescriptor.withOptions(upl[0], (int) MIB, 0, null, options);
              assertThat(pages.getPhysicalAddress()).isLessThan(1L << 31);
              assertThat(Bench.cpa(pages)).isEqualTo(Pmap.kvtophys(va));
              IOMemoryDescriptor plain = IOMemoryDescriptor.withAddress(va, MIB, kIODirectionInOut);
              assertThat(plain.getPhysicalAddress()).isGreaterThan(1L << 32);
              assertThat(IOMemoryDescriptor.withOptions(upl[0], (int) MIB, 4096, null, options))
                  .isNull();
              assertThat(IOMemoryDescriptor.withOptions(null, 1, 0, null, options)).isNull();
              long[] wild = {4096};
              assertThat(Upl.vm_map_get_upl(Task.kernel_task, 0x1000, wild, upl)).isNotZero();
              return true;
            });
  }

  @Row("2.2/kIOMemoryTypeUIO")
  @Test
  void aRequestOfTheFileSystemIsItsRanges() {
    Bench.in("M1")
        .run(
            () -> {
              long one = IOLib.IOMallocAligned(8192, 4096);
              long two = IOLib.IOMallocAligned(4096, 4096);
              Uio uio = Uio.uio_create(2, 0, Uio.UIO_SYSSPACE, Uio.UIO_READ);
              assertThat(Uio.uio_addiov(uio, one, 8192)).isZero();
              assertThat(Uio.uio_addiov(uio, two, 4096)).isZero();
              assertThat(Uio.uio_addiov(uio, two, 4096)).isEqualTo(-1);
              IOMemoryDescriptor memory =
                  IOMemoryDescriptor.withOptions(
                      uio, 2, 0, null, kIOMemoryTypeUIO | kIODirectionInOut);
              assertThat(memory.getLength()).isEqualTo(12288);
              assertThat(memory.getPreparationID()).isZero();
              assertThat(memory.prepare()).isZero();
              assertThat(
                      memory.getPhysicalSegment(8192, null, IOMemoryDescriptor.kIOMemoryMapperNone))
                  .isEqualTo(Pmap.kvtophys(two));
              return true;
            });
  }

  @Row({"2.2/kIOMemoryTypePersistentMD", "2.2/kIOMemoryPersistent"})
  @Test
  void persistentMemoryHasASecondDescriptor() {
    Bench.in("M1")
        .run(
            () -> {
              long va = IOLib.IOMallocAligned(8192, 4096);
              IOMemoryDescriptor kept =
                  IOMemoryDescriptor.withAddressRange(
                      va, 8192, kIODirectionInOut | kIOMemoryPersistent, Task.kernel_task);
              IOMemoryDescriptor plain =
                  IOMemoryDescriptor.withAddressRange(
                      va, 8192, kIODirectionInOut, Task.kernel_task);
              assertThat(IOMemoryDescriptor.withPersistentMemoryDescriptor(kept)).isSameAs(kept);
              assertThat(kept.getRetainCount()).isEqualTo(2);
              assertThat(IOMemoryDescriptor.withPersistentMemoryDescriptor(plain)).isNull();
              int options = kIOMemoryTypePersistentMD | kIODirectionInOut;
              assertThat(IOMemoryDescriptor.withOptions(plain, 1, 0, null, options)).isNull();
              IOMemoryDescriptor second = IOMemoryDescriptor.withOptions(kept, 1, 0, null, options);
              assertThat(second.prepare()).isZero();
              assertThat(Bench.cpa(second)).isEqualTo(Pmap.kvtophys(va));
              return true;
            });
  }

  @Row("3.2/withCopy")
  @Test
  void aCopyIsPageableAndHasTheBytes() {
    Bench.in("M0")
        .run(
            () -> {
              long va = IOLib.IOMallocAligned(8192, 4096);
              OSByteOrder.OSWriteLittleInt32(va, 5000, 99);
              IOBufferMemoryDescriptor copy =
                  IOBufferMemoryDescriptor.withCopy(
                      Task.kernel_task, kIODirectionInOut, Task.kernel_task, va, 8192);
              assertThat(copy.getPreparationID()).isZero();
              assertThat(copy.prepare()).isZero();
              byte[] bytes = new byte[4];
              assertThat(copy.readBytes(5000, bytes, 4)).isEqualTo(4);
              assertThat(bytes).containsExactly(99, 0, 0, 0);
              copy.complete();
              assertThat(
                      IOBufferMemoryDescriptor.withCopy(
                          Task.kernel_task, kIODirectionInOut, Task.kernel_task, 0x1000, 8192))
                  .isNull();
              return true;
            });
  }

  @Row("3.9/IOMallocPhysical, IOFreePhysical")
  @ParameterizedTest(name = "3.9 IOMallocPhysical in {0}")
  @CsvSource({"M0", "M1", "M2"})
  void memoryUnderAMaskIsBoundInCpuPhysicalSpace(String state) {
    Bench.in(state)
        .run(
            () -> {
              long va = IOLib.IOMallocPhysical(16384, 0xFFFFF000L);
              long first = Pmap.kvtophys(va);
              assertThat(first).isLessThan(1L << 32);
              assertThat(Pmap.kvtophys(va + 12288)).isEqualTo(first + 12288);
              IOLib.IOFreePhysical(va, 16384);
              assertThat(Pmap.kvtophys(va)).isZero();
              return true;
            });
  }
}
