package dev.dmalint.machine;

import static dev.dmalint.iokit.IODMACommand.kMapped;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionIn;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionOut;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Task;
import dev.dmalint.machine.trace.TraceEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each kind of misuse is reported, the second time as well. */
class DmaCheckerTest {
  private static IOBufferMemoryDescriptor buffer(int direction) {
    return IOBufferMemoryDescriptor.withOptions(direction, 16384, 1);
  }

  private static long address(IODMACommand command, IOMemoryDescriptor memory, long length) {
    command.setMemoryDescriptor(memory, false);
    command.prepare(0, length);
    return Bench.segments(command).get(0).fIOVMAddr;
  }

  private static List<String> kinds(Bench bench) {
    return bench
        .machine()
        .trace()
        .of(TraceEvent.Misused.class)
        .map(TraceEvent.Misused::misuse)
        .toList();
  }

  @Test
  void anAddressUsedAfterComplete() {
    Bench bench = Bench.in("M0");
    bench.run(
        () -> {
          IODMACommand command = Bench.command(64, kMapped, null);
          long address = address(command, buffer(kIODirectionIn), 0);
          command.complete();
          bench.device().port().writeNumber(address, 4, 1);
          bench.device().port().writeNumber(address, 4, 1);
          return true;
        });

    assertThat(kinds(bench)).containsExactly("used-after-complete", "used-after-complete");
  }

  @Test
  void anAccessBeyondThePreparedRange() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          long address = address(Bench.command(64, kMapped, null), buffer(kIODirectionInOut), 100);
          bench.device().port().read(address, 100);
          bench.device().port().read(address, 101);
          return true;
        });

    assertThat(kinds(bench)).containsExactly("beyond-prepared");
  }

  @Test
  void anAccessAgainstTheDirection() {
    Bench bench = Bench.in("M0");
    bench.run(
        () -> {
          long address = address(Bench.command(64, kMapped, null), buffer(kIODirectionOut), 0);
          bench.device().port().readNumber(address, 4);
          bench.device().port().writeNumber(address, 4, 1);
          return true;
        });

    assertThat(kinds(bench)).containsExactly("against-direction");
  }

  @Test
  void theDeviceReadsACopyThatLacksWhatTheCpuWrote() {
    Bench bench = Bench.in("M0");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = buffer(kIODirectionOut);
          IODMACommand command = Bench.command(32, kMapped, null);
          long address = address(command, memory, 0);
          bench.device().port().readNumber(address, 4);
          OSByteOrder.OSWriteInt8(memory.getBytesNoCopy(), 0, 1);
          bench.device().port().readNumber(address, 4);
          command.synchronize(kIODirectionOut);
          bench.device().port().readNumber(address, 4);
          return true;
        });

    assertThat(kinds(bench)).containsExactly("device-reads-unsynchronized");
  }

  @Test
  void theCpuReadsMemoryWhoseCopyTheDeviceWrote() {
    Bench bench = Bench.in("M0");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = buffer(kIODirectionIn);
          IODMACommand command = Bench.command(32, kMapped, null);
          long address = address(command, memory, 0);
          bench.device().port().writeNumber(address, 4, 1);
          OSByteOrder.OSReadInt8(memory.getBytesNoCopy(), 0);
          command.synchronize(kIODirectionIn);
          OSByteOrder.OSReadInt8(memory.getBytesNoCopy(), 0);
          command.complete();
          return true;
        });

    assertThat(kinds(bench)).containsExactly("cpu-reads-unsynchronized");
  }

  @Test
  void memoryThatTwoMapWithOtherRights() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = buffer(kIODirectionOut);
          memory.getPhysicalAddress();
          IOMemoryDescriptor again =
              IOMemoryDescriptor.withAddress(
                  memory.getBytesNoCopy(), 4096, kIODirectionIn, Task.kernel_task);
          again.getPhysicalAddress();
          return true;
        });

    assertThat(kinds(bench)).containsExactly("overlap-conflict");
  }

  @Test
  void aPageThatTwoShareWithOtherRightsIsANoteOnly() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor.withOptions(kIODirectionOut, 64, 1).getPhysicalAddress();
          IOBufferMemoryDescriptor.withOptions(kIODirectionIn, 64, 1).getPhysicalAddress();
          return true;
        });

    assertThat(kinds(bench)).isEmpty();
    assertThat(bench.machine().trace().text()).contains("shares a page with");
  }
}
