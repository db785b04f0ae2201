package dev.dmalint.machine;

import static dev.dmalint.iokit.IODMACommand.kMapped;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionIn;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionNone;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionPrepareToPhys32;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryAutoPrepare;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryHostOnly;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryRemote;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryTypeVirtual;
import static dev.dmalint.iokit.IOReturn.kIOReturnNotAttached;
import static dev.dmalint.iokit.IOReturn.kIOReturnSuccess;
import static dev.dmalint.iokit.IOReturn.kIOReturnUnderrun;
import static dev.dmalint.iokit.IOReturn.kIOReturnUnsupported;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOAddressRange;
import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODeviceMemory;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMDDMAWalkSegmentArgs;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.OSArray;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Pmap;
import dev.dmalint.iokit.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** iokit-facts 3.1, 3.2, 3.4, 3.5: factories and calls of descriptors, one test a row. */
class DescriptorCallsTest {
  private static final long SIZE = 4 * 4096;

  private static IOMemoryDescriptor kernelMemory(int options) {
    return IOMemoryDescriptor.withAddressRange(
        IOLib.IOMallocAligned(SIZE, 4096), SIZE, options, Task.kernel_task);
  }

  @Row("3.1/withAddress")
  @Test
  void withAddressIsPreparedAndMappedInTheSystemMapper() {
    Bench bench = Bench.in("M1");
    long[] numbers =
        bench.run(
            () -> {
              long va = IOLib.IOMallocAligned(SIZE, 4096);
              IOMemoryDescriptor memory =
                  IOMemoryDescriptor.withAddress(va, SIZE, kIODirectionInOut);
              assertThat(memory.getPreparationID()).isGreaterThan(2);
              return new long[] {memory.getPhysicalAddress(), Pmap.kvtophys(va)};
            });

    assertThat(bench.space(numbers[0], numbers[1])).isEqualTo("IOVA(sys)");
  }

  @Row("3.1/withAddressRange, withAddressRanges with a task")
  @Test
  void rangesOfATaskAreNotPreparedNotEvenTheKernels() {
    Bench.in("M1")
        .run(
            () -> {
              assertThat(kernelMemory(kIODirectionInOut).getPreparationID()).isZero();
              Task user = Task.of("user");
              IOBufferMemoryDescriptor pages =
                  IOBufferMemoryDescriptor.inTaskWithOptions(
                      user,
                      kIODirectionInOut | IOBufferMemoryDescriptor.kIOMemoryPageable,
                      SIZE,
                      1);
              IOAddressRange[] ranges = {
                new IOAddressRange(pages.getBytesNoCopy(), 4096),
                new IOAddressRange(pages.getBytesNoCopy() + 8192, 4096)
              };
              IOMemoryDescriptor two =
                  IOMemoryDescriptor.withAddressRanges(ranges, 2, kIODirectionInOut, user);
              assertThat(two.getPreparationID()).isZero();
              assertThat(two.prepare()).isEqualTo(kIOReturnSuccess);
              assertThat(two.getLength()).isEqualTo(8192);
              assertThat(IOMapper.gSystem.mapToPhysicalAddress(two.getPhysicalAddress()))
                  .isEqualTo(Bench.cpa(two));
              return true;
            });
  }

