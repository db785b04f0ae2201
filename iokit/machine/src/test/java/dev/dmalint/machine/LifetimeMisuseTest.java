package dev.dmalint.machine;

import static dev.dmalint.iokit.IODMACommand.kMapped;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionIn;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.KernelPanic;
import dev.dmalint.iokit.Task;
import dev.dmalint.machine.DriverRun.Outcome;
import dev.dmalint.machine.trace.TraceEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Misuse of prepare, complete, map, unmap and free; each is reported the second time as well. */
class LifetimeMisuseTest {
  private final Bench bench = Bench.in("M1");

  private static List<String> kinds(Stream<TraceEvent.Misused> events) {
    return events.map(TraceEvent.Misused::misuse).toList();
  }

  private List<String> kinds() {
    return kinds(bench.machine().trace().of(TraceEvent.Misused.class));
  }

  private static IOBufferMemoryDescriptor pageable() {
    return IOBufferMemoryDescriptor.withOptions(
        kIODirectionOut | IOBufferMemoryDescriptor.kIOMemoryPageable, 8192, 1);
  }

  @Test
  void aCompleteWithoutPrepare() {
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = pageable();
          memory.complete();
          memory.complete();
          Bench.command(64, kMapped, null).complete();
          return true;
        });

    assertThat(kinds())
        .containsExactly("complete-unprepared", "complete-unprepared", "complete-unprepared");
  }

  @Test
  void aCompleteForAnotherDirection() {
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = pageable();
          for (int i = 0; i < 2; i++) {
            memory.prepare(kIODirectionOut);
            memory.complete(kIODirectionIn);
          }
          memory.prepare(kIODirectionInOut);
          memory.complete(kIODirectionIn);
          memory.prepare();
          memory.complete();
          return true;
        });

    assertThat(kinds()).containsExactly("complete-direction", "complete-direction");
  }

  @Test
  void aLastCompleteUnderACommand() {
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = pageable();
          memory.prepare();
          Bench.command(64, kMapped, null).setMemoryDescriptor(memory);
          assertThatThrownBy(memory::complete).isInstanceOf(KernelPanic.class);
          assertThatThrownBy(memory::complete).isInstanceOf(KernelPanic.class);
          return true;
        });

    assertThat(kinds()).containsExactly("complete-under-command", "complete-under-command");
  }

  @Test
  void aFailedPrepareThatNobodyChecks() {
    bench.run(
        () -> {
          IODMACommand small =
              IODMACommand.withSpecification(IODMACommand::OutputHost64, 64, 0, kMapped, 100);
          small.setMemoryDescriptor(IOBufferMemoryDescriptor.withOptions(3, 4096, 1), false);
          small.prepare();
          assertThat(Bench.segments(small)).isEmpty();
          small.synchronize(kIODirectionIn);
          return true;
        });

    assertThat(kinds()).containsExactly("failure-ignored", "failure-ignored");
  }

  @Test
  void aFailedPrepareOfMemoryThatNobodyChecks() {
    Bench failing = Bench.in("M1", MachineOptions.usual().withFailures("wire:1"));
    failing.run(
        () -> {
          IOBufferMemoryDescriptor memory = pageable();
          memory.prepare();
          assertThatThrownBy(memory::getPhysicalAddress).isInstanceOf(KernelPanic.class);
          assertThatThrownBy(memory::getPhysicalAddress).isInstanceOf(KernelPanic.class);
          return true;
        });

    assertThat(kinds(failing.machine().trace().of(TraceEvent.Misused.class)))
        .containsExactly("failure-ignored", "failure-ignored");
  }

  @Test
  void memoryThatIsNotPrepared() {
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = pageable();
          IODMACommand command = Bench.command(64, kMapped, null);
          assertThatThrownBy(memory::getPhysicalAddress).isInstanceOf(KernelPanic.class);
          assertThatThrownBy(() -> command.setMemoryDescriptor(memory))
              .isInstanceOf(KernelPanic.class);
          return true;
        });

    assertThat(kinds()).containsExactly("unprepared-memory", "unprepared-memory");
  }

  @Test
  void memoryThatWasFreed() {
    bench.run(
        () -> {
          for (long size : new long[] {8192, 64}) {
            long address = IOLib.IOMalloc(size);
            IOLib.IOFree(address, size);
            IOMemoryDescriptor.withAddressRange(address, size, kIODirectionIn, Task.kernel_task)
                .prepare();
          }
          return true;
        });

    assertThat(kinds()).containsExactly("freed-memory", "freed-memory");
  }

  @Test
  void memoryThatIsFreedUnderADevice() {
    bench.run(
        () -> {
          for (long size : new long[] {8192, 64}) {
            long address = IOLib.IOMalloc(size);
            IOMemoryDescriptor memory =
                IOMemoryDescriptor.withAddressRange(
                    address, size, kIODirectionIn, Task.kernel_task);
            memory.prepare();
            Bench.command(64, kMapped, null).setMemoryDescriptor(memory);
            IOLib.IOFree(address, size);
          }
          return true;
        });

    assertThat(kinds()).containsExactly("freed-while-prepared", "freed-while-prepared");
  }

  @Test
  void anUnmapThatDoesNotFitTheMapping() {
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = IOBufferMemoryDescriptor.withOptions(3, 16384, 1);
          IOMapper mapper = IOMapper.gSystem;
          long[] at = new long[1];
          for (int i = 0; i < 2; i++) {
            mapper.iovmMapMemory(memory, 0, 16384, 3, null, null, null, at, new long[1]);
            mapper.iovmUnmapMemory(memory, null, at[0] + 4096, 16384);
            mapper.iovmUnmapMemory(memory, null, at[0] + 16, 16384);
          }
          mapper.iovmMapMemory(memory, 0, 16384, 3, null, null, null, at, new long[1]);
          mapper.iovmUnmapMemory(null, null, at[0], 4096);
          mapper.iovmUnmapMemory(memory, null, at[0], 16384);
          return true;
        });

    assertThat(kinds())
        .containsExactly(
            "unmap-range",
            "unmap-range",
            "unmap-range",
            "unmap-range",
            "unmap-size",
            "unmap-owner",
            "unmap-unmapped");
  }

  @Test
  void aWholeLifeThroughTheSystemMapperIsNoMisuse() {
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = IOBufferMemoryDescriptor.withOptions(3, 16384, 1);
          IODMACommand command = Bench.command(64, kMapped, null);
          command.setMemoryDescriptor(memory);
          long address = Bench.segments(command).get(0).fIOVMAddr;
          bench.device().port().read(address, 16384);
          command.clearMemoryDescriptor();
          command.release();
          memory.release();
          return true;
        });

    assertThat(kinds()).isEmpty();
    assertThat(bench.machine().systemMapper().orElseThrow().liveMappings()).isZero();
  }

  @Test
  void aCommandThatIsFreedWithItsDescriptor() {
    bench.run(
        () -> {
          for (int i = 0; i < 2; i++) {
            IODMACommand command = Bench.command(64, kMapped, null);
            command.setMemoryDescriptor(IOBufferMemoryDescriptor.withOptions(3, 4096, 1));
            command.release();
          }
          return true;
        });

    assertThat(kinds()).containsExactly("free-with-descriptor", "free-with-descriptor");
  }

  /** Leaves two commands prepared and one address behind. */
  static final class Leaves extends IOService {
    Leaves() {}

    @Override
    public boolean start(IOService provider) {
      ((IOPCIDevice) provider).setBusLeadEnable(true);
      for (int i = 0; i < 2; i++) {
        Bench.command(64, kMapped, null)
            .setMemoryDescriptor(IOBufferMemoryDescriptor.withOptions(3, 16384, 1));
      }
      IOBufferMemoryDescriptor.withOptions(3, 16384, 1).getPhysicalAddress();
      return true;
    }
  }

  @Test
  void whatIsMappedAfterStopAndAfterFree() {
    Outcome outcome = DriverRun.run(Leaves.class, Machine.world("P1/ram-high"));

    assertThat(kinds(outcome.trace().of(TraceEvent.Misused.class)))
        .containsExactly(
            "prepared-at-stop",
            "prepared-at-stop",
            "mapped-at-free",
            "mapped-at-free",
            "mapped-at-free");
  }
}
