package dev.dmalint.benchmarks;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.machine.Machine;
import dev.dmalint.machine.MachineOptions;
import dev.dmalint.models.World;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the machine of P1 with 8 GiB of RAM costs: to boot it, to map and unmap a page through its
 * system mapper, to translate an address. All in 64 MiB of heap.
 */
@State(Scope.Thread)
@Fork(value = 1, jvmArgsAppend = "-Xmx64m")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MachineBenchmark {
  private static final int PAIRS = 1000;

  private World world;
  private Machine machine;
  private IOBufferMemoryDescriptor memory;
  private IOMapper mapper;
  private long address;

  /** The world: P1 with RAM above 4 GiB, 8 GiB in all. */
  @Setup(Level.Trial)
  public void world() {
    World usual = Machine.world("P1/ram-high");
    SortedMap<String, String> attributes = new TreeMap<>(usual.attributes());
    attributes.put("ramBanks", "0x0-0xbfffffff, 0x100000000-0x23fffffff");
    world = new World(usual.index(), usual.id(), usual.platform(), attributes);
  }

  /** A machine for each iteration: its trace grows with what is done on it. */
  @Setup(Level.Invocation)
  public void machine() {
    machine = Machine.boot(world, MachineOptions.usual());
    machine.run(
        () -> {
          memory = IOBufferMemoryDescriptor.withOptions(3, 4096, 4096);
          mapper = IOMapper.gSystem;
          address = memory.getPhysicalAddress();
        });
  }

  /** {@return a machine, booted, which has handed out a buffer of 64 KiB} */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public long boot() {
    return Machine.boot(world)
        .run(() -> IOBufferMemoryDescriptor.withOptions(3, 65536, 1).getPhysicalAddress());
  }

  /** {@return how many pages were mapped and unmapped, straight at the mapper} */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @OperationsPerInvocation(PAIRS)
  public int mapAndUnmap() {
    return machine.run(
        () -> {
          long[] at = new long[1];
          long[] length = new long[1];
          for (int i = 0; i < PAIRS; i++) {
            mapper.iovmMapMemory(memory, 0, 4096, 3, null, null, null, at, length);
            mapper.iovmUnmapMemory(memory, null, at[0], length[0]);
          }
          return PAIRS;
        });
  }

  /** {@return how often a command was prepared and completed, as a driver does it} */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @OperationsPerInvocation(PAIRS)
  public int prepareAndComplete() {
    return machine.run(
        () -> {
          IODMACommand command =
              IODMACommand.withSpecification(
                  IODMACommand::OutputHost64, 64, 0, IODMACommand.kMapped, 0, 1, null);
          command.setMemoryDescriptor(memory, false);
          for (int i = 0; i < PAIRS; i++) {
            command.prepare(0, 2048);
            command.complete();
          }
          return PAIRS;
        });
  }

  /** {@return the last of the physical addresses that an IOVA stands for} */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @OperationsPerInvocation(PAIRS)
  public long translate() {
    return machine.run(
        () -> {
          long last = 0;
          for (int i = 0; i < PAIRS; i++) {
            last = mapper.mapToPhysicalAddress(address + (i & 4095));
          }
          return last;
        });
  }
}
