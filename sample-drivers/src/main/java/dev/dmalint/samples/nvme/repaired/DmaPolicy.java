package dev.dmalint.samples.nvme.repaired;

import dev.dmalint.iokit.IODMACommand;

/** What every command of the driver is made with. */
final class DmaPolicy {
  static final int ADDRESS_BITS = 64;
  static final int OPTIONS = IODMACommand.kMapped | IODMACommand.kNoCacheStore;

  private DmaPolicy() {}
}
