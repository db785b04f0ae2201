package dev.dmalint.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/** Runs the benchmarks, each in a JVM of its own. No build runs it; its name is no test's. */
class Measurements {
  private static final double PAIRS_A_SECOND = 100_000;
  private static final double BOOT_MILLISECONDS = 50;

  @Test
  void theMachineIsAsFastAsPromised() throws RunnerException {
    Options options = new OptionsBuilder().include(MachineBenchmark.class.getSimpleName()).build();
    Collection<RunResult> results = new Runner(options).run();

    assertThat(results).hasSize(4);
    assertThat(statistics(results, "boot").getPercentile(50)).isLessThan(BOOT_MILLISECONDS);
    assertThat(statistics(results, "mapAndUnmap").getPercentile(50)).isGreaterThan(PAIRS_A_SECOND);
  }

  private static Statistics statistics(Collection<RunResult> results, String name) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + name))
        .findFirst()
        .orElseThrow()
        .getPrimaryResult()
        .getStatistics();
  }
}
