package dev.dmalint.machine;

import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryTypePhysical64;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryTypeVirtual64;

import dev.dmalint.driverkit.IOAddressSegment;
import dev.dmalint.driverkit.IODMACommandSpecification;
import dev.dmalint.iokit.IOAddressRange;
import dev.dmalint.iokit.IOBigMemoryCursor;
import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment32;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IODMACommand.SegmentFunction;
import dev.dmalint.iokit.IODMACommand.SegmentOptions;
import dev.dmalint.iokit.IODeviceMemory;
import dev.dmalint.iokit.IOInterleavedMemoryDescriptor;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOLittleMemoryCursor;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryCursor;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOMultiMemoryDescriptor;
import dev.dmalint.iokit.IONaturalMemoryCursor;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.IOSubMemoryDescriptor;
import dev.dmalint.iokit.MlPhys;
import dev.dmalint.iokit.Pmap;
import dev.dmalint.iokit.Task;
import dev.dmalint.machine.RowPlay.As;
import java.util.ArrayList;
import java.util.List;

/**
 * For each family of calls, what to call on what so that a row's claim can be seen. What is to be
 * expected is not said here: rows say it.
 */
final class RowPerformances {
  private static final int SIZE = 0x10000;
  private static final SegmentFunction HOST_64 = IODMACommand::OutputHost64;
  private static final SegmentFunction HOST_32 = IODMACommand::OutputHost32;

  private static final class Dext extends dev.dmalint.driverkit.IOPCIDevice {
    Dext(IOPCIDevice nub) {
      super(nub);
    }
  }

  private final RowPlay play;
  private final IOPCIDevice nub;

  RowPerformances(RowPlay play, IOPCIDevice nub) {
    this.play = play;
    this.nub = nub;
  }

  void all() {
    descriptors();
    commands();
    cursors();
    lookUps();
    mappers();
    dext();
  }

  private IOBufferMemoryDescriptor buffer() {
    IOBufferMemoryDescriptor memory =
        (IOBufferMemoryDescriptor)
            play.call(IOBufferMemoryDescriptor.class, "withOptions", 3, (long) SIZE, 1L);
    play.memoryAt(Bench.cpa(memory));
    return memory;
  }

  private IOMapper ownMapper() {
    return (IOMapper)
        play.call(IOMapper.class, "copyMapperForDevice", new As(IOService.class, nub));
  }

  private List<IOMapper> mapperArguments() {
    List<IOMapper> mappers = new ArrayList<>();
    mappers.add(null);
    if (ownMapper() != null) {
      mappers.add(ownMapper());
    }
    if (IOMapper.gSystem != null) {
      mappers.add(IOMapper.gSystem);
    }
    return mappers;
  }

  private void descriptors() {
    for (int flags : new int[] {0, kIOMemoryMapperNone}) {
      IOMemoryDescriptor memory =
          (IOMemoryDescriptor)
              play.call(
                  IOBufferMemoryDescriptor.class,
                  "inTaskWithOptions",
                  Task.kernel_task,
                  3 | flags,
                  (long) SIZE,
                  1L);
      ask(memory, Bench.cpa(memory));
    }
    IOBufferMemoryDescriptor behind = buffer();
    long address = behind.getBytesNoCopy();
    long start = Bench.cpa(behind);
    ask(
        (IOMemoryDescriptor)
            play.call(
                IOMemoryDescriptor.class, "withAddress", address, (long) SIZE, 3, Task.kernel_task),
        start);
    for (IOMapper mapper : mapperArguments()) {
      IOMemoryDescriptor memory =
          (IOMemoryDescriptor)
              play.call(
                  IOMemoryDescriptor.class,
                  "withOptions",
                  new IOAddressRange[] {new IOAddressRange(address, SIZE)},
                  1,
                  0,
                  Task.kernel_task,
                  3 | kIOMemoryTypeVirtual64,
                  mapper);
      memory.prepare();
      ask(memory, start);
    }
    ask(
        (IOMemoryDescriptor)
            play.call(
                IOMemoryDescriptor.class,
                "withOptions",
                new IOAddressRange[] {new IOAddressRange(start, 4096)},
                1,
                0,
                null,
                3 | kIOMemoryTypePhysical64 | kIOMemoryMapperNone,
                null),
        start);
    parts(behind, start);
    bar();
  }

