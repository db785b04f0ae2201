package dev.dmalint.machine;

import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOReturn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A machine in a mapper state with one device on it, and the judge of what a number is. */
final class Bench {
  private final Machine machine;
  private final Endpoint device;

  private Bench(Machine machine) {
    this.machine = machine;
    this.device = machine.endpoint("01:00.0");
  }

  /** M0 to M4 on a platform that has it, with RAM above 4 GiB. */
  static Bench in(String state) {
    return in(state, MachineOptions.usual());
  }

  static Bench in(String state, MachineOptions options) {
    String world =
        switch (state) {
          case "M0" -> "P4/ram-high";
          case "M1" -> "P1/ram-high";
          case "M2" -> "P2/ram-high";
          case "M3" -> "P5";
          case "M4" -> "P7/ram-high";
          default -> state;
        };
    return new Bench(Machine.boot(Machine.world(world), options));
  }

  Machine machine() {
    return machine;
  }

  Endpoint device() {
    return device;
  }

  <T> T run(Supplier<T> action) {
    return machine.run(action);
  }

  IOMapper deviceMapper() {
    return IOMapper.copyMapperForDevice(device.nub());
  }

  /** Which space a number is in, judged by where it leads. */
  String space(long number, long physical) {
    if (number == physical) {
      return "CPA";
    }
    if (machine.systemMapper().isPresent()
        && leads(machine.systemMapper().get(), number, physical)) {
      return "IOVA(sys)";
    }
    IOMapper own = machine.run(this::deviceMapper);
    if (own instanceof DomainMapper mapper && leads(mapper, number, physical)) {
      return mapper.domain().name().startsWith("dart") ? "IOVA(dart)" : "IOVA(dev)";
    }
    return "nowhere: 0x" + Long.toHexString(number);
  }

  private static boolean leads(DomainMapper mapper, long number, long physical) {
    long mask = (1L << mapper.domain().pageShift()) - 1;
    return mapper
        .domain()
        .at(number)
        .map(entry -> entry.physical() + (number & mask) == physical)
        .orElse(false);
  }

  static long cpa(IOMemoryDescriptor memory) {
    return memory.getPhysicalSegment(0, null, IOMemoryDescriptor.kIOMemoryMapperNone);
  }

  static IODMACommand command(int bits, int options, IOMapper mapper) {
    return IODMACommand.withSpecification(
        IODMACommand::OutputHost64, bits, 0, options, 0, 1, mapper);
  }

  /** All segments of a prepared command. */
  static List<Segment64> segments(IODMACommand command) {
    List<Segment64> all = new ArrayList<>();
    long[] offset = {0};
    while (true) {
      Segment64[] room = {new Segment64(), new Segment64(), new Segment64()};
      int[] count = {room.length};
      int result = command.gen64IOVMSegments(offset, room, count);
      if (result != IOReturn.kIOReturnSuccess) {
        return all;
      }
      all.addAll(List.of(room).subList(0, count[0]));
    }
  }
}
