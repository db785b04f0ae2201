package dev.dmalint.samples.fallback;

import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOPCIDevice;

/**
 * Where the device has no mapper of its own, a command that bypasses mappers is tried first: it is
 * refused where there is a system mapper, and a mapped one takes its place.
 */
final class BypassFirst {
  private BypassFirst() {}

  static IODMACommand command(IOPCIDevice device) {
    IOMapper own = IOMapper.copyMapperForDevice(device);
    IODMACommand command = null;
    if (own == null) {
      command =
          IODMACommand.withSpecification(IODMACommand::OutputHost64, 64, 0, IODMACommand.kBypassed);
    }
    if (command == null) {
      command =
          IODMACommand.withSpecification(
              IODMACommand::OutputHost64, 64, 0, IODMACommand.kMapped, 0, 1, own);
    }
    if (own != null) {
      own.release();
    }
    return command;
  }
}
