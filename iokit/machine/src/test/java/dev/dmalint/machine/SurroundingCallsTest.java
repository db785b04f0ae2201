package dev.dmalint.machine;

import static dev.dmalint.iokit.IODMACommand.kMapped;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionOut;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.driverkit.IOAddressSegment;
import dev.dmalint.driverkit.IODMACommandSpecification;
import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOCommandGate;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMAMapSpecification;
import dev.dmalint.iokit.IOFilterInterruptEventSource;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.IOWorkLoop;
import dev.dmalint.iokit.MlPhys;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Pmap;
import dev.dmalint.iokit.Task;
import dev.dmalint.machine.device.ScatterGatherEngine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** iokit-facts 3.1.2, 3.7, 3.9 to 3.12, 3.14: what stands around descriptors and commands. */
class SurroundingCallsTest {
  private static final class Driver extends IOService {}

  private static IOBufferMemoryDescriptor buffer(long size) {
    return IOBufferMemoryDescriptor.withOptions(kIODirectionInOut, size, 1);
  }

  @Row("3.1.2/any, used under an IODMACommand")
  @ParameterizedTest(name = "3.1.2 creation with {0} under a command in {1}: {2}")
  @CsvSource({"0, M0, R", "0, M1, IOVA(sys)", "0x800, M0, R", "0x800, M1, IOVA(sys)"})
  void aCommandTakesTheNumberAsCpuPhysical(String flag, String state, String meaning) {
    Bench bench = Bench.in(state);
    bench.run(
        () -> {
          long number = Bench.cpa(buffer(8192));
          IOMemoryDescriptor memory =
              IOMemoryDescriptor.withAddressRange(
                  number, 4096, kIODirectionInOut | Integer.decode(flag), null);
          IODMACommand command = Bench.command(64, kMapped, null);
          assertThat(command.setMemoryDescriptor(memory)).isZero();
          long address = Bench.segments(command).get(0).fIOVMAddr;
          assertThat(bench.space(address, number)).isEqualTo(meaning.equals("R") ? "CPA" : meaning);
          return true;
        });
  }

  @Row("3.7/checkForSystemMapper, gSystem")
  @ParameterizedTest(name = "3.7 gSystem in {0}")
  @CsvSource({"M0, false", "M1, true", "M2, true", "M3, false", "M4, false"})
  void thereIsASystemMapperOrNone(String state, boolean there) {
    Bench.in(state)
        .run(
            () -> {
              IOMapper.checkForSystemMapper();
              assertThat(IOMapper.gSystem != null).isEqualTo(there);
              return true;
            });
  }

  @Row("3.7/copyMapperForDevice, copyMapperForDeviceWithIndex")
  @ParameterizedTest(name = "3.7 copyMapperForDevice in {0}")
  @CsvSource({"M0, false", "M1, false", "M2, true", "M3, true", "M4, false"})
  void aDeviceHasAMapperOnlyByItsProperty(String state, boolean there) {
    Bench bench = Bench.in(state);
    bench.run(
        () -> {
          IOService nub = bench.device().nub();
          assertThat(IOMapper.copyMapperForDevice(nub) != null).isEqualTo(there);
          assertThat(IOMapper.copyMapperForDeviceWithIndex(nub, 0))
              .isSameAs(nub.getProperty("iommu-parent"));
          return true;
        });
  }

