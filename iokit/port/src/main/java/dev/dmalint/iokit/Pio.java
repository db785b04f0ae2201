package dev.dmalint.iokit;

/**
 * The CPU's instructions for I/O ports, for devices that no bus enumerates. No port takes an
 * address by itself; what a device behind it makes of a value is the device's business.
 *
 * @see "xnu: osfmk/i386/pio.h"
 */
public final class Pio {
  private Pio() {}

  /**
   * Reads 8 bits.
   *
   * @param port 0 to 65535
   * @return 0 to 255; 255 where nobody answers
   */
  public static int inb(int port) {
    return Kernel.current().ioRead(port, 1) & 0xFF;
  }

  /**
   * Reads 16 bits.
   *
   * @param port 0 to 65535
   * @return 0 to 65535; 65535 where nobody answers
   */
  public static int inw(int port) {
    return Kernel.current().ioRead(port, 2) & 0xFFFF;
  }

  /**
   * Reads 32 bits.
   *
   * @param port 0 to 65535
   * @return the value; all ones where nobody answers
   */
  public static int inl(int port) {
    return Kernel.current().ioRead(port, 4);
  }

  /**
   * Writes 8 bits.
   *
   * @param port 0 to 65535
   * @param datum the low 8 bits are written
   */
  public static void outb(int port, int datum) {
    Kernel.current().ioWrite(port, 1, datum);
  }

  /**
   * Writes 16 bits.
   *
   * @param port 0 to 65535
   * @param datum the low 16 bits are written
   */
  public static void outw(int port, int datum) {
    Kernel.current().ioWrite(port, 2, datum);
  }

  /**
   * Writes 32 bits.
   *
   * @param port 0 to 65535
   * @param datum what is written
   */
  public static void outl(int port, int datum) {
    Kernel.current().ioWrite(port, 4, datum);
  }
}
