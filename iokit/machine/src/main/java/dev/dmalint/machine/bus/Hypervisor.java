package dev.dmalint.machine.bus;

import java.util.OptionalLong;

/** What stands below a guest and is reached by instructions of the CPU. */
public interface Hypervisor {
  /** {@return how traces call it} */
  String name();

  /**
   * Puts it below a machine, once, before anything else.
   *
   * @param bus what it reaches the machine by
   */
  void attach(DeviceBus bus);

  /**
   * The CPU reads a model-specific register.
   *
   * @param register its number
   * @return the value, or empty where it has no such register
   */
  OptionalLong readRegister(int register);

  /**
   * The CPU writes a model-specific register.
   *
   * @param register its number
   * @param value what is written
   * @return false where it has no such register
   */
  boolean writeRegister(int register, long value);

  /**
   * The guest calls.
   *
   * @param control what is called
   * @param input CPU-physical address of the input, or the input itself
   * @param output CPU-physical address of the output, or more input
   * @return the status
   */
  long call(long control, long input, long output);
}
