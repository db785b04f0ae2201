package dev.dmalint.machine;

import static dev.dmalint.iokit.IOReturn.kIOReturnBadArgument;
import static dev.dmalint.iokit.IOReturn.kIOReturnNotReady;
import static dev.dmalint.iokit.IOReturn.kIOReturnSuccess;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.driverkit.IOAddressSegment;
import dev.dmalint.driverkit.IOBufferMemoryDescriptor;
import dev.dmalint.driverkit.IODMACommand;
import dev.dmalint.driverkit.IODMACommandSpecification;
import dev.dmalint.driverkit.IOPCIDevice;
import dev.dmalint.iokit.Pmap;
import dev.dmalint.machine.device.ScatterGatherEngine;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** iokit-facts 3.14: DriverKit's calls. */
class DriverKitTest {
  private static IOPCIDevice nub(Machine machine) {
    return new IOPCIDevice(machine.attach(new ScatterGatherEngine())) {};
  }

  private static IODMACommand command(IOPCIDevice device) {
    IODMACommandSpecification specification = new IODMACommandSpecification();
    specification.maxAddressBits = 64;
    IODMACommand[] command = new IODMACommand[1];
    assertThat(IODMACommand.Create(device, 0, specification, command)).isEqualTo(kIOReturnSuccess);
    return command[0];
  }

  private static IOAddressSegment[] room() {
    IOAddressSegment[] segments = new IOAddressSegment[32];
    Arrays.setAll(segments, i -> new IOAddressSegment());
    return segments;
  }

  @Row({"3.14/PrepareForDMA", "3.14/GetAddressRange", "3.14/CompleteDMA"})
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"P4, CPA", "P1, IOVA", "P2, IOVA", "P5, IOVA"})
  void aPreparedAddressIsRightForItsDevice(String world, String space) {
    Machine machine = Machine.boot(Machine.world(world));
    IOPCIDevice device = nub(machine);
    machine.run(
        () -> {
          IOBufferMemoryDescriptor[] memory = new IOBufferMemoryDescriptor[1];
          assertThat(IOBufferMemoryDescriptor.Create(3, 65536, 0, memory)).isZero();
          IODMACommand command = command(device);
          long[] flags = new long[1];
          int[] count = {32};
          IOAddressSegment[] segments = room();
          assertThat(command.PrepareForDMA(0, memory[0], 0, 0, flags, count, segments)).isZero();
          assertThat(flags[0]).isEqualTo(3);

          IOAddressSegment virtual = new IOAddressSegment();
          assertThat(memory[0].GetAddressRange(virtual)).isZero();
          long physical = Pmap.kvtophys(virtual.address);
          assertThat(segments[0].address == physical).isEqualTo(space.equals("CPA"));
          assertThat(virtual.address).isNotEqualTo(segments[0].address);
          assertThat(count[0]).isEqualTo(space.equals("CPA") ? 16 : 1);
          assertThat(command.CompleteDMA(0)).isEqualTo(kIOReturnSuccess);
          assertThat(command.CompleteDMA(0)).isEqualTo(kIOReturnNotReady);
        });
  }

  @Row("3.14/PrepareForDMA")
  @Test
  void thirtyTwoSegmentsAreASuccessThatDoesNotCoverTheRange() {
    Machine machine = Machine.boot(Machine.world("P4"));
    IOPCIDevice device = nub(machine);
    machine.run(
        () -> {
          IOBufferMemoryDescriptor[] memory = new IOBufferMemoryDescriptor[1];
          IOBufferMemoryDescriptor.Create(3, 64 * 4096, 0, memory);
          int[] count = {32};
          IOAddressSegment[] segments = room();
          assertThat(
                  command(device).PrepareForDMA(0, memory[0], 0, 0, new long[1], count, segments))
              .isZero();
          assertThat(count[0]).isEqualTo(32);
        });
  }

  @Row({"3.14/IOBufferMemoryDescriptor::Create", "3.14/IODMACommand::Create"})
  @Test
  void optionsThatAreNoneAreBadArguments() {
    Machine machine = Machine.boot(Machine.world("P4"));
    IOPCIDevice device = nub(machine);
    machine.run(
        () -> {
          IODMACommandSpecification specification = new IODMACommandSpecification();
          IODMACommand[] made = new IODMACommand[1];
          assertThat(IODMACommand.Create(device, 1, specification, made))
              .isEqualTo(kIOReturnBadArgument);
          assertThat(
                  IOBufferMemoryDescriptor.Create(0x10, 4096, 0, new IOBufferMemoryDescriptor[1]))
              .isEqualTo(kIOReturnBadArgument);
        });
  }

  @Row("3.11/close of DriverKit")
  @Test
  void closingSwitchesBusLeadOff() {
    Machine machine = Machine.boot(Machine.world("P4"));
    IOPCIDevice device = nub(machine);
    machine.run(
        () -> {
          assertThat(device.Open(null)).isZero();
          device.ConfigurationWrite16(IOPCIDevice.kIOPCIConfigCommand, 6);
          int[] command = new int[1];
          device.ConfigurationRead16(IOPCIDevice.kIOPCIConfigCommand, command);
          assertThat(command[0]).isEqualTo(6);
          device.Close(null);
          device.ConfigurationRead16(IOPCIDevice.kIOPCIConfigCommand, command);
          assertThat(command[0] & 6).isZero();
        });
  }
}
