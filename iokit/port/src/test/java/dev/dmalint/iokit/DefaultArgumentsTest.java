package dev.dmalint.iokit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A default argument has the value it has in C++, and an override of the full form sees it. */
class DefaultArgumentsTest {
  private final List<String> calls = new ArrayList<>();

  private final class Memory extends IOMemoryDescriptor {
    @Override
    public int prepare(int forDirection) {
      calls.add("prepare " + forDirection);
      return IOReturn.kIOReturnSuccess;
    }

    @Override
    public int complete(int forDirection) {
      calls.add("complete " + forDirection);
      return IOReturn.kIOReturnSuccess;
    }

    @Override
    public long getPhysicalSegment(long offset, long[] length, int options) {
      calls.add("segment %d %b 0x%x".formatted(offset, length != null, options));
      return 1;
    }

    @Override
    public IOMemoryMap createMappingInTask(
        Task intoTask, long atAddress, int options, long offset, long length) {
      calls.add("map %s %d 0x%x %d %d".formatted(intoTask, atAddress, options, offset, length));
      return null;
    }
  }

  private final class Command extends IODMACommand {
    @Override
    public int prepare(long offset, long length, boolean flushCache, boolean synchronize) {
      calls.add("prepare %d %d %b %b".formatted(offset, length, flushCache, synchronize));
      return IOReturn.kIOReturnSuccess;
    }

    @Override
    public int complete(boolean invalidateCache, boolean synchronize) {
      calls.add("complete %b %b".formatted(invalidateCache, synchronize));
      return IOReturn.kIOReturnSuccess;
    }

    @Override
    public int setMemoryDescriptor(IOMemoryDescriptor mem, boolean autoPrepare) {
      calls.add("set " + autoPrepare);
      return IOReturn.kIOReturnSuccess;
    }

    @Override
    public int clearMemoryDescriptor(boolean autoComplete) {
      calls.add("clear " + autoComplete);
      return IOReturn.kIOReturnSuccess;
    }

    @Override
    public boolean initWithSpecification(
        SegmentFunction outSegFunc,
        int numAddressBits,
        long maxSegmentSize,
        int mappingOptions,
        long maxTransferSize,
        int alignment,
        IOMapper mapper,
        Object refCon) {
      calls.add(
          "init %d %d %d %d %d %s %s"
              .formatted(
                  numAddressBits,
                  maxSegmentSize,
                  mappingOptions,
                  maxTransferSize,
                  alignment,
                  mapper,
                  refCon));
      return true;
    }
  }

  @Test
  void anAddressIsAMappedSegmentAtTheStart() {
    Memory memory = new Memory();

    memory.getPhysicalAddress();
    memory.getPhysicalSegment(4096, new long[1]);
    memory.getPhysicalSegment64(8, null);
    memory.getSourceSegment(8, null);

    assertThat(calls)
        .containsExactly(
            "segment 0 false 0x0",
            "segment 4096 true 0x0",
            "segment 8 false 0x800",
            "segment 8 false 0x2000");
  }

  @Test
  void preparingTakesTheDirectionOfCreation() {
    Memory memory = new Memory();

    memory.prepare();
    memory.complete();

    assertThat(calls).containsExactly("prepare 0", "complete 0");
  }

  @Test
  void mappingGoesAnywhereInTheKernel() {
    new Memory().map();

    assertThat(calls).containsExactly("map kernel_task 0 0x1 0 0");
  }

  @Test
  void aCommandPreparesAllOfItsDescriptor() {
    Command command = new Command();

    command.setMemoryDescriptor(null);
    command.prepare();
    command.prepare(1, 2);
    command.complete();
    command.clearMemoryDescriptor();

    assertThat(calls)
        .containsExactly(
            "set true",
            "prepare 0 0 true true",
            "prepare 1 2 true true",
            "complete true true",
            "clear true");
  }

  @Test
  void aCommandIsMappedThroughTheSystemMapper() {
    new Command().initWithSpecification(IODMACommand::OutputHost64, 64, 0);

    assertThat(calls).containsExactly("init 64 0 0 0 1 null null");
  }

  @Test
  void theHistoricMapperArgumentsAreNoneAndNotNone() {
    assertThat(IOMemoryDescriptor.kIOMapperSystem).isNull();
    assertThat(IOMemoryDescriptor.kIOMapperNone).isNotNull();
  }
}
