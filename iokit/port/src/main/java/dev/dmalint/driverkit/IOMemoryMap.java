package dev.dmalint.driverkit;

import dev.dmalint.iokit.Kernel;
import dev.dmalint.iokit.OSObject;

/**
 * A mapping into the driver's own address space; never an address for a device.
 *
 * @see "xnu: iokit/DriverKit/IOMemoryMap.iig"
 */
public class IOMemoryMap extends OSObject {
  private dev.dmalint.iokit.IOMemoryMap kernelSide;
  private long offset;

  /** For subclasses. */
  protected IOMemoryMap() {}

  IOMemoryMap(dev.dmalint.iokit.IOMemoryMap kernelSide, long offset) {
    this.kernelSide = kernelSide;
    this.offset = offset;
  }

  @Override
  protected void free() {
    if (kernelSide != null) {
      kernelSide.release();
    }
    super.free();
  }

  /**
   * Where it is.
   *
   * @return virtual address in the driver's process
   */
  public long GetAddress() {
    Kernel.current();
    return kernelSide.getVirtualAddress();
  }

  /**
   * The length.
   *
   * @return bytes
   */
  public long GetLength() {
    Kernel.current();
    return kernelSide.getLength();
  }

  /**
   * Where it starts in the descriptor.
   *
   * @return bytes
   */
  public long GetOffset() {
    Kernel.current();
    return offset;
  }
}