  @Row("3.7/getPageSize, iovmMapMemory, iovmUnmapMemory, iovmInsert, mapToPhysicalAddress")
  @Test
  void aMapperMapsInsertsTranslatesAndUnmaps() {
    Bench.in("M1")
        .run(
            () -> {
              IOMapper system = IOMapper.gSystem;
              IOBufferMemoryDescriptor memory = buffer(8192);
              IODMAMapSpecification wanted = new IODMAMapSpecification();
              wanted.alignment = 65536;
              wanted.numAddressBits = 32;
              long[] at = new long[1];
              long[] length = new long[1];
              assertThat(system.getPageSize()).isEqualTo(4096);
              assertThat(system.iovmMapMemory(memory, 0, 8192, 3, wanted, null, null, at, length))
                  .isZero();
              assertThat(at[0] & 65535).isZero();
              assertThat(length[0]).isEqualTo(8192);
              assertThat(system.mapToPhysicalAddress(at[0] + 5)).isEqualTo(Bench.cpa(memory) + 5);
              assertThat(system.iovmInsert(3, at[0], 4096, 0x9000_0000L, 4096)).isZero();
              assertThat(system.mapToPhysicalAddress(at[0] + 4096)).isEqualTo(0x9000_0000L);
              assertThat(system.iovmUnmapMemory(memory, null, at[0], 8192)).isZero();
              assertThat(system.mapToPhysicalAddress(at[0])).isEqualTo(at[0]);
              return true;
            });
  }

  @Row({"3.9/IOMallocContiguous", "3.9/IOFreeContiguous", "4.3/IOMallocContiguous"})
  @ParameterizedTest(name = "3.9 IOMallocContiguous in {0}")
  @CsvSource({"M0", "M1", "M2"})
  void contiguousMemoryHasAnIovaForItsLifeOrIsContiguousInCpuPhysicalSpace(String state) {
    Bench bench = Bench.in(state);
    bench.run(
        () -> {
          long va = IOLib.IOMallocContiguous(4 * 4096, 4096, null);
          assertThat(Pmap.kvtophys(va + 12288)).isEqualTo(Pmap.kvtophys(va) + 12288);
          long[] number = new long[1];
          long mapped = IOLib.IOMallocContiguous(4 * 4096, 8192, number);
          assertThat(number[0] & 8191).isZero();
          assertThat(number[0]).isLessThan(1L << 32);
          assertThat(bench.space(number[0], Pmap.kvtophys(mapped)))
              .isEqualTo(state.equals("M0") ? "CPA" : "IOVA(sys)");
          int before = live(bench);
          IOLib.IOFreeContiguous(mapped, 4 * 4096);
          assertThat(live(bench)).isEqualTo(state.equals("M0") ? 0 : before - 1);
          return true;
        });
  }

  private static int live(Bench bench) {
    return bench.machine().systemMapper().map(DomainMapper::liveMappings).orElse(0);
  }

