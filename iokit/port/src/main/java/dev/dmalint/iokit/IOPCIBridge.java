package dev.dmalint.iokit;

/**
 * A bridge that a PCI device sits behind. It clears bus lead and memory space of a device whose
 * DriverKit driver closed it or crashed.
 *
 * @see "IOPCIFamily: IOKit/pci/IOPCIBridge.h"
 */
public class IOPCIBridge extends IOService {
  /** For subclasses. */
  protected IOPCIBridge() {}

  /**
   * The first bus behind it.
   *
   * @return 0 to 255
   */
  public int firstBusNum() {
    throw KernelPanic.noBehaviour();
  }

  /**
   * The last bus behind it.
   *
   * @return 0 to 255
   */
  public int lastBusNum() {
    throw KernelPanic.noBehaviour();
  }

  /**
   * The range of I/O ports behind it.
   *
   * @return not retained for the caller
   */
  public IODeviceMemory ioDeviceMemory() {
    throw KernelPanic.noBehaviour();
  }
}
