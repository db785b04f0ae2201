package dev.dmalint.driverkit;

import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.Kernel;
import dev.dmalint.iokit.OSObject;

/**
 * A driver in a process of its own, or the stand-in of a nub in the kernel.
 *
 * @see "xnu: iokit/DriverKit/IOService.iig"
 */
public class IOService extends OSObject {
  private IOService provider;

  /** A service that is not initialised; for subclasses. */
  protected IOService() {}

  /**
   * Begins to drive.
   *
   * @param provider the nub
   * @return {@code kIOReturnSuccess}, or why not
   */
  public int Start(IOService provider) {
    this.provider = provider;
    return IOReturn.kIOReturnSuccess;
  }

  /**
   * Ends driving.
   *
   * @param provider the nub
   * @return {@code kIOReturnSuccess}, or why not
   */
  public int Stop(IOService provider) {
    return IOReturn.kIOReturnSuccess;
  }

  /**
   * The nub.
   *
   * @return what {@link #Start} got; null before
   */
  public IOService GetProvider() {
    return provider;
  }

  /**
   * Publishes the service.
   *
   * @return {@code kIOReturnSuccess}, or why not
   */
  public int RegisterService() {
    Kernel.current();
    return IOReturn.kIOReturnSuccess;
  }

  /**
   * Ends the service.
   *
   * @param options none are defined
   * @return {@code kIOReturnSuccess}, or why not
   */
  public int Terminate(long options) {
    Kernel.current();
    return provider == null ? IOReturn.kIOReturnSuccess : Stop(provider);
  }

  /** The nub in the kernel, or what stands there for a driver. */
  dev.dmalint.iokit.IOService kernelSide() {
    return null;
  }
}