  private void parts(IOMemoryDescriptor parent, long start) {
    ask(
        (IOMemoryDescriptor)
            play.call(IOSubMemoryDescriptor.class, "withSubRange", parent, 0L, 4096L, 3),
        start);
    ask(
        (IOMemoryDescriptor)
            play.call(
                IOMultiMemoryDescriptor.class,
                "withDescriptors",
                new IOMemoryDescriptor[] {parent},
                1,
                3,
                false),
        start);
    IOInterleavedMemoryDescriptor interleaved =
        (IOInterleavedMemoryDescriptor)
            play.call(IOInterleavedMemoryDescriptor.class, "withCapacity", (long) SIZE, 3);
    play.call(interleaved, "setMemoryDescriptor", parent, 0L, (long) SIZE);
    interleaved.prepare();
    ask(interleaved, start);
  }

  private void bar() {
    IODeviceMemory window = nub.getDeviceMemoryWithRegister(0x10);
    long start = window.getPhysicalSegment(0, null, kIOMemoryMapperNone);
    ask((IOMemoryDescriptor) play.call(IODeviceMemory.class, "withRange", start, 4096L), start);
  }

  private void ask(IOMemoryDescriptor memory, long start) {
    play.memoryAt(start);
    play.call(memory, "getPhysicalAddress");
    play.call(memory, "getPhysicalSegment", 0L, new long[1], 0);
    play.call(memory, "getPhysicalSegment", 0L, new long[1], kIOMemoryMapperNone);
    play.call(memory, "getPhysicalSegment64", 0L, new long[1]);
    play.call(memory, "getSourceSegment", 0L, new long[1]);
    IOMemoryMap map = (IOMemoryMap) play.call(memory, "map", 0);
    play.call(map, "getPhysicalAddress");
    play.call(map, "getPhysicalSegment", 0L, new long[1], 0);
    play.call(map, "getPhysicalSegment", 0L, new long[1], kIOMemoryMapperNone);
  }

  private void commands() {
    for (int options = IODMACommand.kMapped; options <= IODMACommand.kUnmapped; options++) {
      for (IOMapper mapper : mapperArguments()) {
        for (boolean wide : new boolean[] {true, false}) {
          command(wide, options, mapper);
        }
      }
      segments(
          (IODMACommand)
              play.call(
                  IODMACommand.class,
                  "withSpecification",
                  HOST_64,
                  64,
                  0L,
                  options,
                  0L,
                  1,
                  new As(IOService.class, nub),
                  null),
          true);
    }
  }

  private static SegmentOptions limits(int bits) {
    SegmentOptions limits = new SegmentOptions();
    limits.fNumAddressBits = bits;
    return limits;
  }

  private void command(boolean wide, int options, IOMapper mapper) {
    SegmentFunction function = wide ? HOST_64 : HOST_32;
    int bits = wide ? 64 : 32;
    As as = new As(IOMapper.class, mapper);
    IODMACommand made =
        (IODMACommand)
            play.call(
                IODMACommand.class,
                "withSpecification",
                function,
                bits,
                0L,
                options,
                0L,
                1,
                as,
                null);
    if (made != null) {
      segments((IODMACommand) play.call(made, "cloneCommand", (Object) null), wide);
    }
    segments(made, wide);
    segments(
        (IODMACommand)
            play.call(
                IODMACommand.class, "withSpecification", function, limits(bits), options, as, null),
        wide);
    IODMACommand[] weak = new IODMACommand[1];
    play.call(
        IODMACommand.class,
        "weakWithSpecification",
        weak,
        function,
        bits,
        0L,
        options,
        0L,
        1,
        as,
        null);
    segments(weak[0], wide);
  }

