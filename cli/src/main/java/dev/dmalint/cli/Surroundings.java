package dev.dmalint.cli;

import static java.util.Objects.requireNonNull;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a run meets of the world outside.
 *
 * @param out standard output
 * @param err standard error
 * @param outKind what standard output leads to
 * @param errKind what standard error leads to
 * @param environment the environment's variables
 * @param directory the current folder
 */
record Surroundings(
    OutputStream out,
    OutputStream err,
    Kind outKind,
    Kind errKind,
    Map<String, String> environment,
    Path directory) {
  private static final int USUAL_WIDTH = 100;

  Surroundings {
    requireNonNull(out);
    requireNonNull(err);
    requireNonNull(outKind);
    requireNonNull(errKind);
    environment = Map.copyOf(environment);
    requireNonNull(directory);
  }

  /** Whether a person looks on. */
  enum Kind {
    TERMINAL,
    OTHER
  }

  static Surroundings ofThisProcess() {
    Map<String, String> environment = System.getenv();
    return new Surroundings(
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        TerminalProbe.of(1),
        TerminalProbe.of(2),
        environment,
        Path.of("").toAbsolutePath());
  }

  String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  /** {@return whether the terminal is one that can colour and move its cursor} */
  boolean isCapable() {
    return !variable("TERM").equals("dumb");
  }

  /** {@return columns of the terminal as the shell exports them, else a usual width} */
  int width() {
    try {
      int columns = Integer.parseInt(variable("COLUMNS"));
      return columns > 0 ? columns : USUAL_WIDTH;
    } catch (NumberFormatException unknown) {
      return USUAL_WIDTH;
    }
  }
}
