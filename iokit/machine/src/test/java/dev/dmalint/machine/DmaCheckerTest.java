package dev.dmalint.machine;

import static dev.dmalint.iokit.IODMACommand.kMapped;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionIn;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionOut;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Task;
import dev.dmalint.machine.bus.DmaLimits;
import dev.dmalint.machine.device.AddressProbe;
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
  void anAddressOfACommandThatIsCompleteThoughTheMemoryKeepsTheMapping() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IODMACommand command = Bench.command(64, kMapped, null);
          IOBufferMemoryDescriptor memory = buffer(kIODirectionIn);
          long address = address(command, memory, 0);
          command.complete();
          bench.device().port().writeNumber(address, 4, 1);
          bench.device().port().writeNumber(address, 4, 1);
          assertThat(memory.getPhysicalAddress()).isEqualTo(address);
          bench.device().port().writeNumber(address, 4, 1);
          command.clearMemoryDescriptor();
          memory.release();
          bench.device().port().writeNumber(address, 4, 1);
          return true;
        });

    assertThat(kinds(bench))
        .containsExactly("stale-address", "stale-address", "used-after-complete");
  }

  @Test
  void noEndIsForgotten() {
    Bench bench = Bench.in("M0");
    bench.run(
        () -> {
          IODMACommand command = Bench.command(64, kMapped, null);
          long address = address(command, buffer(kIODirectionIn), 0);
          command.clearMemoryDescriptor();
          for (int i = 0; i < 1000; i++) {
            address(command, buffer(kIODirectionIn), 0);
            command.clearMemoryDescriptor();
          }
          bench.device().port().writeNumber(address, 4, 1);
          return true;
        });

    assertThat(kinds(bench)).containsExactly("used-after-complete");
  }

  @Test
  void anAddressOfMemoryThatWasAskedForAndIsFreed() {
    Bench bench = Bench.in("M0");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = buffer(kIODirectionIn);
          long address = memory.getPhysicalAddress();
          bench.device().port().writeNumber(address, 4, 1);
          memory.release();
          bench.device().port().writeNumber(address, 4, 1);
          return true;
        });

    assertThat(kinds(bench)).startsWith("used-after-complete");
  }

  @Test
  void anAddressThatIsAskedForAgainIsGood() {
    Bench bench = Bench.in("M0");
    bench.run(
        () -> {
          IODMACommand command = Bench.command(64, kMapped, null);
          IOBufferMemoryDescriptor memory = buffer(kIODirectionIn);
          address(command, memory, 0);
          command.complete();
          bench.device().port().writeNumber(memory.getPhysicalAddress(), 4, 1);
          return true;
        });

    assertThat(kinds(bench)).isEmpty();
  }

  @Test
  void anAccessBehindThePreparedRangeOfItsPage() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          long address = address(Bench.command(64, kMapped, null), buffer(kIODirectionInOut), 100);
          bench.device().port().read(address + 100, 4);
          bench.device().port().read(address + 100, 4);
          return true;
        });

    assertThat(kinds(bench)).containsExactly("beyond-prepared", "beyond-prepared");
  }

  @Test
  void anAddressOfAnotherDomain() {
    Bench bench = Bench.in("M2");
    bench.run(
        () -> {
          long own =
              address(
                  Bench.command(64, kMapped, bench.deviceMapper()), buffer(kIODirectionInOut), 0);
          long system = address(Bench.command(64, kMapped, null), buffer(kIODirectionInOut), 0);
          bench.device().port().read(own, 4);
          bench.device().port().read(system, 4);
          bench.device().port().read(system, 4);
          return true;
        });

    assertThat(kinds(bench)).containsExactly("foreign-address", "foreign-address");
  }

  @Test
  void aCpuPhysicalAddressBehindAMapper() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          long address = Bench.cpa(buffer(kIODirectionInOut));
          bench.device().port().read(address, 4);
          bench.device().port().read(address, 4);
          return true;
        });

    assertThat(kinds(bench)).containsExactly("foreign-address", "foreign-address");
  }

  @Test
  void anAddressOfWhichTheUpperHalfIsLost() {
    Bench bench = Bench.in("M0");
    bench.run(
        () -> {
          long address = address(Bench.command(64, kMapped, null), buffer(kIODirectionInOut), 0);
          assertThat(address >>> 32).isNotZero();
          bench.device().port().read(address & 0xFFFFFFFFL, 4);
          bench.device().port().read(address & 0xFFFFFFFFL, 4);
          return true;
        });

    assertThat(kinds(bench))
        .filteredOn(kind -> kind.startsWith("segment"))
        .containsExactly("segment-too-wide", "segment-too-wide");
  }

  @Test
  void aSegmentThatTheDeviceCannotTake() {
    Bench bench = Bench.in("M0");
    DmaLimits limits = new DmaLimits(32, 0x1000, 256);
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = IOBufferMemoryDescriptor.withOptions(3, 0x4000, 1);
          IODMACommand command = Bench.command(64, kMapped, null);
          command.setMemoryDescriptor(memory, false);
          command.prepare(0x10, 0x100);
          long address = Bench.segments(command).get(0).fIOVMAddr;
          bench.device().port().takes(address, 0x100, limits);
          bench.device().port().takes(address, 0x1001, DmaLimits.NONE);
          bench.device().port().takes(address, 0x1001, limits);
          return true;
        });

    assertThat(kinds(bench))
        .containsExactly(
            "segment-too-wide",
            "segment-misaligned",
            "segment-too-wide",
            "segment-too-long",
            "segment-misaligned");
  }

  @Test
  void aSegmentLongerThanItsCommandWasMadeFor() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IODMACommand command =
              IODMACommand.withSpecification(IODMACommand::OutputHost64, 64, 0x1000);
          long address = address(command, buffer(kIODirectionInOut), 0);
          bench.device().port().takes(address, 0x1000, DmaLimits.NONE);
          bench.device().port().takes(address, 0x2000, DmaLimits.NONE);
          bench.device().port().takes(address, 0x2000, DmaLimits.NONE);
          return true;
        });

    assertThat(kinds(bench)).containsExactly("segment-too-long", "segment-too-long");
  }

  @Test
  void onlyWhatIsCopiedHasToBeSynchronized() {
    Bench bench = Bench.in("M0");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory = buffer(kIODirectionIn);
          IODMACommand command = Bench.command(32, kMapped, null);
          command.setMemoryDescriptor(memory, false);
          command.prepare(4096, 4096);
          bench.device().port().writeNumber(Bench.segments(command).get(0).fIOVMAddr, 4, 1);
          OSByteOrder.OSReadInt8(memory.getBytesNoCopy(), 0);
          OSByteOrder.OSReadInt8(memory.getBytesNoCopy(), 8192);
          OSByteOrder.OSReadInt8(memory.getBytesNoCopy(), 4096 + 4);
          return true;
        });

    assertThat(kinds(bench)).isEmpty();
  }

  @Test
  void aDeviceWithoutBusLead() {
    Machine machine = Machine.boot(Machine.world("P4/ram-high"));
    IOPCIDevice nub = machine.attach(new AddressProbe(0x12345678));
    machine.run(
        () -> {
          IOMemoryMap window = nub.mapDeviceMemoryWithRegister(0x10);
          OSByteOrder.OSWriteLittleInt64(window.getVirtualAddress(), 0, 0x1000);
          OSByteOrder.OSWriteLittleInt64(window.getVirtualAddress(), 0, 0x1000);
        });

    assertThat(machine.trace().of(TraceEvent.Misused.class).map(TraceEvent.Misused::misuse))
        .containsExactly("bus-lead-off", "bus-lead-off");
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
  void memoryThatIsNobodys() {
    Bench bench = Bench.in("M0");
    bench.device().port().read(0x3000_0000L, 4);
    bench.device().port().read(0x3000_0000L, 4);

    assertThat(kinds(bench)).containsExactly("stray-access", "stray-access");
  }

  @Test
  void anAddressWhereNobodyAnswers() {
    Bench bench = Bench.in("M0");
    bench.device().port().read(0xF000_0000L, 4);
    bench.device().port().write(0xF000_0000L, new byte[4]);

    assertThat(kinds(bench)).containsExactly("unanswered-access", "unanswered-access");
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
