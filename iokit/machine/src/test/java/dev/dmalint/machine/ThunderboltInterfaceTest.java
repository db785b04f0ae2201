package dev.dmalint.machine;

import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;
import static dev.dmalint.machine.device.ThunderboltInterface.COMPLETED;
import static dev.dmalint.machine.device.ThunderboltInterface.INTERRUPT;
import static dev.dmalint.machine.device.ThunderboltInterface.POSTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOInterruptEventSource;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.IOWorkLoop;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.machine.device.ThunderboltInterface;
import dev.dmalint.models.Device.Register;
import dev.dmalint.models.ModelReader;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A frame goes out of one ring and comes back into another. */
class ThunderboltInterfaceTest {
  private static final class Client extends IOService {}

  private static final int HOP = 1;
  private static final int ON = 0x8000_0000;
  private Machine machine;
  private IOPCIDevice nub;
  private IOBufferMemoryDescriptor sendRing;
  private IOBufferMemoryDescriptor receiveRing;
  private IOBufferMemoryDescriptor received;
  private int interrupts;

  private static IOBufferMemoryDescriptor page() {
    return IOBufferMemoryDescriptor.withOptions(kIODirectionInOut, 4096, 4096);
  }

  private static long mapped(IOBufferMemoryDescriptor memory) {
    return memory.getPhysicalAddress();
  }

  private static long raw(IOBufferMemoryDescriptor memory) {
    return memory.getPhysicalSegment(0, null, kIOMemoryMapperNone);
  }

  private void send(
      String world, boolean lead, int posted, ToLongFunction<IOBufferMemoryDescriptor> address) {
    machine = Machine.boot(Machine.world(world));
    nub = machine.attach(new ThunderboltInterface(0));
    machine.run(
        () -> {
          IOWorkLoop loop = IOWorkLoop.workLoop();
          IOInterruptEventSource source =
              IOInterruptEventSource.interruptEventSource(
                  new Client(), (owner, sender, count) -> interrupts += count, nub, 0);
          loop.addEventSource(source);
          source.enable();
          nub.setBusLeadEnable(lead);
          sendRing = page();
          receiveRing = page();
          received = page();
          IOBufferMemoryDescriptor sent = page();
          OSByteOrder.OSWriteLittleInt32(sent.getBytesNoCopy(), 0, 0x1234_5678);
          describe(sendRing, address.applyAsLong(sent), 64 | 0x3 << 12 | POSTED | INTERRUPT);
          describe(receiveRing, address.applyAsLong(received), POSTED | INTERRUPT);
          place(ThunderboltInterface.RECEIVE, address.applyAsLong(receiveRing), 256 << 16 | 8);
          place(ThunderboltInterface.TRANSMIT, address.applyAsLong(sendRing), 8);
          nub.deviceMemoryWrite32(0, ThunderboltInterface.INTERRUPT_MASK, 1 << (12 + HOP));
          nub.deviceMemoryWrite32(0, ThunderboltInterface.RECEIVE_OPTIONS + 32 * HOP, ON);
          nub.deviceMemoryWrite32(0, ThunderboltInterface.TRANSMIT_OPTIONS + 32 * HOP, ON);
          nub.deviceMemoryWrite32(0, ThunderboltInterface.RECEIVE + 16 * HOP + 8, posted);
          nub.deviceMemoryWrite32(0, ThunderboltInterface.TRANSMIT + 16 * HOP + 8, 1 << 16);
        });
    machine.settle();
  }

  private static void describe(IOBufferMemoryDescriptor ring, long address, int word) {
    OSByteOrder.OSWriteLittleInt64(ring.getBytesNoCopy(), 0, address);
    OSByteOrder.OSWriteLittleInt32(ring.getBytesNoCopy(), 8, word);
  }

  private void place(int rings, long address, int size) {
    nub.deviceMemoryWrite64(0, rings + 16 * HOP, address);
    nub.deviceMemoryWrite32(0, rings + 16 * HOP + 12, size);
  }

  private int word(IOBufferMemoryDescriptor ring) {
    return machine.run(() -> OSByteOrder.OSReadLittleInt32(ring.getBytesNoCopy(), 8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"P1/ram-high", "P4/ram-high"})
  void aFrameGoesOutAndComesBackThroughTheDomain(String world) {
    send(world, true, 1, ThunderboltInterfaceTest::mapped);

    assertThat(word(sendRing) & COMPLETED).isNotZero();
    assertThat(word(receiveRing) & COMPLETED).isNotZero();
    assertThat(word(receiveRing) & 0xF_FFFF).isEqualTo(0x3 << 12 | 64);
    assertThat(interrupts).isEqualTo(1);
    machine.run(
        () -> {
          assertThat(OSByteOrder.OSReadLittleInt32(received.getBytesNoCopy(), 0))
              .isEqualTo(0x1234_5678);
          int tails = ThunderboltInterface.TRANSMIT + 16 * HOP + 8;
          assertThat(nub.deviceMemoryRead32(0, tails)).isEqualTo(1 << 16 | 1);
          int done = nub.deviceMemoryRead32(0, ThunderboltInterface.NOTIFY);
          assertThat(done).isEqualTo(1 << HOP | 1 << (12 + HOP));
          assertThat(nub.deviceMemoryRead32(0, ThunderboltInterface.NOTIFY)).isZero();
        });
    assertThat(machine.faults()).isEmpty();
  }

  @Test
  void physicalAddressesFaultBehindTheMapperAndWorkWithoutOne() {
    send("P1/ram-high", true, 1, ThunderboltInterfaceTest::raw);
    assertThat(machine.faults()).isNotEmpty();
    assertThat(machine.faults().get(0).reason()).isEqualTo(6);
    assertThat(word(receiveRing) & COMPLETED).isZero();

    send("P4/ram-high", true, 1, ThunderboltInterfaceTest::raw);
    assertThat(machine.faults()).isEmpty();
    assertThat(word(receiveRing) & COMPLETED).isNotZero();
  }

  @Test
  void withoutBusLeadNothingIsRead() {
    send("P4/ram-high", false, 1, ThunderboltInterfaceTest::raw);

    assertThat(word(sendRing) & COMPLETED).isZero();
    assertThat(machine.trace().text()).contains("[bus-lead-off]");
  }

  @Test
  void aFrameWithoutAPostedDescriptorIsToldAsAnOverflow() {
    send("P1/ram-high", true, 0, ThunderboltInterfaceTest::mapped);

    assertThat(word(receiveRing) & COMPLETED).isZero();
    machine.run(
        () ->
            assertThat(nub.deviceMemoryRead32(0, ThunderboltInterface.NOTIFY))
                .isEqualTo(1 << HOP | 1 << (24 + HOP)));
  }

  @Test
  void itsRegistersAreThoseOfTheModelFile() {
    Map<String, Integer> here =
        Map.of(
            "TX ring base", ThunderboltInterface.TRANSMIT,
            "RX ring base", ThunderboltInterface.RECEIVE,
            "TX ring options", ThunderboltInterface.TRANSMIT_OPTIONS,
            "RX ring options", ThunderboltInterface.RECEIVE_OPTIONS);

    here.forEach(
        (name, offset) ->
            assertThat(
                    ModelReader.builtIn().devices().stream()
                        .filter(model -> model.id().equals("thunderbolt-nhi"))
                        .flatMap(model -> model.registers().stream())
                        .filter(register -> register.field().name().equals(name))
                        .map(Register::offset))
                .as(name)
                .contains((long) offset));
  }
}
