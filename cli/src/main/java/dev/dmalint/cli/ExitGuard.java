package dev.dmalint.cli;

import java.util.Arrays;

/**
 * Held while a driver runs: one that ends the process itself must not look like one that works, so
 * the process then ends with 1 and says why. A signal ends it as ever.
 */
final class ExitGuard {
  private static final String DRIVER = "driver";

  private final Thread hook;

  private ExitGuard(Messages messages) {
    hook = new Thread(() -> check(messages), "exit of a driver");
  }

  static ExitGuard over(Messages messages) {
    ExitGuard guard = new ExitGuard(messages);
    Runtime.getRuntime().addShutdownHook(guard.hook);
    return guard;
  }

  private static void check(Messages messages) {
    boolean byDriver =
        Thread.getAllStackTraces().entrySet().stream()
            .filter(thread -> thread.getKey().getName().equals(DRIVER))
            .flatMap(thread -> Arrays.stream(thread.getValue()))
            .anyMatch(
                frame ->
                    frame.getClassName().equals("java.lang.Runtime")
                        && frame.getMethodName().equals("exit"));
    if (byDriver) {
      messages.say("run: the driver called System.exit; a kernel has nothing like it");
      Runtime.getRuntime().halt(ExitCode.FINDINGS.number());
    }
  }

  /** Takes the guard away. */
  void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // The JVM is ending: the hook does its work.
    }
  }
}
