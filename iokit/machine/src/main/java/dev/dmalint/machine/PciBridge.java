package dev.dmalint.machine;

import dev.dmalint.iokit.IOPCIBridge;

/** The bridge that all slots of a machine are behind. */
final class PciBridge extends IOPCIBridge {
  private static final int BUS = 1;

  PciBridge() {
    super(BUS, BUS);
    setName("pci00:01.0");
  }
}
