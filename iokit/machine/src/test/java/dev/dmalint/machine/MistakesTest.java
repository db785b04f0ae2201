package dev.dmalint.machine;

import static dev.dmalint.iokit.IODMACommand.kBypassed;
import static dev.dmalint.iokit.IODMACommand.kMapped;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionIn;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.KernelPanic;
import dev.dmalint.iokit.MlPhys;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.models.ModelReader;
import dev.dmalint.models.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Mistakes of iokit-facts 11 as fragments, in every world: does the device, or the CPU, get at the
 * bytes that were meant? {@code -Dgolden=update} rewrites the table.
 */
class MistakesTest {
  private static final Path TABLE = Path.of("src/test/resources/dev/dmalint/machine/mistakes.txt");
  private static final int MARK = 0x5EED5EED;

  private static IOBufferMemoryDescriptor buffer(int direction, long size) {
    IOBufferMemoryDescriptor memory = IOBufferMemoryDescriptor.withOptions(direction, size, 1);
    OSByteOrder.OSWriteLittleInt32(memory.getBytesNoCopy(), 0, MARK);
    return memory;
  }

  /** Whether the device finds the mark at an address. */
  private static boolean reads(Bench bench, long address) {
    return bench.device().port().readNumber(address, 4) == MARK;
  }

  private static IODMACommand prepared(Bench bench, IOBufferMemoryDescriptor memory, int bits) {
    IODMACommand command = Bench.command(bits, kMapped, bench.deviceMapper());
    command.setMemoryDescriptor(memory);
    return command;
  }

  private static long first(IODMACommand command) {
    return Bench.segments(command).get(0).fIOVMAddr;
  }

  private static Map<String, Predicate<Bench>> mistakes() {
    Map<String, Predicate<Bench>> all = new LinkedHashMap<>();
    all.put(
        "E01",
        bench -> {
          IOBufferMemoryDescriptor memory = buffer(kIODirectionInOut, 8192);
          prepared(bench, memory, 64);
          return reads(bench, memory.getPhysicalSegment(0, null, kIOMemoryMapperNone));
        });
    all.put(
        "E02",
        bench -> {
          IODMACommand command = Bench.command(64, kBypassed, null);
          if (command == null) {
            return false;
          }
          command.setMemoryDescriptor(buffer(kIODirectionInOut, 8192));
          return reads(bench, first(command));
        });
    all.put("E03", bench -> bypassing(buffer(kIODirectionInOut, 8192)));
    all.put(
        "E04",
        bench -> {
          prepared(bench, buffer(kIODirectionInOut, 8192), 64);
          return reads(bench, buffer(kIODirectionInOut, 8192).getPhysicalAddress());
        });
    all.put("E06", bench -> afterComplete(bench, 0));
    all.put("E06 partial", bench -> afterComplete(bench, 4096));
    all.put(
        "E08",
        bench -> {
          IOBufferMemoryDescriptor memory =
              buffer(kIODirectionInOut | IOBufferMemoryDescriptor.kIOMemoryPageable, 8192);
          return reads(bench, first(prepared(bench, memory, 64)));
        });
    all.put(
        "E09",
        bench -> Bench.segments(prepared(bench, buffer(kIODirectionInOut, 65536), 64)).size() == 1);
    all.put("E12 small", bench -> truncated(bench, 8192));
    all.put("E12 big", bench -> truncated(bench, 1 << 20));
    all.put(
        "E16",
        bench -> {
          IOBufferMemoryDescriptor memory = buffer(kIODirectionOut, 8192);
          bench.device().port().writeNumber(first(prepared(bench, memory, 64)), 4, 1);
          return OSByteOrder.OSReadLittleInt32(memory.getBytesNoCopy(), 0) == 1;
        });
    all.put(
        "E17",
        bench -> {
          IOBufferMemoryDescriptor memory = buffer(kIODirectionIn, 8192);
          bench.device().port().writeNumber(first(prepared(bench, memory, 32)), 4, 1);
          return OSByteOrder.OSReadLittleInt32(memory.getBytesNoCopy(), 0) == 1;
        });
    all.put(
        "E24",
        bench ->
            MlPhys.ml_phys_read_64(buffer(kIODirectionInOut, 8192).getPhysicalAddress()) == MARK);
    all.put("E25", bench -> bench.deviceMapper() != null);
    all.put("E25 gSystem", bench -> IOMapper.gSystem != null);
    all.put(
        "E27",
        bench -> {
          IOBufferMemoryDescriptor one = buffer(kIODirectionInOut, 4096 * 4);
          IOBufferMemoryDescriptor two = buffer(kIODirectionInOut, 4096 * 4);
          prepared(bench, two, 64);
          long apart = two.getBytesNoCopy() - one.getBytesNoCopy();
          return reads(bench, first(prepared(bench, one, 64)) + apart);
        });
    return all;
  }

  private static boolean bypassing(IOBufferMemoryDescriptor memory) {
    return memory.getPhysicalAddress() == memory.getPhysicalSegment(0, null, kIOMemoryMapperNone);
  }

  private static boolean afterComplete(Bench bench, long length) {
    IOBufferMemoryDescriptor memory = buffer(kIODirectionInOut, 8192);
    IODMACommand command = Bench.command(64, kMapped, bench.deviceMapper());
    command.setMemoryDescriptor(memory, false);
    command.prepare(0, length);
    long address = first(command);
    command.complete();
    return reads(bench, address);
  }

  private static boolean truncated(Bench bench, long size) {
    long address = first(prepared(bench, buffer(kIODirectionInOut, size), 64));
    return reads(bench, address & 0xFFFF_FFFFL);
  }

  private static String outcome(Predicate<Bench> fragment, World world) {
    Bench bench = Bench.in(world.id());
    try {
      return bench.run(() -> fragment.test(bench)) ? "works" : "breaks";
    } catch (KernelPanic e) {
      return "panics";
    } catch (IndexOutOfBoundsException e) {
      return "refuses"; // There is no segment: the command could not be prepared.
    }
  }

  @Test
  void theTableIsTheOneThatWasReviewed() throws IOException {
    StringBuilder table = new StringBuilder();
    for (Map.Entry<String, Predicate<Bench>> mistake : mistakes().entrySet()) {
      for (World world : ModelReader.builtIn().worlds()) {
        table.append(
            "%s in %s: %s\n"
                .formatted(mistake.getKey(), world.id(), outcome(mistake.getValue(), world)));
      }
    }
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(TABLE, table, UTF_8);
    }

    assertThat(table).hasToString(Files.readString(TABLE, UTF_8));
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
