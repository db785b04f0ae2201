package dev.dmalint.iokit;

/** A PCI function of a machine, as its nub reaches it. */
public interface PciFunction {
  /** A window of registers. */
  interface Bar {
    /**
     * Where it starts.
     *
     * @return CPU-physical, or a port
     */
    long start();

    /**
     * How long it is.
     *
     * @return bytes
     */
    long length();

    /**
     * What it counts.
     *
     * @return whether that is ports
     */
    boolean io();
  }

  /**
   * Where it is.
   *
   * @return bus in bits 15:8, device in 7:3, function in 2:0
   */
  int address();

  /**
   * Reads configuration space.
   *
   * @param offset bytes
   * @param size 1, 2 or 4
   * @return zero-extended
   */
  int configRead(int offset, int size);

  /**
   * Writes configuration space.
   *
   * @param offset bytes
   * @param size 1, 2 or 4
   * @param value its low bytes count
   */
  void configWrite(int offset, int size, int value);

  /**
   * A window.
   *
   * @param register offset of its base address in configuration space
   * @return null if there is none
   */
  Bar bar(int register);

  /**
   * A client took the nub: where a mapper of its own may come in.
   *
   * @param nub the nub
   * @param client who
   */
  void opened(IOPCIDevice nub, IOService client);

  /**
   * How many interrupts it has.
   *
   * @return the first is the line's, messages follow
   */
  int interrupts();

  /**
   * Who is told of interrupts.
   *
   * @param source index
   * @param handler what to run; null for nobody
   * @return false if there is no such interrupt
   */
  boolean listen(int source, Runnable handler);

  /**
   * Lets interrupts through, or holds them.
   *
   * @param source index
   * @param enabled which of the two
   */
  void enable(int source, boolean enabled);
}
