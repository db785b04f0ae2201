package dev.dmalint.machine;

import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.PciFunction;

/** The nub of a function on this machine. */
final class PciNub extends IOPCIDevice {
  PciNub(PciFunction function, String name) {
    super(function);
    setName(name);
  }
}