  @Row("3.9/IOMallocAligned, IOMalloc, IOMallocPageable")
  @Test
  void plainMemoryHasAnAddressForTheCpuOnly() {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          assertThat(IOLib.IOMallocAligned(100, 256) & 255).isZero();
          assertThat(IOLib.IOMalloc(100)).isNotZero();
          long pageable = IOLib.IOMallocPageable(8192, 4096);
          assertThat(pageable & 4095).isZero();
          IOLib.IOFreePageable(pageable, 8192);
          assertThat(live(bench)).isZero();
          return true;
        });
  }

  @Row({"3.9/ml_phys, pmap_find_phys, kvtophys", "5.1/pmap and vm look-ups"})
  @ParameterizedTest(name = "3.9 ml_phys in {0}")
  @CsvSource({"M0", "M1", "M3"})
  void privateLookUpsAreCpuPhysical(String state) {
    Bench.in(state)
        .run(
            () -> {
              IOBufferMemoryDescriptor memory = buffer(65536);
              OSByteOrder.OSWriteLittleInt32(memory.getBytesNoCopy(), 0, 42);
              long physical = Pmap.kvtophys(memory.getBytesNoCopy());
              int shift = state.equals("M3") ? 14 : 12;
              assertThat(physical).isEqualTo(Bench.cpa(memory));
              assertThat(Pmap.pmap_find_phys(Task.kernel_task, memory.getBytesNoCopy()))
                  .isEqualTo((int) (physical >>> shift));
              assertThat(MlPhys.ml_phys_read_byte_64(physical)).isEqualTo(42);
              return true;
            });
  }

  @Row("3.10/life cycle, open, properties")
  @Test
  void aDriverAttachesOpensAndMapsItsDevice() {
    Machine machine = Bench.in("M1").machine();
    IOPCIDevice nub = machine.attach(new ScatterGatherEngine());
    machine.run(
        () -> {
          Driver driver = new Driver();
          assertThat(driver.init(null)).isTrue();
          assertThat(driver.attach(nub)).isTrue();
          assertThat(driver.probe(nub, new int[1])).isSameAs(driver);
          assertThat(driver.start(nub)).isTrue();
          assertThat(driver.getProvider()).isSameAs(nub);
          assertThat(nub.open(driver)).isTrue();
          assertThat(nub.open(new Driver())).isFalse();
          assertThat(nub.isOpen(driver)).isTrue();
          assertThat(nub.getDeviceMemoryCount()).isEqualTo(1);
          assertThat(nub.mapDeviceMemoryWithIndex(0).getVirtualAddress()).isNotZero();
          assertThat(nub.registerInterrupt(0, driver, (target, ref, from, source) -> {})).isZero();
          assertThat(nub.enableInterrupt(0)).isZero();
          assertThat(nub.disableInterrupt(0)).isZero();
          driver.registerService();
          nub.close(driver);
          assertThat(nub.isOpen()).isFalse();
          assertThat(driver.terminate()).isTrue();
          assertThat(driver.getProvider()).isNull();
        });
  }

  @Row({"3.11/configuration space", "3.11/memory, I/O and bus-lead enable"})
  @Test
  void enablingGivesTheStateBefore() {
    Machine machine = Bench.in("M1").machine();
    IOPCIDevice nub = machine.attach(new ScatterGatherEngine());
    machine.run(
        () -> {
          assertThat(nub.setBusMasterEnable(true)).isFalse();
          assertThat(nub.setBusLeadEnable(false)).isTrue();
          assertThat(nub.setMemoryEnable(false)).isTrue();
          assertThat(nub.setMemoryEnable(true)).isFalse();
          nub.setIOEnable(true);
          assertThat(nub.setIOEnable(false)).isTrue();
          assertThat(nub.extendedConfigRead16(0)).isEqualTo(nub.configRead16(0));
          assertThat(nub.getBusNumber()).isEqualTo(1);
          assertThat(nub.getDeviceNumber()).isZero();
          assertThat(nub.getFunctionNumber()).isZero();
        });
  }

  @Row("3.11/BARs: getDeviceMemoryWithRegister, deviceMemoryRead, deviceMemoryWrite")
  @Test
  void registersAreReadThroughTheirBarInEverySize() {
    Machine machine = Bench.in("M1").machine();
    IOPCIDevice nub = machine.attach(new ScatterGatherEngine());
    machine.run(
        () -> {
          assertThat(nub.getDeviceMemoryWithRegister(0x10).getLength()).isEqualTo(4096);
          assertThat(nub.getDeviceMemoryWithRegister(0x14)).isNull();
          long va = nub.mapDeviceMemoryWithRegister(0x10).getVirtualAddress();
          assertThat(nub.deviceMemoryWrite(0, 8, 7, 4, 0)).isZero();
          long[] data = new long[1];
          assertThat(nub.deviceMemoryRead(0, 8, data, 4, 0)).isZero();
          assertThat(data[0]).isEqualTo(7);
          assertThat(OSByteOrder.OSReadLittleInt32(va, 8)).isEqualTo(7);
        });
  }

  @Row({"3.12/work loop", "3.12/IOCommandGate"})
  @Test
  void aGateRunsItsActionOnTheWorkLoop() {
    Bench.in("M0")
        .run(
            () -> {
              Driver driver = new Driver();
              IOWorkLoop loop = IOWorkLoop.workLoop();
              IOCommandGate gate =
                  IOCommandGate.commandGate(
                      driver, (owner, a, b, c, d) -> loop.inGate() && owner == driver ? 5 : 6);
              assertThat(loop.addEventSource(gate)).isZero();
              assertThat(gate.runCommand()).isEqualTo(5);
              assertThat(
                      gate.runAction((owner, a, b, c, d) -> (Integer) a + (Integer) d, 1, 2, 3, 4))
                  .isEqualTo(5);
              assertThat(loop.runAction((target, a, b, c, d) -> 7, driver)).isEqualTo(7);
              assertThat(loop.inGate()).isFalse();
              assertThat(loop.removeEventSource(gate)).isZero();
              assertThat(loop.removeEventSource(gate)).isEqualTo(IOReturn.kIOReturnBadArgument);
              return true;
            });
  }

  @Row({"3.12/IOInterruptEventSource", "3.12/IOFilterInterruptEventSource"})
  @ParameterizedTest(name = "3.12 a filter that returns {0}")
  @CsvSource({"true", "false"})
  void aFilterDecidesWhetherTheActionRuns(boolean wanted) {
    List<String> seen = new ArrayList<>();
    Machine machine = Bench.in("M0").machine();
    IOPCIDevice nub = machine.attach(new ScatterGatherEngine());
    machine.run(
        () -> {
          Driver driver = new Driver();
          IOFilterInterruptEventSource source =
              IOFilterInterruptEventSource.filterInterruptEventSource(
                  driver,
                  (owner, from, count) -> seen.add("action " + count),
                  (owner, from) -> {
                    seen.add("filter");
                    return wanted;
                  },
                  nub,
                  0);
          IOWorkLoop.workLoop().addEventSource(source);
          source.enable();
          nub.deviceMemoryWrite32(0, ScatterGatherEngine.START, 1);
        });
    machine.settle();

    assertThat(seen).startsWith("filter");
    assertThat(seen.contains("action 1")).isEqualTo(wanted);
  }

  @Row({
    "3.14/IODMACommand::Create",
    "3.14/GetPreparation",
    "3.14/PerformOperation",
    "3.14/CompleteDMA"
  })
  @Test
  void aCommandOfADextTellsItsPreparationAndCopies() {
    Machine machine = Bench.in("M2").machine();
    var device =
        new dev.dmalint.driverkit.IOPCIDevice(machine.attach(new ScatterGatherEngine())) {};
    machine.run(
        () -> {
          var memory = new dev.dmalint.driverkit.IOBufferMemoryDescriptor[1];
          dev.dmalint.driverkit.IOBufferMemoryDescriptor.Create(3, 8192, 0, memory);
          var other = new dev.dmalint.driverkit.IOBufferMemoryDescriptor[1];
          dev.dmalint.driverkit.IOBufferMemoryDescriptor.Create(3, 8192, 0, other);
          var command = new dev.dmalint.driverkit.IODMACommand[1];
          IODMACommandSpecification specification = new IODMACommandSpecification();
          specification.maxAddressBits = 64;
          assertThat(dev.dmalint.driverkit.IODMACommand.Create(device, 0, specification, command))
              .isZero();
          long[] offset = new long[1];
          long[] length = new long[1];
          var found = new dev.dmalint.driverkit.IOMemoryDescriptor[1];
          assertThat(command[0].GetPreparation(offset, length, found))
              .isEqualTo(IOReturn.kIOReturnNotReady);
          assertThat(command[0].PerformOperation(1, 0, 4, 0, other[0]))
              .isEqualTo(IOReturn.kIOReturnNotReady);
          IOAddressSegment[] segments = {new IOAddressSegment()};
          assertThat(
                  command[0].PrepareForDMA(
                      0, memory[0], 4096, 4096, new long[1], new int[] {1}, segments))
              .isZero();
          assertThat(command[0].GetPreparation(offset, length, found)).isZero();
          assertThat(offset[0]).isEqualTo(4096);
          assertThat(length[0]).isEqualTo(4096);
          assertThat(found[0]).isSameAs(memory[0]);
          IOAddressSegment from = new IOAddressSegment();
          other[0].GetAddressRange(from);
          OSByteOrder.OSWriteLittleInt32(from.address, 16, 77);
          assertThat(command[0].PerformOperation(2, 8, 4, 16, other[0])).isZero();
          IOAddressSegment to = new IOAddressSegment();
          memory[0].GetAddressRange(to);
          assertThat(OSByteOrder.OSReadLittleInt32(to.address, 4096 + 8)).isEqualTo(77);
          assertThat(command[0].PerformOperation(1, 8, 4, 32, other[0])).isZero();
          assertThat(OSByteOrder.OSReadLittleInt32(from.address, 32)).isEqualTo(77);
          assertThat(command[0].PerformOperation(4, 8, 4, 0, null)).isZero();
          assertThat(OSByteOrder.OSReadLittleInt32(to.address, 4096 + 8)).isZero();
          assertThat(
                  command[0].PrepareForDMA(0, other[0], 0, 0, new long[1], new int[] {1}, segments))
              .isEqualTo(IOReturn.kIOReturnBusy);
          assertThat(command[0].GetPreparation(offset, length, found)).isZero();
          assertThat(command[0].CompleteDMA(0)).isZero();
          assertThat(command[0].CompleteDMA(0)).isEqualTo(IOReturn.kIOReturnNotReady);
        });
  }

  @Row("3.14/CreateMapping, CreateSubMemoryDescriptor, CreateWithMemoryDescriptors")
  @Test
  void aDextMapsPartsAndChainsOfDescriptors() {
    Bench.in("M1")
        .run(
            () -> {
              var memory = new dev.dmalint.driverkit.IOBufferMemoryDescriptor[1];
              dev.dmalint.driverkit.IOBufferMemoryDescriptor.Create(3, 8192, 0, memory);
              var map = new dev.dmalint.driverkit.IOMemoryMap[1];
              assertThat(memory[0].CreateMapping(0, 0, 4096, 4096, 0, map)).isZero();
              assertThat(map[0].GetLength()).isEqualTo(4096);
              var part = new dev.dmalint.driverkit.IOMemoryDescriptor[1];
              assertThat(
                      dev.dmalint.driverkit.IOMemoryDescriptor.CreateSubMemoryDescriptor(
                          3, 4096, 4096, memory[0], part))
                  .isZero();
              var chain = new dev.dmalint.driverkit.IOMemoryDescriptor[1];
              var parts = new dev.dmalint.driverkit.IOMemoryDescriptor[33];
              java.util.Arrays.fill(parts, part[0]);
              assertThat(
                      dev.dmalint.driverkit.IOMemoryDescriptor.CreateWithMemoryDescriptors(
                          3, 32, parts, chain))
                  .isZero();
              long[] length = new long[1];
              chain[0].GetLength(length);
              assertThat(length[0]).isEqualTo(32 * 4096);
              assertThat(
                      dev.dmalint.driverkit.IOMemoryDescriptor.CreateWithMemoryDescriptors(
                          3, 33, parts, chain))
                  .isEqualTo(IOReturn.kIOReturnBadArgument);
              return true;
            });
  }

  @Row("4.4/rights")
  @ParameterizedTest(name = "4.4 an Out-prepared {0}: the device {1}")
  @CsvSource({"whole range, faults", "part, faults not"})
  void onlyWholeMappingsCarryTheirDirection(String range, String what) {
    Bench bench = Bench.in("M1");
    bench.run(
        () -> {
          IOBufferMemoryDescriptor memory =
              IOBufferMemoryDescriptor.withOptions(kIODirectionOut, 8192, 1);
          IODMACommand command = Bench.command(64, kMapped, null);
          command.setMemoryDescriptor(memory, false);
          command.prepare(0, range.equals("part") ? 4096 : 0);
          bench.device().port().writeNumber(Bench.segments(command).get(0).fIOVMAddr, 4, 1);
          return true;
        });

    assertThat(bench.machine().faults().isEmpty()).isEqualTo(what.equals("faults not"));
  }
}
