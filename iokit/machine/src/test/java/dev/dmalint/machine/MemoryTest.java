package dev.dmalint.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.KernelPanic;
import dev.dmalint.iokit.MlPhys;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Pmap;
import dev.dmalint.iokit.Task;
import dev.dmalint.iokit.VmParam;
import dev.dmalint.machine.device.ScatterGatherEngine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory and the CPU's view of it. */
class MemoryTest {
  private static final int OUT = IOMemoryDescriptor.kIODirectionOut;

  @Test
  void whatIsWrittenThroughAPointerIsReadThroughTheDescriptor() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory =
              IOBufferMemoryDescriptor.withOptions(
                  IOMemoryDescriptor.kIODirectionInOut, 3 * 4096, 1);
          long base = memory.getBytesNoCopy();
          OSByteOrder.OSWriteLittleInt32(base, 4094, 0x11223344);
          OSByteOrder.OSWriteBigInt64(base, 8, 0x0102030405060708L);
          byte[] bytes = new byte[4];

          assertThat(memory.readBytes(4094, bytes, 4)).isEqualTo(4);
          assertThat(bytes).containsExactly(0x44, 0x33, 0x22, 0x11);
          assertThat(OSByteOrder.OSReadInt8(base, 8)).isEqualTo(1);
          assertThat(OSByteOrder.OSReadLittleInt64(base, 8)).isEqualTo(0x0807060504030201L);
          assertThat(memory.readBytes(3 * 4096 - 1, bytes, 2)).isZero();
          return true;
        });
  }

  @Test
  void theMemoryOfALongBufferIsScatteredAndOfAFixedOrder() {
    List<Long> first = pages(1);

    assertThat(first).doesNotHaveDuplicates().isEqualTo(pages(1)).isNotEqualTo(pages(2));
    assertThat(first.get(1)).isNotEqualTo(first.get(0) + 4096);
  }

  private static List<Long> pages(long seed) {
    return Bench.in("M0", MachineOptions.usual().withSeed(seed))
        .run(
            () -> {
              IOBufferMemoryDescriptor memory =
                  IOBufferMemoryDescriptor.withOptions(OUT, 16 * 4096, 1);
              List<Long> pages = new ArrayList<>();
              long[] run = new long[1];
              for (long at = 0; at < memory.getLength(); at += run[0]) {
                pages.add(
                    memory.getPhysicalSegment(at, run, IOMemoryDescriptor.kIOMemoryMapperNone));
              }
              return pages;
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"M0", "M1", "M2", "M3", "M4"})
  void pagesLieWhereTheWorldHasRamAndHaveItsSize(String state) {
    Bench bench = Bench.in(state);
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = IOBufferMemoryDescriptor.withOptions(OUT, 65536, 1);
          long page = Bench.cpa(memory);

          assertThat(page).isGreaterThan(0xFFFFFFFFL);
          assertThat(page & VmParam.PAGE_MASK).isZero();
          assertThat(VmParam.PAGE_SIZE).isEqualTo(state.equals("M3") ? 16384 : 4096);
          assertThat(Pmap.kvtophys(memory.getBytesNoCopy())).isEqualTo(page);
          return true;
        });
  }

  @Test
  void aMachineWithLittleMemoryHasNoneAboveFourGib() {
    Bench bench = Bench.in("P1/ram-low");
    long page = bench.run(() -> Bench.cpa(IOBufferMemoryDescriptor.withOptions(OUT, 65536, 1)));

    assertThat(page).isLessThan(0x1_0000_0000L);
    assertThat(bench.machine().memory().isRam(0x1_0000_0000L)).isFalse();
  }

  @Test
  void aWildAccessPanicsWithItsAddress() {
    Bench bench = Bench.in("M1");

    assertThatExceptionOfType(KernelPanic.class)
        .isThrownBy(() -> bench.run(() -> OSByteOrder.OSReadLittleInt32(0x200000, 4)))
        .withMessageContaining("read at 0x200004");
    assertThatExceptionOfType(KernelPanic.class)
        .isThrownBy(
            () ->
                bench.run(
                    () -> {
                      MlPhys.ml_phys_write_64(0xD000_0000L, 1);
                      return true;
                    }))
        .withMessageContaining("write at physical 0xd0000000");
  }

  @Test
  void memoryThatWasFreedIsWild() {
    Bench bench = Bench.in("M0");
    long address =
        bench.run(
            () -> {
              IOBufferMemoryDescriptor memory = IOBufferMemoryDescriptor.withOptions(OUT, 4096, 1);
              long base = memory.getBytesNoCopy();
              OSByteOrder.OSWriteInt8(base, 0, 1);
              memory.release();
              return base;
            });

    assertThatExceptionOfType(KernelPanic.class)
        .isThrownBy(() -> bench.run(() -> OSByteOrder.OSReadInt8(address, 0)));
  }

  @Test
  void theHeapZeroesAlignsAndKnowsWhatItGave() {
    Bench bench = Bench.in("M0");
    bench.run(
        () -> {
          long one = IOLib.IOMallocAligned(100, 64);
          long two = IOLib.IOMalloc(10_000);
          IOLib.memset(two, 0x5A, 10_000);
          IOLib.memcpy(one, two + 9_900, 100);

          assertThat(one & 63).isZero();
          assertThat(OSByteOrder.OSReadInt8(one, 99)).isEqualTo(0x5A);
          IOLib.IOFreeAligned(one, 100);
          assertThatExceptionOfType(KernelPanic.class)
              .isThrownBy(() -> IOLib.IOFreeAligned(one, 100));
          return true;
        });
  }

  @Test
  void pageableMemoryMovesWhenNobodyHoldsIt() {
    Bench bench = Bench.in("M0");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory =
              IOBufferMemoryDescriptor.withOptions(
                  OUT | IOBufferMemoryDescriptor.kIOMemoryPageable, 4096, 1);
          OSByteOrder.OSWriteLittleInt32(memory.getBytesNoCopy(), 0, 77);
          memory.prepare();
          long held = Bench.cpa(memory);
          memory.complete();
          memory.prepare();

          assertThat(Bench.cpa(memory)).isNotEqualTo(held);
          assertThat(OSByteOrder.OSReadLittleInt32(memory.getBytesNoCopy(), 0)).isEqualTo(77);
          return true;
        });
  }

  @Test
  void aMappingShowsTheSameBytesElsewhere() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = IOBufferMemoryDescriptor.withOptions(3, 8192, 1);
          IOMemoryMap map = memory.map();
          OSByteOrder.OSWriteLittleInt64(memory.getBytesNoCopy(), 4096, 42);

          assertThat(map.getVirtualAddress()).isNotEqualTo(memory.getBytesNoCopy());
          assertThat(OSByteOrder.OSReadLittleInt64(map.getVirtualAddress(), 4096)).isEqualTo(42);
          map.release();
          Task user = Task.of("user");
          IOMemoryMap theirs = memory.createMappingInTask(user, 0, 1);
          assertThat(Pmap.pmap_find_phys(user, theirs.getVirtualAddress()))
              .isEqualTo((int) (Bench.cpa(memory) >>> 12));
          return true;
        });
  }

  @Test
  void anEndlessLoopIsStopped() {
    Bench bench = Bench.in("M0", MachineOptions.usual().withStepBudget(1000));

    assertThatExceptionOfType(OutOfSteps.class)
        .isThrownBy(
            () ->
                bench.run(
                    () -> {
                      while (true) {
                        IOLib.IODelay(1);
                      }
                    }))
        .withMessageContaining("1000 calls");
  }

  @ParameterizedTest
  @ValueSource(strings = {"delay", "register", "translate", "segment", "memory", "prepare", "log"})
  void everyLoopThatCallsThePortIsStopped(String call) {
    Bench bench = Bench.in("M1", MachineOptions.usual().withStepBudget(5000));
    IOPCIDevice nub = bench.machine().attach(new ScatterGatherEngine());

    assertThatExceptionOfType(OutOfSteps.class)
        .isThrownBy(() -> bench.run(() -> endless(call, nub)))
        .withMessageContaining("5000 calls");
  }

  private static boolean endless(String call, IOPCIDevice nub) {
    IOBufferMemoryDescriptor memory = IOBufferMemoryDescriptor.withOptions(3, 8192, 1);
    long sum = 0;
    for (int rounds = 0; rounds < 100_000; rounds++) {
      switch (call) {
        case "delay" -> IOLib.IODelay(1);
        case "register" -> sum += nub.configRead32(0);
        case "translate" -> sum += IOMapper.gSystem.mapToPhysicalAddress(sum);
        case "segment" -> sum += memory.getPhysicalAddress();
        case "memory" -> sum += OSByteOrder.OSReadLittleInt32(memory.getBytesNoCopy(), 0);
        case "prepare" -> sum += memory.prepare() + memory.complete();
        case "log" -> IOLib.IOLog("%d", sum);
        default -> throw new AssertionError(call);
      }
    }
    return false;
  }
}
