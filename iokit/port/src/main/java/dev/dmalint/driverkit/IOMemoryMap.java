package dev.dmalint.driverkit;

import dev.dmalint.iokit.KernelPanic;
import dev.dmalint.iokit.OSObject;

/**
 * A mapping into the driver's own address space; never an address for a device.
 *
 * @see "xnu: iokit/DriverKit/IOMemoryMap.iig"
 */
public class IOMemoryMap extends OSObject {
  /** For subclasses. */
  protected IOMemoryMap() {}

  /**
   * Where it is.
   *
   * @return virtual address in the driver's process
   */
  public long GetAddress() {
    throw KernelPanic.noBehaviour();
  }

  /**
   * The length.
   *
   * @return bytes
   */
  public long GetLength() {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Where it starts in the descriptor.
   *
   * @return bytes
   */
  public long GetOffset() {
    throw KernelPanic.noBehaviour();
  }
}
