package dev.dmalint.machine;

import dev.dmalint.iokit.KernelPanic;
import dev.dmalint.machine.DriverRun.Result;
import java.util.Arrays;
import java.util.Optional;

/**
 * What an exception out of a driver means: a kernel has none, so what Java throws where C++ would
 * go on with a bad pointer stops the kernel.
 *
 * @param result panics, hangs or not modelled
 * @param reason in one sentence, with the place in the driver where that is known
 */
record DriverFailure(Result result, String reason) {
  private static final String NOT_MODELLED = "has no behaviour yet";

  /**
   * Judges an exception.
   *
   * @param trouble what was thrown
   * @param driver class of the driver
   * @return what it means
   * @throws RuntimeException or Error: {@code trouble}, if it is the machine's own fault, or a
   *     class that is missing or cannot be loaded
   */
  static DriverFailure of(Throwable trouble, Class<?> driver) {
    if (trouble instanceof ExceptionInInitializerError first && first.getCause() != null) {
      return of(first.getCause(), driver);
    }
    String at = place(trouble, driver).map(" (at %s)"::formatted).orElse("");
    if (trouble instanceof KernelPanic) {
      String text = String.valueOf(trouble.getMessage());
      Result result = text.contains(NOT_MODELLED) ? Result.NOT_MODELLED : Result.PANICS;
      return new DriverFailure(result, text + at);
    }
    if (trouble instanceof OutOfSteps || trouble instanceof OutOfTime) {
      return new DriverFailure(Result.HANGS, trouble.getMessage() + at);
    }
    if (trouble instanceof StackOverflowError) {
      return new DriverFailure(
          Result.PANICS, "the stack overflows: a call that never returns calls itself" + at);
    }
    if (trouble instanceof OutOfMemoryError) {
      return new DriverFailure(
          Result.PANICS, "the driver takes more memory than the JVM has (" + trouble + ")" + at);
    }
    if (trouble instanceof LinkageError missing) {
      throw missing;
    }
    if (isOurs(trouble, driver)) {
      if (trouble instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) trouble;
    }
    return new DriverFailure(Result.PANICS, "the driver threw " + trouble + at);
  }

  /** Whether the machine itself threw it. */
  private static boolean isOurs(Throwable trouble, Class<?> driver) {
    return Arrays.stream(trouble.getStackTrace())
        .filter(frame -> !isJava(frame))
        .findFirst()
        .filter(frame -> isMachine(frame) && !isDriver(frame, driver))
        .isPresent();
  }

  /** The innermost line that is neither Java's nor the port's nor the machine's. */
  private static Optional<String> place(Throwable trouble, Class<?> driver) {
    return Arrays.stream(trouble.getStackTrace())
        .filter(frame -> isDriver(frame, driver) || !(isJava(frame) || isPort(frame)))
        .filter(frame -> isDriver(frame, driver) || !isMachine(frame))
        .findFirst()
        .map(
            frame ->
                "%s.%s, %s:%d"
                    .formatted(
                        frame.getClassName(),
                        frame.getMethodName(),
                        frame.getFileName(),
                        frame.getLineNumber()));
  }

  private static boolean isDriver(StackTraceElement frame, Class<?> driver) {
    return outermost(frame.getClassName()).equals(outermost(driver.getName()));
  }

  private static String outermost(String name) {
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  private static boolean isJava(StackTraceElement frame) {
    return frame.getModuleName() != null && !frame.getClassName().startsWith("dev.dmalint.");
  }

  private static boolean isPort(StackTraceElement frame) {
    return frame.getClassName().startsWith("dev.dmalint.iokit.")
        || frame.getClassName().startsWith("dev.dmalint.driverkit.");
  }

  private static boolean isMachine(StackTraceElement frame) {
    return frame.getClassName().startsWith("dev.dmalint.machine.");
  }
}
