package dev.dmalint.machine;

import static dev.dmalint.iokit.IODMACommand.kMapped;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.models.ModelReader;
import dev.dmalint.models.World;
import org.junit.jupiter.api.Test;

/** How many bits addresses have in each world, as the platform files say it. */
class WorldNumbersTest {
  private static IOBufferMemoryDescriptor buffer(int direction, long size) {
    return IOBufferMemoryDescriptor.withOptions(direction, size, 1);
  }

  private static IODMACommand prepared(Bench bench, IOBufferMemoryDescriptor memory, int bits) {
    IODMACommand command = Bench.command(bits, kMapped, bench.deviceMapper());
    command.setMemoryDescriptor(memory);
    return command;
  }

  private static long first(IODMACommand command) {
    return Bench.segments(command).get(0).fIOVMAddr;
  }

  @Test
  void numbersHaveTheBitsThatTheWorldSays() {
    for (World world : ModelReader.builtIn().worlds()) {
      Bench bench = Bench.in(world.id());
      bench.run(
          () -> {
            IOBufferMemoryDescriptor small = buffer(kIODirectionInOut, 8192);
            IOBufferMemoryDescriptor big = buffer(kIODirectionInOut, 1 << 20);
            String system = IOMapper.gSystem == null ? "addressBits" : "iovaBits";
            String bigSystem = IOMapper.gSystem == null ? "addressBits" : "bigIovaBits";
            assertFits(world, "addressBits", Bench.cpa(big));
            assertFits(world, system, small.getPhysicalAddress());
            assertFits(world, bigSystem, big.getPhysicalAddress());
            if (bench.deviceMapper() != null) {
              assertFits(world, "deviceIovaBits", first(prepared(bench, small, 64)));
              assertFits(world, "bigDeviceIovaBits", first(prepared(bench, big, 64)));
            }
            return true;
          });
    }
  }

  private static void assertFits(World world, String attribute, long number) {
    int bits = Integer.parseInt(world.attribute(attribute));
    assertThat(64 - Long.numberOfLeadingZeros(number))
        .as("%s: %s of 0x%x", world.id(), attribute, number)
        .isLessThanOrEqualTo(bits);
  }
}
