package dev.dmalint.machine.bus;

/**
 * A device on no bus, at fixed I/O ports. No mapper stands before it, and no bus-lead bit holds it
 * back: both of its ports reach CPU-physical memory.
 */
public interface PortDevice {
  /** {@return how traces call it} */
  String name();

  /** {@return its first port} */
  int firstPort();

  /** {@return how many ports it has} */
  int ports();

  /**
   * Puts the device into a machine, once, before anything else.
   *
   * @param bus what it reaches the machine by
   */
  void attach(DeviceBus bus);

  /**
   * The CPU reads ports.
   *
   * @param offset from the first port
   * @param size 1, 2 or 4 bytes
   * @return the value, little-endian
   */
  long read(int offset, int size);

  /**
   * The CPU writes ports.
   *
   * @param offset from the first port
   * @param size 1, 2 or 4 bytes
   * @param value its low bytes count, little-endian
   */
  void write(int offset, int size, long value);
}
