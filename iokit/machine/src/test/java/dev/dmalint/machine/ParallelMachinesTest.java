package dev.dmalint.machine;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.VmParam;
import dev.dmalint.machine.DriverRun.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ParallelMachinesTest {
  private static final List<String> EIGHT =
      List.of("P1", "P2", "P4", "P5", "P8", "P7", "P13", "P1/ram-low");
  private static final int TIMES = 20;

  /** Reads all the static fields again and again, and decides by them what it does. */
  public static final class StaticsDriver extends IOService {
    @Override
    public boolean start(IOService provider) {
      IOMapper own = IOMapper.copyMapperForDevice(provider);
      for (int round = 0; round < 5; round++) {
        IOBufferMemoryDescriptor memory =
            IOBufferMemoryDescriptor.withCapacity(2L * VmParam.PAGE_SIZE, 3, false);
        long address = memory.getPhysicalAddress();
        if (IOMapper.gSystem != null) {
          address = IOMapper.gSystem.mapToPhysicalAddress(address);
          IOMapper.gSystem.retain();
          IOMapper.gSystem.release();
        }
        IODMACommand command =
            Bench.command(64, IODMACommand.kMapped, own != null ? own : IOMapper.gSystem);
        command.setMemoryDescriptor(memory);
        for (Segment64 segment : Bench.segments(command)) {
          ((IOPCIDevice) provider).ioWrite32(0, (int) segment.fIOVMAddr, null);
        }
        IOLib.IOLog(
            "%d %d %x %x %b %x\n",
            VmParam.PAGE_SHIFT,
            VmParam.PAGE_SIZE,
            VmParam.PAGE_MASK,
            VmParam.round_page(5),
            IOMapper.gSystem == null,
            address ^ Bench.cpa(memory));
        command.clearMemoryDescriptor();
        command.release();
        memory.release();
      }
      return true;
    }
  }

  private static String trace(String world) {
    Outcome outcome = DriverRun.run(StaticsDriver.class, Machine.world(world));
    return outcome.result() + "\n" + outcome.trace().text() + outcome.trace().json();
  }

  private static <T> List<T> inParallel(List<? extends Callable<T>> tasks) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> done : threads.invokeAll(tasks)) {
        results.add(done.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void eightMachinesOfDifferentWorldsInParallelGiveTheTracesTheyGiveAlone() throws Exception {
    List<String> alone = EIGHT.stream().map(ParallelMachinesTest::trace).toList();
    assertThat(alone.get(3)).contains("log: 14 16384 3fff 4000 true 0");
    assertThat(alone.get(0)).contains("log: 12 4096 fff 1000 false 0");
    assertThat(alone).allMatch(text -> text.startsWith("WORKS"));

    CountDownLatch all = new CountDownLatch(EIGHT.size());
    List<Callable<List<String>>> machines = new ArrayList<>();
    for (String world : EIGHT) {
      machines.add(
          () -> {
            all.countDown();
            all.await();
            List<String> traces = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
              traces.add(trace(world));
            }
            return traces;
          });
    }

    List<List<String>> together = inParallel(machines);

    for (int i = 0; i < EIGHT.size(); i++) {
      assertThat(together.get(i)).as(EIGHT.get(i)).hasSize(TIMES).containsOnly(alone.get(i));
    }
  }

  @Test
  void machinesThatAgreeRunAtTheSameTime() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    Callable<Boolean> one =
        () ->
            Machine.boot(Machine.world("P1"))
                .run(
                    () -> {
                      both.countDown();
                      return met(both);
                    });

    assertThat(inParallel(List.of(one, one))).containsExactly(true, true);
  }

  private static boolean met(CountDownLatch latch) {
    try {
      return latch.await(30, SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aRunInsideARunOfAnotherWorldSeesItsOwnFieldsAndTheOuterSeesTheOldOnesAfterwards() {
    Machine outer = Machine.boot(Machine.world("P1"));
    Machine inner = Machine.boot(Machine.world("P5"));

    outer.run(
        () -> {
          IOMapper before = IOMapper.gSystem;
          inner.run(
              () -> {
                assertThat(IOMapper.gSystem).isNull();
                assertThat(VmParam.PAGE_SHIFT).isEqualTo(14);
                outer.run(() -> assertThat(IOMapper.gSystem).isSameAs(before).isNotNull());
                assertThat(VmParam.PAGE_SIZE).isEqualTo(16384);
              });
          assertThat(IOMapper.gSystem).isSameAs(before).isNotNull();
          assertThat(VmParam.PAGE_MASK).isEqualTo(4095);
        });
  }

  @Test
  void runsInsideRunsOfManyThreadsNeverBlockEachOther() throws Exception {
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Machine outer = Machine.boot(Machine.world(i % 2 == 0 ? "P1" : "P5"));
      Machine inner = Machine.boot(Machine.world(i % 2 == 0 ? "P4" : "P2"));
      int expected = i % 2 == 0 ? 12 : 14;
      tasks.add(
          () -> {
            int right = 0;
            for (int round = 0; round < 200; round++) {
              int[] seen = new int[2];
              outer.run(
                  () -> {
                    inner.run(() -> seen[0] = IOMapper.gSystem == null ? 0 : 1);
                    seen[1] = VmParam.PAGE_SHIFT;
                  });
              right += seen[0] == (expected == 12 ? 0 : 1) && seen[1] == expected ? 1 : 0;
            }
            return right;
          });
    }

    assertThat(inParallel(tasks)).containsOnly(200);
  }

  @Test
  void switchingTheMapperOffOnOneMachineLeavesTheOthersTheirs() throws Exception {
    final class Switch extends IOMapper {
      static void off() {
        setMapperRequired(false);
      }
    }
    Machine switched = Machine.boot(Machine.world("P1"));
    Machine other = Machine.boot(Machine.world("P1"));
    Callable<Boolean> off =
        () ->
            switched.run(
                () -> {
                  Switch.off();
                  return IOMapper.gSystem == null;
                });
    Callable<Boolean> stays = () -> other.run(() -> IOMapper.gSystem != null);

    assertThat(inParallel(List.of(off, stays, stays, off))).containsOnly(true);
    assertThat(switched.<Boolean>run(() -> IOMapper.gSystem == null)).isTrue();
  }

  @Test
  void aThreadThatNeverEndsCanBeGivenUpSoThatOtherWorldsGetTheirTurn() throws Exception {
    Machine stuck = Machine.boot(Machine.world("P1"));
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    AtomicReference<Throwable> trouble = new AtomicReference<>();
    Thread thread =
        new Thread(
            () ->
                stuck.run(
                    () -> {
                      running.countDown();
                      met(never);
                    }));
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((who, what) -> trouble.set(what));
    thread.start();
    assertThat(met(running)).isTrue();

    stuck.abandon(thread);

    assertThat(Machine.boot(Machine.world("P5")).<Integer>run(() -> VmParam.PAGE_SHIFT))
        .isEqualTo(14);
    never.countDown();
    thread.join();
    assertThat(trouble.get()).isNull();
  }

  @Test
  void theObjectDriversReadIsTheOneThePortComparesWith() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = IOBufferMemoryDescriptor.withCapacity(65536, 3, false);
          IODMACommand command = Bench.command(64, 0, IOMapper.gSystem);
          command.setMemoryDescriptor(memory);
          // Owned by the descriptor, as only the system mapper's are.
          assertThat(Bench.segments(command).get(0).fIOVMAddr)
              .isEqualTo(((IOMemoryDescriptor) memory).getPhysicalAddress());
          assertThat(IOMapper.gSystem.getName()).isEqualTo("vtd[0]");
          command.clearMemoryDescriptor();
          return true;
        });
  }
}
