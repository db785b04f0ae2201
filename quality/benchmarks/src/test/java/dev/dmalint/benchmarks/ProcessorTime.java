package dev.dmalint.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/**
 * The same work by the time the thread had the processor, which tells something on a busy machine
 * too. No build runs it; its name is no test's.
 */
class ProcessorTime {
  private static final int BATCHES = 150;
  private static final double PAIRS_A_SECOND = 100_000;
  private static final double BOOTS_A_SECOND = 20;

  private final MachineBenchmark work = new MachineBenchmark();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final StringBuilder rows = new StringBuilder();

  /** Operations a second: the least, the median and the most of the batches after warm-up. */
  private double[] rates(String name, IntSupplier batch) {
    work.world();
    double[] rates = new double[BATCHES];
    for (int i = -BATCHES; i < BATCHES; i++) {
      work.machine();
      long before = threads.getCurrentThreadCpuTime();
      int operations = batch.getAsInt();
      rates[Math.abs(i) % BATCHES] =
          operations * 1e9 / Math.max(1, threads.getCurrentThreadCpuTime() - before);
    }
    Arrays.sort(rates);
    double[] result = {rates[0], rates[BATCHES / 2], rates[BATCHES - 1]};
    rows.append(
        String.format(
            Locale.ROOT, "%-20s %12.0f %12.0f %12.0f%n", name, result[0], result[1], result[2]));
    return result;
  }

  @Test
  void theMachineIsAsFastAsPromised() throws IOException {
    double[] pairs = rates("mapAndUnmap", work::mapAndUnmap);
    rates("prepareAndComplete", work::prepareAndComplete);
    rates("translate", () -> work.translate() == 0 ? 0 : 1000);
    double[] boots = rates("boot", () -> work.boot() == 0 ? 0 : 1);

    assertThat(pairs[1])
        .as("least, median, most a second:%n%s", rows)
        .isGreaterThan(PAIRS_A_SECOND);
    assertThat(boots[1])
        .as("least, median, most a second:%n%s", rows)
        .isGreaterThan(BOOTS_A_SECOND);
    Files.writeString(Path.of("target", "processor-time.txt"), rows);
  }
}
