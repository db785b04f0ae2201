package dev.dmalint.rules.portability;

import static dev.dmalint.iokit.IODMACommand.kBypassed;
import static dev.dmalint.iokit.IODMACommand.kMapped;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOReturn.kIOReturnSuccess;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.Personality;

/** Drivers that ask for commands which bypass the mapper, and what they do without one. */
public final class BypassedCommandNotCheckedSample {
  private static final int TDBAL = 0x3800;

  private BypassedCommandNotCheckedSample() {}

  /** Bad: goes on without the command. */
  @Personality(providerClass = "IOPCIDevice", pciMatch = "0x100e8086")
  public static final class Panics extends IOService {
    private IODMACommand command;

    @Override
    public boolean start(IOService provider) {
      if (!super.start(provider)) {
        return false;
      }
      // source bypassed-command-not-checked
      command = IODMACommand.withSpecification(IODMACommand::OutputHost64, 64, 0, kBypassed);
      return true;
    }

    /** Sends what is in {@code packet}. */
    public int send(IOMemoryDescriptor packet) {
      // want bypassed-command-not-checked "is used" severity=error breaks=P1,P2,P3,P4b,P8
      return command.setMemoryDescriptor(packet);
    }
  }

  /** Bad, but no more than a driver that does not start. */
  @Personality(providerClass = "IOPCIDevice", pciMatch = "0x100e8086")
  public static final class Refuses extends IOService {
    private IODMACommand command;

    @Override
    public boolean start(IOService provider) {
      if (!super.start(provider)) {
        return false;
      }
      // source bypassed-command-not-checked
      command = IODMACommand.withSpecification(IODMACommand::OutputHost64, 64, 0, kBypassed);
      // want bypassed-command-not-checked "refuses" severity=warning breaks=P1,P2,P3,P4b,P8
      if (command == null) {
        return false;
      }
      IOPCIDevice nic = (IOPCIDevice) provider;
      IOBufferMemoryDescriptor ring =
          IOBufferMemoryDescriptor.withCapacity(4096, kIODirectionInOut);
      Segment64[] segments = {new Segment64()};
      if (command.setMemoryDescriptor(ring) == kIOReturnSuccess) {
        // source physical-address-to-device
        command.gen64IOVMSegments(new long[1], segments, new int[] {1});
        // Apple silicon has no system mapper to refuse the command, and a DART to refuse the
        // address.
        // want physical-address-to-device breaks=P5
        nic.deviceMemoryWrite64(0, TDBAL, segments[0].fIOVMAddr);
      }
      return true;
    }
  }

  /** Clean: does with what it gets. */
  @Personality(providerClass = "IOPCIDevice", pciMatch = "0x100e8086")
  public static final class FallsBack extends IOService {
    private IODMACommand command;

    @Override
    public boolean start(IOService provider) {
      if (!super.start(provider)) {
        return false;
      }
      command = IODMACommand.withSpecification(IODMACommand::OutputHost64, 64, 0, kBypassed);
      if (command == null) {
        IOMapper mapper = IOMapper.copyMapperForDevice(provider);
        command =
            IODMACommand.withSpecification(
                IODMACommand::OutputHost64, 64, 0, kMapped, 0, 1, mapper, null);
      }
      return command != null;
    }

    /** Sends what is in {@code packet}. */
    public int send(IOMemoryDescriptor packet) {
      return command.setMemoryDescriptor(packet);
    }
  }

  /** Clean: only people hear of it. */
  @Personality(providerClass = "IOPCIDevice", pciMatch = "0x100e8086")
  public static final class Reports extends IOService {
    @Override
    public boolean start(IOService provider) {
      IODMACommand probe =
          IODMACommand.withSpecification(IODMACommand::OutputHost64, 64, 0, kBypassed);
      IOLib.IOLog(probe == null ? "a mapper is present\n" : "no mapper is present\n");
      if (probe != null) {
        probe.release();
      }
      return super.start(provider);
    }
  }
}
