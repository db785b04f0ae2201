package dev.dmalint.machine;

import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionIn;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOInterruptEventSource;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.IOWorkLoop;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.machine.device.ScatterGatherEngine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** iokit-facts 3.11: configuration space, windows, bus lead, interrupts, and the switch at open. */
class BusTest {
  private static final class Client extends IOService {}

  private final Machine machine = Machine.boot(Machine.world("P1/ram-high"));
  private final IOPCIDevice nub = machine.attach(new ScatterGatherEngine());

  private long start(long list) {
    IOMemoryMap map = nub.mapDeviceMemoryWithRegister(IOPCIDevice.kIOPCIConfigBaseAddress0);
    long window = map.getVirtualAddress();
    OSByteOrder.OSWriteLittleInt64(window, ScatterGatherEngine.LIST, list);
    OSByteOrder.OSWriteLittleInt32(window, ScatterGatherEngine.COUNT, 1);
    OSByteOrder.OSWriteLittleInt32(window, ScatterGatherEngine.START, 1);
    return OSByteOrder.OSReadLittleInt32(window, ScatterGatherEngine.SUM);
  }

  private static IOBufferMemoryDescriptor entry(long address, int length, int flags) {
    IOBufferMemoryDescriptor list = IOBufferMemoryDescriptor.withOptions(kIODirectionOut, 16, 256);
    OSByteOrder.OSWriteLittleInt64(list.getBytesNoCopy(), 0, address);
    OSByteOrder.OSWriteLittleInt32(list.getBytesNoCopy(), 8, length);
    OSByteOrder.OSWriteLittleInt32(list.getBytesNoCopy(), 12, flags);
    return list;
  }

  @Test
  void configurationSpaceTellsIdentityCapabilitiesAndSizes() {
    machine.run(
        () -> {
          assertThat(nub.configRead16(IOPCIDevice.kIOPCIConfigVendorID)).isEqualTo(0x1234);
          int[] offset = new int[1];
          assertThat(nub.findPCICapability(0x10, offset)).isNotZero();
          assertThat(offset[0]).isEqualTo(0x70);
          assertThat(nub.findPCICapability(0x11)).isZero();
          int bar = nub.configRead32(0x10);
          nub.configWrite32(0x10, -1);
          assertThat(nub.configRead32(0x10)).isEqualTo(-4096);
          nub.configWrite32(0x10, bar);
          assertThat(nub.getDeviceMemoryCount()).isEqualTo(1);
          assertThat(
                  nub.getDeviceMemoryWithIndex(0).getPhysicalSegment(0, null, kIOMemoryMapperNone))
              .isEqualTo(Integer.toUnsignedLong(bar));
        });
  }

  @Test
  void anEngineReadsAndWritesThroughItsDomain() {
    machine.run(
        () -> {
          assertThat(nub.setBusLeadEnable(true)).isFalse();
          assertThat(nub.setBusLeadEnable(true)).isTrue();
          IOBufferMemoryDescriptor out =
              IOBufferMemoryDescriptor.withOptions(kIODirectionOut, 8192, 1);
          OSByteOrder.OSWriteInt8(out.getBytesNoCopy(), 5000, 7);
          assertThat(start(entry(out.getPhysicalAddress(), 8192, 0).getPhysicalAddress()))
              .isEqualTo(7);
          IOBufferMemoryDescriptor in =
              IOBufferMemoryDescriptor.withOptions(kIODirectionIn, 8192, 1);
          start(entry(in.getPhysicalAddress(), 8192, 1).getPhysicalAddress());
          assertThat(OSByteOrder.OSReadInt8(in.getBytesNoCopy(), 8191)).isEqualTo(0xA5);
        });

    assertThat(machine.faults()).isEmpty();
  }

  @Test
  void aPhysicalAddressFaults() {
    machine.run(
        () -> {
          nub.setBusLeadEnable(true);
          IOBufferMemoryDescriptor list = entry(0, 0, 0);
          start(list.getPhysicalSegment(0, null, kIOMemoryMapperNone));
        });

    assertThat(machine.faults()).isNotEmpty();
    assertThat(machine.faults().get(0).device()).isEqualTo("01:00.0");
    assertThat(machine.faults().get(0).reason()).isEqualTo(6);
  }

  @Test
  void withoutBusLeadNothingReachesMemory() {
    machine.run(() -> start(entry(0, 0, 0).getPhysicalAddress()));

    assertThat(machine.faults()).isEmpty();
    assertThat(machine.trace().text()).contains("[bus-lead-off]");
  }

  @Test
  void registersAnswerOnlyWhileTheirWindowIsOn() {
    machine.run(
        () -> {
          nub.setMemoryEnable(false);
          assertThat(nub.deviceMemoryRead32(0, 0)).isEqualTo(-1);
          nub.setMemoryEnable(true);
          nub.deviceMemoryWrite32(0, 8, 5);
          assertThat(nub.deviceMemoryRead32(0, 8)).isEqualTo(5);
        });
  }

  @Test
  void anInterruptReachesItsSourceOnceTimePasses() {
    List<Integer> seen = new ArrayList<>();
    machine.run(
        () -> {
          IOWorkLoop loop = IOWorkLoop.workLoop();
          IOInterruptEventSource source =
              IOInterruptEventSource.interruptEventSource(
                  new Client(), (owner, sender, count) -> seen.add(count), nub, 0);
          loop.addEventSource(source);
          nub.setBusLeadEnable(true);
          start(entry(0, 0, 0).getPhysicalAddress());
          assertThat(seen).isEmpty();
          source.enable();
        });
    machine.settle();

    assertThat(seen).containsExactly(1);
  }

  @Test
  void openingWithThePropertySwitchesTheMapper() {
    machine.run(
        () -> {
          Client client = new Client();
          assertThat(IOMapper.copyMapperForDevice(nub)).isNull();
          client.setProperty("IOPCIUseDeviceMapper", true);
          assertThat(nub.open(client)).isTrue();
          assertThat(IOMapper.copyMapperForDevice(nub)).isNotNull();
          assertThat(nub.open(new Client())).isFalse();
          nub.close(client);
          assertThat(IOMapper.copyMapperForDevice(nub)).isNotNull();
        });
  }

  @Test
  void aWorldWithDeviceMappersMaySwitchAtOpen() {
    Machine late = Machine.boot(Machine.world("P2"), MachineOptions.usual().withMapperAtOpen());
    IOPCIDevice device = late.attach(new ScatterGatherEngine());
    late.run(
        () -> {
          assertThat(IOMapper.copyMapperForDevice(device)).isNull();
          device.open(new Client());
          assertThat(IOMapper.copyMapperForDevice(device)).isNotNull();
        });
  }

  @Test
  void aBufferOfBothDirectionsServesBoth() {
    machine.run(
        () -> {
          nub.setBusLeadEnable(true);
          IOBufferMemoryDescriptor both =
              IOBufferMemoryDescriptor.withOptions(kIODirectionInOut, 4096, 1);
          start(entry(both.getPhysicalAddress(), 16, 1).getPhysicalAddress());
          assertThat(start(entry(both.getPhysicalAddress(), 16, 0).getPhysicalAddress()))
              .isEqualTo(16 * 0xA5);
        });
  }
}
