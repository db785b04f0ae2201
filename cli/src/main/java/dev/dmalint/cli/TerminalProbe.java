package dev.dmalint.cli;

import dev.dmalint.cli.Surroundings.Kind;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells whether a stream leads to a terminal. The JDK can tell of standard input and output
 * together only; Linux tells of each where it lists a process's open files. A launcher that knows
 * better says so in the property {@code dmalint.terminal}: the numbers of the streams that do, as
 * {@code 12}.
 */
final class TerminalProbe {
  private static final String TOLD = "dmalint.terminal";

  private TerminalProbe() {}

  static Kind of(int stream) {
    String told = System.getProperty(TOLD);
    if (told != null) {
      return kind(told.contains(Integer.toString(stream)));
    }
    Path open = Path.of("/proc/self/fd/" + stream);
    try {
      if (Files.isSymbolicLink(open)) {
        String target = Files.readSymbolicLink(open).toString();
        return kind(
            target.startsWith("/dev/pts/")
                || target.startsWith("/dev/tty")
                || target.equals("/dev/console"));
      }
    } catch (IOException unknown) {
      // Then the JDK's answer has to do.
    }
    return kind(stream == 1 && isConsole());
  }

  /** From JDK 22 on there is a console without a terminal too; a method that JDK 17 lacks tells. */
  @SuppressWarnings("SystemConsoleNull") // JDK 17 returns null; the newer ones are asked further.
  private static boolean isConsole() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException older) {
      return true;
    }
  }

  private static Kind kind(boolean terminal) {
    return terminal ? Kind.TERMINAL : Kind.OTHER;
  }
}
