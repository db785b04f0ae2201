package dev.dmalint.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.models.ModelReader;
import dev.dmalint.models.World;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The same run gives the same bytes. */
class TraceTest {
  private static String run() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = IOBufferMemoryDescriptor.withOptions(3, 65536, 1);
          IODMACommand command = Bench.command(64, IODMACommand.kMapped, null);
          command.setMemoryDescriptor(memory);
          bench.device().port().write(Bench.segments(command).get(0).fIOVMAddr, new byte[5000]);
          bench.device().port().readNumber(0x5000, 8);
          command.complete();
          memory.release();
          return true;
        });
    return bench.machine().trace().text() + bench.machine().trace().json();
  }

  @Test
  void twentyRunsAndEightMachinesInParallelTellTheSame() throws Exception {
    String first = run();
    for (int i = 0; i < 20; i++) {
      assertThat(run()).isEqualTo(first);
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Callable<String>> tasks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      tasks.add(TraceTest::run);
    }
    for (Future<String> one : threads.invokeAll(tasks)) {
      assertThat(one.get()).isEqualTo(first);
    }
    threads.shutdown();
  }

  @Test
  void eventsHaveTheirFieldsInJson() {
    assertThat(run())
        .contains(
            "{\"kind\":\"map\",\"domain\":\"vtd[0]\",\"address\":\"0x200000\",\"length\":\"0x10000\",\"rights\":\"rw\"}\n")
        .contains(
            "{\"kind\":\"fault\",\"domain\":\"vtd[0]\",\"device\":\"01:00.0\",\"reason\":6,"
                + "\"write\":false,\"address\":\"0x5000\"}\n");
  }

  @Test
  void everyShippedWorldBoots() {
    for (World world : ModelReader.builtIn().worlds()) {
      Machine machine = Machine.boot(world);
      long size = machine.run(() -> IOBufferMemoryDescriptor.withOptions(3, 65536, 1).getLength());

      assertThat(size).isEqualTo(65536);
      assertThat(machine.world()).isEqualTo(world.id());
    }
  }
}
