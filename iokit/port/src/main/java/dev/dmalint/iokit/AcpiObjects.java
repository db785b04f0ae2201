package dev.dmalint.iokit;

import java.util.List;

/** The objects of a device in the ACPI name space, for a machine to stand behind a nub. */
public interface AcpiObjects {
  /**
   * Whether there is an object.
   *
   * @param name four characters, relative to the device
   * @return whether it can be evaluated
   */
  boolean has(String name);

  /**
   * Evaluates an object that there is.
   *
   * @param name four characters, relative to the device
   * @param arguments what it is given
   * @return what it gives, which the caller releases; null for nothing
   */
  OSObject evaluate(String name, List<OSObject> arguments);
}