  @Row({"3.1/the same, task NULL", "3.1/withPhysicalAddress"})
  @Test
  void physicalRangesCountAsWiredAtOnce() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          DomainMapper system = bench.machine().systemMapper().orElseThrow();
          IOMemoryDescriptor one =
              IOMemoryDescriptor.withAddressRange(0x9000_0000L, SIZE, kIODirectionInOut, null);
          IOMemoryDescriptor two =
              IOMemoryDescriptor.withPhysicalAddress(0x9000_0000L, SIZE, kIODirectionInOut);
          assertThat(one.getPreparationID()).isEqualTo(2);
          assertThat(two.getPreparationID()).isEqualTo(2);
          assertThat(system.liveMappings()).isZero();
          assertThat(one.getPhysicalAddress()).isNotEqualTo(two.getPhysicalAddress());
          assertThat(system.liveMappings()).isEqualTo(2);
          return true;
        });
  }

  @Row("3.1/withOptions")
  @Test
  void withOptionsIsPreparedOnlyIfAskedAndMappedInTheMapperGiven() {
    Bench bench = Bench.in("M2");
    bench.run(
        () -> {
          IOAddressRange[] range = {new IOAddressRange(IOLib.IOMallocAligned(SIZE, 4096), SIZE)};
          int options = kIODirectionInOut | kIOMemoryTypeVirtual;
          IOMemoryDescriptor plain =
              IOMemoryDescriptor.withOptions(range, 1, 0, Task.kernel_task, options);
          assertThat(plain.getPreparationID()).isZero();
          IOMemoryDescriptor own =
              IOMemoryDescriptor.withOptions(
                  range,
                  1,
                  0,
                  Task.kernel_task,
                  options | kIOMemoryAutoPrepare,
                  bench.deviceMapper());
          assertThat(own.getPreparationID()).isNotZero();
          assertThat(bench.space(own.getPhysicalAddress(), Bench.cpa(own))).isEqualTo("IOVA(dev)");
          return true;
        });
  }

  @Row("3.1/any, with MapperNone, HostOnly or Remote")
  @ParameterizedTest(name = "3.1 creation with 0x{0}: no mapper")
  @CsvSource({"800", "1000", "40000"})
  void aFlagLeavesAVirtualDescriptorWithoutAMapper(String flag) {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IOMemoryDescriptor memory = kernelMemory(kIODirectionInOut | Integer.parseInt(flag, 16));
          memory.prepare();
          assertThat(memory.getPhysicalAddress()).isEqualTo(Bench.cpa(memory));
          assertThat(bench.machine().systemMapper().orElseThrow().liveMappings()).isZero();
          return true;
        });
  }

  @Row("3.1/failure is NULL")
  @Test
  void badTypesOverflowsAndMoreThanMemoryAreNull() {
    Bench.in("M1")
        .run(
            () -> {
              IOAddressRange[] range = {new IOAddressRange(0x10000, SIZE)};
              assertThat(
                      IOMemoryDescriptor.withOptions(
                          range, 1, 0, Task.kernel_task, kIODirectionInOut))
                  .isNull();
              assertThat(
                      IOMemoryDescriptor.withOptions(
                          range, 1, 0, Task.kernel_task, kIODirectionInOut | 0xF0))
                  .isNull();
              assertThat(
                      IOMemoryDescriptor.withAddressRange(
                          -4096, 8192, kIODirectionInOut, Task.kernel_task))
                  .isNull();
              assertThat(
                      IOMemoryDescriptor.withAddressRange(
                          0, 1L << 50, kIODirectionInOut, Task.kernel_task))
                  .isNull();
              return true;
            });
  }

  @Row({"2.2/kIOMemoryRemote", "3.1.1/kIOMemoryHostOnly or Remote, option 0"})
  @ParameterizedTest(name = "2.2 kIOMemoryRemote in {0}")
  @CsvSource({"M0", "M1"})
  void memoryOfAnotherAgentIsNotTouched(String state) {
    Bench.in(state)
        .run(
            () -> {
              IOMemoryDescriptor memory = kernelMemory(kIODirectionInOut | kIOMemoryRemote);
              assertThat(memory.prepare()).isEqualTo(kIOReturnNotAttached);
              assertThat(memory.readBytes(0, new byte[4], 4)).isZero();
              assertThat(memory.writeBytes(0, new byte[4], 4)).isZero();
              assertThat(memory.performOperation(1, 0, 4096)).isEqualTo(kIOReturnNotAttached);
              assertThat(memory.getPhysicalAddress()).isEqualTo(Bench.cpa(memory)).isNotZero();
              IOMemoryDescriptor physical =
                  IOMemoryDescriptor.withAddressRange(
                      0x9000_0000L, 4096, kIODirectionInOut | kIOMemoryRemote, null);
              assertThat(physical.prepare()).isEqualTo(kIOReturnNotAttached);
              if (IOMapper.gSystem != null) {
                IODMACommand command = Bench.command(64, kMapped, null);
                assertThat(command.setMemoryDescriptor(physical)).isEqualTo(kIOReturnNotAttached);
              }
              return true;
            });
  }

  @Row("2.2/kIOMemoryHostOnly")
  @Test
  void hostOnlyMemoryIsMappedAtNothing() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IOMemoryDescriptor memory = kernelMemory(kIODirectionInOut | kIOMemoryHostOnly);
          memory.prepare();
          IODMACommand command = Bench.command(64, kMapped, null);
          assertThat(command.setMemoryDescriptor(memory)).isEqualTo(kIOReturnSuccess);
          assertThat(Bench.segments(command).get(0).fIOVMAddr).isZero();
          command.clearMemoryDescriptor();
          memory.complete();
          return true;
        });

    assertThat(bench.machine().trace().text()).doesNotContain("[unmap");
  }

  @Row({"3.1/getDirection", "3.1/getLength"})
  @Test
  void directionAndLengthAreThoseOfCreation() {
    Bench.in("M0")
        .run(
            () -> {
              IOMemoryDescriptor memory = kernelMemory(kIODirectionOut | kIOMemoryMapperNone);
              assertThat(memory.getDirection()).isEqualTo(kIODirectionOut);
              assertThat(memory.getLength()).isEqualTo(SIZE);
              return true;
            });
  }

  @Row({"3.1/getPhysicalSegment", "3.1/getPhysicalAddress"})
  @Test
  void aSegmentPastTheEndIsZeroAndTheAddressIsTheMappedOneAtTheStart() {
    Bench.in("M1")
        .run(
            () -> {
              IOMemoryDescriptor memory = kernelMemory(kIODirectionInOut);
              memory.prepare();
              long[] run = {7};
              assertThat(memory.getPhysicalSegment(SIZE, run)).isZero();
              assertThat(run[0]).isZero();
              assertThat(memory.getPhysicalSegment(-1, null)).isZero();
              assertThat(memory.getPhysicalAddress())
                  .isEqualTo(memory.getPhysicalSegment(0, null))
                  .isNotEqualTo(Bench.cpa(memory));
              return true;
            });
  }

  @Row("3.1/readBytes, writeBytes")
  @Test
  void copiesPassTheMapperByAndStayInRange() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IOMemoryDescriptor memory = kernelMemory(kIODirectionInOut);
          memory.prepare();
          assertThat(memory.writeBytes(4094, new byte[] {1, 2, 3, 4}, 4)).isEqualTo(4);
          byte[] back = new byte[4];
          assertThat(memory.readBytes(4094, back, 4)).isEqualTo(4);
          assertThat(back).containsExactly(1, 2, 3, 4);
          assertThat(memory.readBytes(SIZE - 2, back, 4)).isZero();
          assertThat(memory.writeBytes(4094, null, 4)).isEqualTo(4);
          memory.readBytes(4094, back, 4);
          assertThat(back).containsOnly(0);
          memory.complete();
          memory.prepare(kIODirectionOut);
          assertThat(memory.writeBytes(0, back, 4)).isZero();
          return true;
        });

    assertThat(bench.machine().systemMapper().orElseThrow().liveMappings()).isZero();
  }

  @Row({"3.1/createMappingInTask, map", "3.5/IOMemoryMap"})
  @Test
  void aMappingShowsAPartAndAnswersAsItsDescriptor() {
    Bench.in("M1")
        .run(
            () -> {
              IOMemoryDescriptor memory = kernelMemory(kIODirectionInOut);
              memory.prepare();
              memory.writeBytes(4096, new byte[] {9}, 1);
              IOMemoryMap map =
                  memory.createMappingInTask(
                      Task.kernel_task, 0, IOMemoryDescriptor.kIOMapAnywhere, 4096, 8192);
              assertThat(OSByteOrder.OSReadInt8(map.getVirtualAddress(), 0)).isEqualTo(9);
              assertThat(map.getAddress()).isEqualTo(map.getVirtualAddress());
              assertThat(map.getLength()).isEqualTo(8192).isEqualTo(map.getSize());
              assertThat(map.getMemoryDescriptor()).isSameAs(memory);
              assertThat(map.getPhysicalAddress()).isEqualTo(memory.getPhysicalSegment(4096, null));
              long[] run = new long[1];
              assertThat(map.getPhysicalSegment(0, run, kIOMemoryMapperNone))
                  .isEqualTo(memory.getPhysicalSegment(4096, null, kIOMemoryMapperNone));
              IOMemoryDescriptor other = kernelMemory(kIODirectionInOut);
              other.prepare();
              assertThat(map.redirect(other, 0, 0)).isZero();
              assertThat(OSByteOrder.OSReadInt8(map.getVirtualAddress(), 0)).isZero();
              assertThat(map.wireRange(kIODirectionInOut, 0, 4096)).isZero();
              assertThat(map.wireRange(kIODirectionNone, 0, 4096)).isZero();
              assertThat(map.unmap()).isZero();
              assertThat(memory.createMappingInTask(Task.kernel_task, 0, 1, SIZE, 1)).isNull();
              return true;
            });
  }

  @Row("3.1/performOperation")
  @Test
  void cacheOperationsKnowTheirCodesAndTheRange() {
    Bench.in("M0")
        .run(
            () -> {
              IOMemoryDescriptor memory = kernelMemory(kIODirectionInOut);
              assertThat(memory.performOperation(1, 0, SIZE)).isEqualTo(kIOReturnSuccess);
              assertThat(memory.performOperation(2, 0, SIZE)).isEqualTo(kIOReturnSuccess);
              assertThat(memory.performOperation(3, 0, SIZE)).isEqualTo(kIOReturnUnsupported);
              assertThat(memory.performOperation(1, 0, SIZE + 1)).isEqualTo(kIOReturnUnderrun);
              return true;
            });
  }

  @Row("3.1/getPreparationID")
  @Test
  void eachPreparationHasANumberOfItsOwn() {
    Bench.in("M0")
        .run(
            () -> {
              IOMemoryDescriptor memory = kernelMemory(kIODirectionIn);
              assertThat(memory.getPreparationID()).isZero();
              memory.prepare();
              long first = memory.getPreparationID();
              memory.complete();
              memory.prepare();
              assertThat(memory.getPreparationID()).isGreaterThan(2).isNotEqualTo(first);
              assertThat(new IOMemoryDescriptor() {}.getPreparationID()).isEqualTo(1);
              return true;
            });
  }

  @Row("3.1/setMapperOptions, getMapperOptions")
  @Test
  void hintsToTheMapperHaveSixteenBits() {
    Bench.in("M0")
        .run(
            () -> {
              IOMemoryDescriptor memory = kernelMemory(kIODirectionIn);
              memory.setMapperOptions(0x1_0001);
              assertThat(memory.getMapperOptions()).isEqualTo(1);
              return true;
            });
  }

  @Row("3.1/dmaCommandOperation")
  @Test
  void aWalkGivesCpuPhysicalRunsUnderAMapperToo() {
    Bench.in("M1")
        .run(
            () -> {
              IOMemoryDescriptor memory = kernelMemory(kIODirectionIn);
              memory.prepare();
              IOMDDMAWalkSegmentArgs walk = new IOMDDMAWalkSegmentArgs();
              walk.fOffset = 4096;
              assertThat(memory.dmaCommandOperation(IOMemoryDescriptor.kIOMDFirstSegment, walk, 0))
                  .isZero();
              assertThat(walk.fIOVMAddr)
                  .isEqualTo(memory.getPhysicalSegment(4096, null, kIOMemoryMapperNone));
              assertThat(memory.dmaCommandOperation(5, walk, 0)).isEqualTo(kIOReturnUnsupported);
              return true;
            });
  }

  @Row({"3.1/getPhysicalSegment64", "3.1/getSourceSegment"})
  @Test
  void theCallsOfTheOldKernelAnswerRawAndSource() {
    Bench.in("M1")
        .run(
            () -> {
              long va = IOLib.IOMallocAligned(SIZE, 4096);
              IOMemoryDescriptor memory =
                  IOMemoryDescriptor.withAddress(va, SIZE, kIODirectionInOut);
              long[] run = new long[1];
              assertThat(memory.getPhysicalSegment64(0, run)).isEqualTo(Pmap.kvtophys(va));
              assertThat(memory.getSourceSegment(100, run)).isEqualTo(va + 100);
              assertThat(run[0]).isEqualTo(SIZE - 100);
              return true;
            });
  }

  @Row("3.4/IODeviceMemory")
  @Test
  void deviceMemoryHasNoDirectionAndAnswersRawOnlyWhenAsked() {
    Bench.in("M1")
        .run(
            () -> {
              IODeviceMemory memory = IODeviceMemory.withRange(0xC000_0000L, 0x4000);
              assertThat(memory.getDirection()).isEqualTo(kIODirectionNone);
              IODeviceMemory part = IODeviceMemory.withSubRange(memory, 0x1000, 0x1000);
              assertThat(Bench.cpa(part)).isEqualTo(0xC000_1000L);
              assertThat(part.getPhysicalAddress()).isNotEqualTo(0xC000_1000L);
              assertThat(IODeviceMemory.withSubRange(memory, 0x4000, 1)).isNull();
              IODeviceMemory.InitElement element = new IODeviceMemory.InitElement();
              element.start = 0xC100_0000L;
              element.length = 0x1000;
              OSArray array =
                  IODeviceMemory.arrayFromList(new IODeviceMemory.InitElement[] {element}, 1);
              assertThat(Bench.cpa((IODeviceMemory) array.getObject(0))).isEqualTo(0xC100_0000L);
              return true;
            });
  }

  @Row("4.1/kIODirectionPrepareToPhys32")
  @Test
  void preparingForThirtyTwoBitsLimitsTheIovaOrThePages() {
    int pageable = kIODirectionInOut | IOBufferMemoryDescriptor.kIOMemoryPageable;
    Bench.in("M0")
        .run(
            () -> {
              IOMemoryDescriptor memory =
                  IOBufferMemoryDescriptor.inTaskWithOptions(Task.kernel_task, pageable, SIZE, 1);
              memory.prepare(kIODirectionInOut | kIODirectionPrepareToPhys32);
              assertThat(Bench.cpa(memory)).isLessThan(1L << 32);
              return true;
            });
    Bench.in("M1")
        .run(
            () -> {
              long size = 1 << 20;
              IOMemoryDescriptor memory =
                  IOBufferMemoryDescriptor.inTaskWithOptions(Task.kernel_task, pageable, size, 1);
              memory.prepare(kIODirectionInOut | kIODirectionPrepareToPhys32);
              assertThat(memory.getPhysicalAddress()).isLessThan(1L << 32);
              return true;
            });
  }

  @Row({"3.2/inTaskWithOptions", "3.2/withOptions", "3.2/withCapacity", "3.2/withBytes"})
  @Test
  void buffersOfTheKernelArePreparedForLife() {
    Bench.in("M0")
        .run(
            () -> {
              IOBufferMemoryDescriptor bytes =
                  IOBufferMemoryDescriptor.withBytes(new byte[] {5}, 1, kIODirectionOut, true);
              assertThat(bytes.getDirection()).isEqualTo(kIODirectionOut);
              assertThat(OSByteOrder.OSReadInt8(bytes.getBytesNoCopy(), 0)).isEqualTo(5);
              IOBufferMemoryDescriptor capacity =
                  IOBufferMemoryDescriptor.withCapacity(SIZE, kIODirectionIn, true);
              assertThat(Bench.cpa(capacity) & (SIZE - 1)).isZero();
              long[] run = new long[1];
              capacity.getPhysicalSegment(0, run, kIOMemoryMapperNone);
              assertThat(run[0]).isEqualTo(SIZE);
              IOBufferMemoryDescriptor buffer =
                  IOBufferMemoryDescriptor.withOptions(kIODirectionInOut, SIZE, 1);
              assertThat(buffer.prepare()).isZero();
              assertThat(buffer.complete()).isZero();
              assertThat(buffer.getPreparationID()).isGreaterThan(2);
              IOBufferMemoryDescriptor task =
                  IOBufferMemoryDescriptor.inTaskWithOptions(
                      Task.kernel_task, kIODirectionInOut, SIZE, 1);
              assertThat(Bench.cpa(task)).isNotZero();
              return true;
            });
  }

  @Row({"4.1/prepare makes no IOVA", "4.1/free"})
  @Test
  void preparingMakesNoIovaAndFreeingTakesItAway() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          DomainMapper system = bench.machine().systemMapper().orElseThrow();
          IOMemoryDescriptor memory = kernelMemory(kIODirectionInOut);
          memory.prepare();
          memory.prepare();
          assertThat(system.liveMappings()).isZero();
          long address = memory.getPhysicalAddress();
          assertThat(system.liveMappings()).isEqualTo(1);
          memory.release();
          assertThat(system.liveMappings()).isZero();
          assertThat(system.mapToPhysicalAddress(address)).isEqualTo(address);
          return true;
        });
  }
}
