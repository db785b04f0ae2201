package dev.dmalint.iokit;

/**
 * A bridge that a PCI device sits behind. It clears bus lead and memory space of a device whose
 * DriverKit driver closed it or crashed.
 *
 * @see "IOPCIFamily: IOKit/pci/IOPCIBridge.h"
 */
public class IOPCIBridge extends IOService {
  private final int firstBus;
  private final int lastBus;
  private IODeviceMemory ports;

  /** For subclasses; the bridge to bus 0. */
  protected IOPCIBridge() {
    this(0, 0);
  }

  /**
   * A bridge of a machine.
   *
   * @param firstBus the first bus behind it
   * @param lastBus the last one
   */
  protected IOPCIBridge(int firstBus, int lastBus) {
    this.firstBus = firstBus;
    this.lastBus = lastBus;
  }

  /**
   * The first bus behind it.
   *
   * @return 0 to 255
   */
  public int firstBusNum() {
    Kernel.current();
    return firstBus;
  }

  /**
   * The last bus behind it.
   *
   * @return 0 to 255
   */
  public int lastBusNum() {
    Kernel.current();
    return lastBus;
  }

  /**
   * The range of I/O ports behind it.
   *
   * @return not retained for the caller
   */
  public IODeviceMemory ioDeviceMemory() {
    Kernel.current();
    if (ports == null) {
      ports = IODeviceMemory.of(0, 0x10000, true);
    }
    return ports;
  }
}
