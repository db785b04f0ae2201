package dev.dmalint.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.machine.DriverRun.Outcome;
import dev.dmalint.machine.DriverRun.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole drivers on whole machines. */
class DriverRunTest {
  private static void hand(IOService provider, long address) {
    IOPCIDevice nub = (IOPCIDevice) provider;
    nub.setBusLeadEnable(true);
    nub.deviceMemoryWrite64(0, 0x10, address);
  }

  private static IOBufferMemoryDescriptor buffer() {
    return IOBufferMemoryDescriptor.withOptions(IOMemoryDescriptor.kIODirectionInOut, 8192, 4096);
  }

  /** E01. */
  static final class Bypassing extends IOService {
    @Override
    public boolean start(IOService provider) {
      hand(provider, buffer().getPhysicalSegment(0, null, IOMemoryDescriptor.kIOMemoryMapperNone));
      return true;
    }
  }

  /** E04. */
  static final class Shared extends IOService {
    @Override
    public boolean start(IOService provider) {
      IOMapper mapper = IOMapper.copyMapperForDevice(provider);
      IODMACommand first =
          IODMACommand.withSpecification(
              IODMACommand::OutputHost64, 64, 0, IODMACommand.kMapped, 0, 1, mapper);
      first.setMemoryDescriptor(buffer());
      hand(provider, buffer().getPhysicalAddress());
      return true;
    }
  }

  /** E02. */
  static final class Unchecked extends IOService {
    @Override
    public boolean start(IOService provider) {
      IODMACommand command =
          IODMACommand.withSpecification(IODMACommand::OutputHost64, 64, 0, IODMACommand.kBypassed);
      if (command == null) {
        return false;
      }
      IOBufferMemoryDescriptor memory = buffer();
      command.setMemoryDescriptor(memory);
      hand(provider, Bench.segments(command).get(0).fIOVMAddr);
      return true;
    }
  }

  /** Right everywhere. */
  static final class Right extends IOService {
    private IODMACommand command;

    @Override
    public boolean start(IOService provider) {
      command =
          IODMACommand.withSpecification(
              IODMACommand::OutputHost64,
              64,
              0,
              IODMACommand.kMapped,
              0,
              1,
              IOMapper.copyMapperForDevice(provider));
      command.setMemoryDescriptor(buffer());
      hand(provider, Bench.segments(command).get(0).fIOVMAddr);
      return true;
    }

    @Override
    public void stop(IOService provider) {
      command.clearMemoryDescriptor();
    }
  }

  /** E08. */
  static final class Unprepared extends IOService {
    @Override
    public boolean start(IOService provider) {
      IOBufferMemoryDescriptor.withOptions(IOBufferMemoryDescriptor.kIOMemoryPageable | 3, 4096, 1)
          .getPhysicalAddress();
      return true;
    }
  }

  private static Class<? extends IOService> driver(String name) {
    return switch (name) {
      case "Bypassing" -> Bypassing.class;
      case "Shared" -> Shared.class;
      case "Unchecked" -> Unchecked.class;
      case "Unprepared" -> Unprepared.class;
      default -> Right.class;
    };
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    "Bypassing, P1, FAULTS",
    "Bypassing, P2, FAULTS",
    "Bypassing, P4, WORKS",
    "Bypassing, P5, FAULTS",
    "Bypassing, P6, WORKS",
    "Bypassing, P7, WORKS",
    "Bypassing, P8, FAULTS",
    "Shared, P1, WORKS",
    "Shared, P2, FAULTS",
    "Shared, P4, WORKS",
    "Shared, P5, FAULTS",
    "Unchecked, P1, REFUSES",
    "Unchecked, P2, REFUSES",
    "Unchecked, P4, WORKS",
    "Unchecked, P5, FAULTS",
    "Unchecked, P8, REFUSES",
    "Unprepared, P1, PANICS",
    "Unprepared, P4, PANICS",
    "Right, P1, WORKS",
    "Right, P2, WORKS",
    "Right, P4, WORKS",
    "Right, P5, WORKS",
    "Right, P8, WORKS"
  })
  void whatComesOfADriver(String name, String world, Result result) {
    Outcome outcome = DriverRun.run(driver(name), Machine.world(world));

    assertThat(outcome.result()).as(outcome.reason()).isEqualTo(result);
  }

  @Test
  void aFaultIsToldWithDeviceReasonAndAddress() {
    Outcome outcome = DriverRun.run(Bypassing.class, Machine.world("P1"));

    assertThat(outcome.reason()).matches("fault: device 01:00\\.0 reason 0x06 R:0x[0-9a-f]+");
    assertThat(outcome.trace().text()).contains("is taken for an address");
  }

  @Test
  void theSameRunTellsTheSame() {
    assertThat(DriverRun.run(Right.class, Machine.world("P5")).trace().json())
        .isEqualTo(DriverRun.run(Right.class, Machine.world("P5")).trace().json());
  }

  @Test
  void whatIsStillPreparedAtStopIsReported() {
    assertThat(DriverRun.run(Shared.class, Machine.world("P2")).trace().text())
        .contains("[prepared-at-stop]");
  }
}
