package dev.dmalint.machine.bus;

import java.util.List;

/** A PCI function that acts: registers, and what it does with what is written there. */
public interface Device {
  /**
   * What configuration space says.
   *
   * @param vendor vendor id
   * @param device device id
   * @param classCode class, subclass and interface, 24 bits
   * @param bars its windows
   */
  record Identity(int vendor, int device, int classCode, List<Window> bars) {
    public Identity {
      bars = List.copyOf(bars);
    }
  }

  /**
   * A window of registers.
   *
   * @param bar 0 to 5
   * @param length bytes, a power of two
   * @param kind memory or ports
   */
  record Window(int bar, long length, Kind kind) {}

  /** What a window counts. */
  enum Kind {
    /** Memory addresses of 32 bits. */
    MEMORY,
    /** Memory addresses of 64 bits; takes two base address registers. */
    WIDE_MEMORY,
    /** I/O ports. */
    PORTS
  }

  /** {@return what configuration space says} */
  Identity identity();

  /**
   * Puts the device on a bus, once, before anything else.
   *
   * @param bus what it reaches the machine by
   */
  void attach(DeviceBus bus);

  /**
   * The CPU reads a register.
   *
   * @param bar which window
   * @param offset bytes from its start
   * @param size 1, 2, 4 or 8 bytes
   * @return the value
   */
  long read(int bar, long offset, int size);

  /**
   * The CPU writes a register.
   *
   * @param bar which window
   * @param offset bytes from its start
   * @param size 1, 2, 4 or 8 bytes
   * @param value what is written
   */
  void write(int bar, long offset, int size, long value);

  /** Time passes: the device does what it has to do. */
  default void act() {}
}
