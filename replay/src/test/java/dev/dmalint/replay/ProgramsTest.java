package dev.dmalint.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.replay.library.Library;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each program under {@code programs}, one a family of constructs. */
final class ProgramsTest {
  @TestFactory
  Stream<DynamicTest> saysWhatTheCompiledProgramSays() throws IOException, URISyntaxException {
    List<ProgramText> programs = programs();
    Compiled compiled = Compiled.of(programs);
    Interpreted interpreted = Interpreted.of(programs, Library.load());
    assertThat(interpreted.faults()).isEmpty();
    return programs.stream()
        .map(
            program ->
                DynamicTest.dynamicTest(
                    program.name(),
                    () -> {
                      String name = program.name();
                      assertThat(interpreted.run(name, false)).isEqualTo(compiled.run(name, false));
                      assertThat(interpreted.run(name, true)).isEqualTo(compiled.run(name, true));
                    }));
  }

  private static List<ProgramText> programs() throws IOException, URISyntaxException {
    Path folder = Path.of(ProgramsTest.class.getResource("/programs").toURI());
    List<ProgramText> programs = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        programs.add(new ProgramText(name, Files.readString(file)));
      }
    }
    return programs;
  }
}
