package dev.dmalint.machine;

import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOInterruptEventSource;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.IOWorkLoop;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.machine.device.XhciController;
import dev.dmalint.models.ModelReader;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** A controller that is driven as its specification says. */
class XhciControllerTest {
  private static final class Client extends IOService {}

  private Machine machine;
  private IOPCIDevice nub;
  private IOBufferMemoryDescriptor contexts;
  private IOBufferMemoryDescriptor commands;
  private IOBufferMemoryDescriptor events;
  private int interrupts;

  private static IOBufferMemoryDescriptor page() {
    return IOBufferMemoryDescriptor.withOptions(kIODirectionInOut, 4096, 4096);
  }

  private void start(String world, ToLongFunction<IOBufferMemoryDescriptor> address) {
    machine = Machine.boot(Machine.world(world));
    nub = machine.attach(new XhciController(0));
    machine.run(
        () -> {
          IOWorkLoop loop = IOWorkLoop.workLoop();
          IOInterruptEventSource source =
              IOInterruptEventSource.interruptEventSource(
                  new Client(), (owner, sender, count) -> interrupts += count, nub, 0);
          loop.addEventSource(source);
          source.enable();
          nub.setBusLeadEnable(true);
          contexts = page();
          commands = page();
          events = page();
          IOBufferMemoryDescriptor table = page();
          OSByteOrder.OSWriteLittleInt64(table.getBytesNoCopy(), 0, address.applyAsLong(events));
          OSByteOrder.OSWriteLittleInt32(table.getBytesNoCopy(), 8, 256);
          nub.deviceMemoryWrite64(0, XhciController.DCBAAP, address.applyAsLong(contexts));
          nub.deviceMemoryWrite64(0, XhciController.CRCR, address.applyAsLong(commands) | 1);
          nub.deviceMemoryWrite64(0, XhciController.ERDP, address.applyAsLong(events));
          nub.deviceMemoryWrite64(0, XhciController.ERSTBA, address.applyAsLong(table));
          nub.deviceMemoryWrite32(0, XhciController.USBCMD, 5);
        });
    machine.settle();
  }

  private static void trb(
      IOBufferMemoryDescriptor ring, int index, long pointer, int status, int control) {
    long at = ring.getBytesNoCopy() + 16L * index;
    OSByteOrder.OSWriteLittleInt64(at, 0, pointer);
    OSByteOrder.OSWriteLittleInt32(at, 8, status);
    OSByteOrder.OSWriteLittleInt32(at, 12, control);
  }

  private int event(int index) {
    return OSByteOrder.OSReadLittleInt32(events.getBytesNoCopy(), 16L * index + 12) >>> 10 & 0x3F;
  }

  private static long mapped(IOBufferMemoryDescriptor memory) {
    return memory.getPhysicalAddress();
  }

  @Test
  void thePortChangeIsTheFirstEventAndIsPolledInTheStatus() {
    start("P1/ram-high", XhciControllerTest::mapped);

    machine.run(
        () -> {
          assertThat(event(0)).isEqualTo(34);
          assertThat(nub.deviceMemoryRead32(0, XhciController.USBSTS)).isEqualTo(8);
          nub.deviceMemoryWrite32(0, XhciController.USBSTS, 8);
          assertThat(nub.deviceMemoryRead32(0, XhciController.USBSTS)).isZero();
          nub.deviceMemoryWrite32(0, XhciController.USBCMD, 0);
          assertThat(nub.deviceMemoryRead32(0, XhciController.USBSTS)).isEqualTo(1);
        });
    assertThat(interrupts).isEqualTo(1);
    assertThat(machine.faults()).isEmpty();
  }

  @Test
  void commandsAndTransfersGoThroughTheDomain() {
    for (String world : List.of("P1/ram-high", "P4/ram-high")) {
      start(world, XhciControllerTest::mapped);
      machine.run(
          () -> {
            trb(commands, 0, 0, 0, 9 << 10 | 1);
            nub.deviceMemoryWrite32(0, XhciController.DOORBELLS, 0);
          });
      machine.settle();
      machine.run(
          () -> {
            assertThat(event(1)).isEqualTo(33);
            IOBufferMemoryDescriptor output = page();
            IOBufferMemoryDescriptor input = page();
            IOBufferMemoryDescriptor ring = page();
            IOBufferMemoryDescriptor data = page();
            OSByteOrder.OSWriteLittleInt64(contexts.getBytesNoCopy(), 8, mapped(output));
            OSByteOrder.OSWriteLittleInt32(input.getBytesNoCopy(), 4, 3);
            OSByteOrder.OSWriteLittleInt64(input.getBytesNoCopy(), 64 + 8, mapped(ring) | 1);
            trb(commands, 1, mapped(input), 0, 1 << 24 | 11 << 10 | 1);
            nub.deviceMemoryWrite32(0, XhciController.DOORBELLS, 0);
            machine.settle();
            trb(ring, 0, 0x100_0680, 8, 1 << 6 | 2 << 10 | 1);
            trb(ring, 1, mapped(data), 18, 1 << 16 | 3 << 10 | 1);
            trb(ring, 2, 0, 0, 4 << 10 | 1 << 5 | 1);
            nub.deviceMemoryWrite32(0, XhciController.DOORBELLS + 4, 1);
            machine.settle();
            assertThat(event(3)).isEqualTo(32);
            assertThat(OSByteOrder.OSReadInt8(data.getBytesNoCopy(), 17)).isEqualTo(0x5B);
            assertThat(OSByteOrder.OSReadInt8(data.getBytesNoCopy(), 18)).isZero();
          });
      assertThat(machine.faults()).isEmpty();
    }
  }

  @Test
  void physicalAddressesFaultBehindAMapper() {
    start("P1/ram-high", memory -> memory.getPhysicalSegment(0, null, kIOMemoryMapperNone));

    assertThat(machine.faults()).isNotEmpty();
    machine.run(() -> assertThat(event(0)).isZero());
    start("P4/ram-high", memory -> memory.getPhysicalSegment(0, null, kIOMemoryMapperNone));
    machine.run(() -> assertThat(event(0)).isEqualTo(34));
  }

  @Test
  void itsRegistersAreThoseOfTheModelFile() {
    for (String name : List.of("USBCMD", "USBSTS", "CRCR", "DCBAAP", "ERSTBA", "ERDP")) {
      int base = List.of("ERSTBA", "ERDP").contains(name) ? 0 : XhciController.OPERATIONAL;
      List<Long> offsets =
          ModelReader.builtIn().devices().stream()
              .filter(model -> model.id().equals("xhci"))
              .flatMap(model -> model.registers().stream())
              .filter(register -> register.field().name().equals(name))
              .map(register -> register.offset())
              .toList();
      long here =
          switch (name) {
            case "USBCMD" -> XhciController.USBCMD;
            case "USBSTS" -> XhciController.USBSTS;
            case "CRCR" -> XhciController.CRCR;
            case "DCBAAP" -> XhciController.DCBAAP;
            case "ERSTBA" -> XhciController.ERSTBA;
            default -> XhciController.ERDP;
          };
      assertThat(offsets).contains(here - base);
    }
  }
}
