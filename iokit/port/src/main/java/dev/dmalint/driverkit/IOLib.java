package dev.dmalint.driverkit;

/**
 * DriverKit's helpers.
 *
 * @see "DriverKit: IOLib.h"
 */
public final class IOLib {
  private IOLib() {}

  /**
   * Writes a line to the log.
   *
   * @param format {@code printf}'s, length modifiers included
   * @param arguments what it names
   */
  @SuppressWarnings("AnnotateFormatMethod") // C's format, not Java's; and no dependency for it.
  public static void IOLog(String format, Object... arguments) {
    dev.dmalint.iokit.IOLib.IOLog(format, arguments);
  }

  /**
   * Sleeps.
   *
   * @param milliseconds how long
   */
  public static void IOSleep(int milliseconds) {
    dev.dmalint.iokit.IOLib.IOSleep(milliseconds);
  }

  /**
   * Waits.
   *
   * @param microseconds how long
   */
  public static void IODelay(int microseconds) {
    dev.dmalint.iokit.IOLib.IODelay(microseconds);
  }
}