  private void segments(IODMACommand command, boolean wide) {
    IOBufferMemoryDescriptor memory =
        wide
            ? buffer()
            : (IOBufferMemoryDescriptor)
                play.call(
                    IOBufferMemoryDescriptor.class,
                    "inTaskWithPhysicalMask",
                    Task.kernel_task,
                    3,
                    (long) SIZE,
                    0xFFFFF000L);
    if (command == null || memory == null) {
      return; // Refused, or no memory below 4 GiB: the row of the maker is compared all the same.
    }
    long start = Bench.cpa(memory);
    if (!wide && start >>> 32 != 0) {
      return; // The command would copy to memory below 4 GiB, where the buffer is not.
    }
    play.memoryAt(start);
    play.call(command, "setMemoryDescriptor", memory, true);
    if (wide) {
      play.call(
          command, "gen64IOVMSegments", new long[1], new Segment64[] {new Segment64()}, one());
      play.call(command, "genIOVMSegments", new long[1], new Segment64[] {new Segment64()}, one());
    } else {
      play.call(
          command, "gen32IOVMSegments", new long[1], new Segment32[] {new Segment32()}, one());
    }
  }

  private static int[] one() {
    return new int[] {1};
  }

  private void cursors() {
    for (Class<?> type :
        List.of(IONaturalMemoryCursor.class, IOBigMemoryCursor.class, IOLittleMemoryCursor.class)) {
      IOMemoryCursor cursor =
          (IOMemoryCursor) play.call(type, "withSpecification", (long) SIZE, 0L);
      play.call(
          cursor,
          "genPhysicalSegments",
          buffer(),
          0L,
          new IOMemoryCursor.PhysicalSegment[] {new IOMemoryCursor.PhysicalSegment()},
          1);
      play.call(
          cursor,
          "getPhysicalSegments",
          buffer(),
          0L,
          new IOMemoryCursor.PhysicalSegment[] {new IOMemoryCursor.PhysicalSegment()},
          1);
    }
  }

  private void lookUps() {
    long address = buffer().getBytesNoCopy();
    play.call(Pmap.class, "pmap_find_phys", Task.kernel_task, address);
    play.call(Pmap.class, "kvtophys", address);
    play.call(MlPhys.class, "ml_vtophys", address);
    long[] physical = new long[1];
    long taken = IOLib.IOMallocContiguous(SIZE, 4096, new long[1]);
    if (taken == 0) {
      return; // Apple silicon has no memory below 4 GiB.
    }
    IOLib.IOFreeContiguous(taken, SIZE);
    play.memoryAtPointer(
        () -> (Long) play.call(IOLib.class, "IOMallocContiguous", (long) SIZE, 4096L, physical));
  }

  private void mappers() {
    for (IOMapper mapper : mapperArguments()) {
      if (mapper == null) {
        continue;
      }
      IOBufferMemoryDescriptor memory = buffer();
      long[] address = new long[1];
      play.call(
          mapper,
          "iovmMapMemory",
          memory,
          0L,
          (long) SIZE,
          3,
          null,
          null,
          null,
          address,
          new long[1]);
      play.call(mapper, "mapToPhysicalAddress", address[0]);
    }
    int page = (Integer) play.call(IOMapper.class, "IOMapperIOVMAlloc", 1);
    if (page != 0) {
      IOMapper.IOMapperInsertPage(page, 0, (int) (play.memory() >>> 12));
    }
  }

  private void dext() {
    dev.dmalint.driverkit.IOBufferMemoryDescriptor[] memory =
        new dev.dmalint.driverkit.IOBufferMemoryDescriptor[1];
    play.call(
        dev.dmalint.driverkit.IOBufferMemoryDescriptor.class,
        "Create",
        3L,
        (long) SIZE,
        0L,
        memory);
    IOAddressSegment range = new IOAddressSegment();
    memory[0].GetAddressRange(range);
    play.memoryAt(Pmap.kvtophys(range.address));
    play.call(memory[0], "GetAddressRange", new IOAddressSegment());
    play.call(
        memory[0], "GetAddressRange", (Object) new IOAddressSegment[] {new IOAddressSegment()});
    IODMACommandSpecification specification = new IODMACommandSpecification();
    specification.maxAddressBits = 64;
    dev.dmalint.driverkit.IODMACommand[] command = new dev.dmalint.driverkit.IODMACommand[1];
    play.call(
        dev.dmalint.driverkit.IODMACommand.class,
        "Create",
        new Dext(nub),
        0L,
        specification,
        command);
    IOAddressSegment[] segments = {new IOAddressSegment()};
    play.call(command[0], "PrepareForDMA", 0L, memory[0], 0L, 0L, new long[1], one(), segments);
  }
}
