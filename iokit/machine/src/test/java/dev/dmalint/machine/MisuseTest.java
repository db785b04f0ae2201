package dev.dmalint.machine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmalint.machine.DriverRun.Outcome;
import dev.dmalint.machine.trace.TraceEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The kinds that the checker reports, and that it is silent where nothing is wrong. */
class MisuseTest {
  private static final Path PAGE = Path.of("../../docs/dma-checker.md");

  @Test
  void thePageOfTheCheckerHasEachKindOnce() throws IOException {
    List<String> listed =
        Files.readAllLines(PAGE, UTF_8).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(3, line.indexOf('`', 3)))
            .toList();

    assertThat(listed)
        .containsExactlyElementsOf(Arrays.stream(Misuse.values()).map(Misuse::id).toList());
  }

  @Test
  void eachKindHasATestThatNamesIt() throws IOException {
    StringBuilder tests = new StringBuilder();
    for (String name : List.of("DmaCheckerTest", "LifetimeMisuseTest", "BusTest")) {
      tests.append(
          Files.readString(Path.of("src/test/java/dev/dmalint/machine/" + name + ".java"), UTF_8));
    }

    assertThat(Misuse.values())
        .allSatisfy(kind -> assertThat(tests).contains('"' + kind.id() + '"'));
  }

  @Test
  void aKindThatIsNotListedCannotBeReported() {
    assertThatThrownBy(() -> Misuse.of("something")).hasMessageContaining("something");
  }

  @Test
  void whatIsRepairedIsNotReported() {
    for (SampleTableTest.Sample sample : SampleTableTest.SAMPLES) {
      for (String id : SampleTableTest.WORLDS) {
        Outcome outcome = SampleTableTest.run(sample, "repaired", Machine.world(id));
        assertThat(outcome.trace().of(TraceEvent.Misused.class).map(TraceEvent::text))
            .as("%s on %s", sample.name(), id)
            .isEmpty();
      }
    }
  }
}
