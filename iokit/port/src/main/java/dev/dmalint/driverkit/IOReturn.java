package dev.dmalint.driverkit;

/** The return codes of {@link dev.dmalint.iokit.IOReturn}, under DriverKit's package. */
public final class IOReturn extends dev.dmalint.iokit.IOReturn {
  private IOReturn() {}
}
