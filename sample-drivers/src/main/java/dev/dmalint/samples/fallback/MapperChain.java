package dev.dmalint.samples.fallback;

import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOPCIDevice;

/** The device's mapper, else the system's, else none; without one there is nothing to map. */
final class MapperChain {
  private MapperChain() {}

  static IODMACommand command(IOPCIDevice device) {
    IOMapper mapper = copyMapper(device);
    int options = mapper == null ? IODMACommand.kUnmapped : IODMACommand.kMapped;
    IODMACommand command =
        IODMACommand.withSpecification(IODMACommand::OutputHost64, 64, 0, options, 0, 1, mapper);
    if (mapper != null) {
      mapper.release();
    }
    return command;
  }

  private static IOMapper copyMapper(IOPCIDevice device) {
    IOMapper own = IOMapper.copyMapperForDevice(device);
    if (own != null) {
      return own;
    }
    IOMapper.checkForSystemMapper();
    IOMapper system = IOMapper.gSystem;
    if (system != null) {
      system.retain();
    }
    return system;
  }
}
