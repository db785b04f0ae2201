package dev.dmalint.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dmalint.cli.Surroundings.Kind;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Runs the command within the JVM of the test, and keeps what it prints. */
final class Console {
  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private OutputStream redirected = out;
  private Kind kind = Kind.OTHER;
  private Scanner scanner =
      (request, progress) -> {
        throw new AssertionError("no scan was expected");
      };

  Console(Path directory) {
    this.directory = directory;
  }

  Console scanner(Scanner standIn) {
    scanner = standIn;
    return this;
  }

  Console variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Console onATerminal() {
    kind = Kind.TERMINAL;
    return this;
  }

  Console to(OutputStream elsewhere) {
    redirected = elsewhere;
    return this;
  }

  Run run(String... arguments) {
    out.reset();
    err.reset();
    Surroundings surroundings =
        new Surroundings(redirected, err, kind, kind, environment, directory);
    int code = new Dmalint(surroundings, scanner).run(arguments);
    return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** What a run printed, and its exit code. */
  record Run(int code, String out, String err) {}
}
