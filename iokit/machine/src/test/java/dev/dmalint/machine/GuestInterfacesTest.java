package dev.dmalint.machine;

import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.KernelPanic;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Pio;
import dev.dmalint.iokit.ProcReg;
import dev.dmalint.iokit.VmParam;
import dev.dmalint.machine.device.FirmwareConfiguration;
import dev.dmalint.machine.device.PageNumberHypervisor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** iokit-facts 9.3: fw_cfg and a hypervisor take guest-physical addresses, whatever the mapper. */
class GuestInterfacesTest {
  private static final int PORT = 0x510;
  private static final int SELECT_AND_READ = 0x0A;

  private static IOBufferMemoryDescriptor pages(long bytes) {
    return IOBufferMemoryDescriptor.withOptions(kIODirectionInOut, bytes, VmParam.PAGE_SIZE);
  }

  private static long physical(IOMemoryDescriptor memory, long offset) {
    return memory.getPhysicalSegment(offset, null, kIOMemoryMapperNone);
  }

  private static int fetch(IOBufferMemoryDescriptor request, long at, int item, long target) {
    long bytes = request.getBytesNoCopy();
    OSByteOrder.OSWriteBigInt32(bytes, 0, item << 16 | SELECT_AND_READ);
    OSByteOrder.OSWriteBigInt32(bytes, 4, 4);
    OSByteOrder.OSWriteBigInt64(bytes, 8, target);
    Pio.outl(PORT + FirmwareConfiguration.DMA_HIGH, OSByteOrder.OSSwapInt32((int) (at >>> 32)));
    Pio.outl(PORT + FirmwareConfiguration.DMA_LOW, OSByteOrder.OSSwapInt32((int) at));
    return OSByteOrder.OSReadBigInt32(bytes, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P6/ram-high", "P7", "P8/virtio33-on/ram-high", "P9", "P14/ram-high"})
  void firmwareConfigurationTakesPhysicalAddressesInTwoHalves(String world) {
    Machine machine = Machine.boot(Machine.world(world));
    machine.run(
        () -> {
          IOBufferMemoryDescriptor request = pages(16);
          IOBufferMemoryDescriptor target = pages(64);
          int control = fetch(request, physical(request, 0), 0, physical(target, 0));

          assertThat(control).isZero();
          assertThat(OSByteOrder.OSReadBigInt32(target.getBytesNoCopy(), 0)).isEqualTo(0x51454D55);
        });
    assertThat(machine.faults()).isEmpty();
    assertThat(machine.trace().text()).doesNotContain("stray-access");
  }

  @Test
  void aMappedAddressMakesItReadAPageThatIsNobodys() {
    Machine machine = Machine.boot(Machine.world("P8/virtio33-on/ram-high"));
    machine.run(
        () -> {
          IOBufferMemoryDescriptor request = pages(16);
          IOBufferMemoryDescriptor target = pages(64);
          int control = fetch(request, request.getPhysicalAddress(), 0, physical(target, 0));

          assertThat(control).isNotZero();
          assertThat(OSByteOrder.OSReadBigInt32(target.getBytesNoCopy(), 0)).isZero();
        });
    assertThat(machine.trace().text()).contains("fw_cfg reads").contains("[stray-access]");
  }

  @Test
  void firmwareConfigurationRefusesToWriteWhatIsReadOnly() {
    Machine.boot(Machine.world("P6"))
        .run(
            () -> {
              IOBufferMemoryDescriptor request = pages(16);
              long bytes = request.getBytesNoCopy();
              OSByteOrder.OSWriteBigInt32(bytes, 0, 0x20 << 16 | 0x18);
              OSByteOrder.OSWriteBigInt32(bytes, 4, 4);
              OSByteOrder.OSWriteBigInt64(bytes, 8, physical(request, 0));
              long at = physical(request, 0);
              Pio.outl(PORT + 4, OSByteOrder.OSSwapInt32((int) (at >>> 32)));
              Pio.outl(PORT + 8, OSByteOrder.OSSwapInt32((int) at));
              assertThat(OSByteOrder.OSReadBigInt32(bytes, 0)).isEqualTo(1);
            });
  }

  @Test
  void firmwareConfigurationAlsoAnswersByteByByte() {
    Machine.boot(Machine.world("P6"))
        .run(
            () -> {
              Pio.outw(PORT, 0);
              assertThat(Pio.inb(PORT + 1)).isEqualTo('Q');
              assertThat(Pio.inb(PORT + 1)).isEqualTo('E');
              assertThat(Integer.reverseBytes(Pio.inl(PORT + 4))).isEqualTo(0x51454D55);
            });
  }

  @Test
  void whereThereIsNoGuestThereIsNeither() {
    Machine.boot(Machine.world("P1"))
        .run(
            () -> {
              assertThat(Pio.inl(PORT + 4)).isEqualTo(-1);
              assertThatThrownBy(() -> ProcReg.wrmsr64(PageNumberHypervisor.MESSAGE_PAGE, 1))
                  .isInstanceOf(KernelPanic.class)
                  .hasMessageContaining("general protection fault: wrmsr of 0x40000083");
              assertThatThrownBy(() -> ProcReg.vmcall(PageNumberHypervisor.POST_MESSAGE, 0, 0))
                  .isInstanceOf(KernelPanic.class)
                  .hasMessageContaining("invalid opcode");
            });
  }

  /** Posts a GPADL of one buffer and gives the status in the answer. */
  private static int describe(long[] numbers, int bytes) {
    IOBufferMemoryDescriptor answers = pages(4096);
    ProcReg.wrmsr64(PageNumberHypervisor.MESSAGE_PAGE, physical(answers, 0) | 1);
    IOBufferMemoryDescriptor input = pages(4096);
    long at = input.getBytesNoCopy();
    OSByteOrder.OSWriteLittleInt32(at, 0, 1);
    OSByteOrder.OSWriteLittleInt32(at, 8, 1);
    OSByteOrder.OSWriteLittleInt32(at, 12, 28 + 8 * numbers.length);
    OSByteOrder.OSWriteLittleInt32(at, 16, 8);
    OSByteOrder.OSWriteLittleInt32(at, 16 + 20, bytes);
    for (int i = 0; i < numbers.length; i++) {
      OSByteOrder.OSWriteLittleInt64(at, 16 + 28 + 8 * i, numbers[i]);
    }
    long status = ProcReg.vmcall(PageNumberHypervisor.POST_MESSAGE, physical(input, 0), 0);
    assertThat(status).isZero();
    assertThat(OSByteOrder.OSReadLittleInt32(answers.getBytesNoCopy(), 512)).isEqualTo(1);
    assertThat(OSByteOrder.OSReadLittleInt32(answers.getBytesNoCopy(), 528)).isEqualTo(10);
    return OSByteOrder.OSReadLittleInt32(answers.getBytesNoCopy(), 528 + 16);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"P10/ram-high", "P13/pageSize-16384/ram-high", "P8/virtio33-off/ram-high"})
  void buffersAreNamedByNumbersOfPagesOf4KiB(String world) {
    Machine machine = Machine.boot(Machine.world(world));
    machine.run(
        () -> {
          IOBufferMemoryDescriptor buffer = pages(32768);
          long[] numbers = new long[8];
          for (int i = 0; i < numbers.length; i++) {
            numbers[i] = physical(buffer, 4096L * i) >>> 12;
          }
          assertThat(describe(numbers, 32768)).isZero();
        });
    assertThat(machine.trace().text()).doesNotContain("stray-access");
  }

  @Test
  void numbersOfPagesOf16KiBNameOthers() {
    Machine machine = Machine.boot(Machine.world("P13/pageSize-16384/ram-high"));
    machine.run(
        () -> {
          IOBufferMemoryDescriptor buffer = pages(16384);
          long number = physical(buffer, 0) >>> VmParam.PAGE_SHIFT;
          assertThat(describe(new long[] {number}, 4096)).isZero();
          assertThat(describe(new long[] {number}, 16384)).isNotZero();
        });
    assertThat(machine.trace().text())
        .containsPattern("hypervisor reads 0x[0-9a-f]+, where nobody answers");
  }

  @Test
  void mappedPageNumbersTakeAPageThatIsNobodys() {
    Machine machine = Machine.boot(Machine.world("P8/virtio33-off/ram-high"));
    machine.run(
        () -> {
          IOBufferMemoryDescriptor answers = pages(4096);
          ProcReg.wrmsr64(PageNumberHypervisor.MESSAGE_PAGE, answers.getPhysicalAddress() | 1);
        });
    assertThat(machine.trace().text()).contains("[stray-access]");
  }

  @Test
  void callsWithAnOddAddressOrAnUnknownCodeAreRefused() {
    Machine.boot(Machine.world("P10"))
        .run(
            () -> {
              assertThat(ProcReg.vmcall(PageNumberHypervisor.POST_MESSAGE, 4, 0)).isEqualTo(4);
              assertThat(ProcReg.vmcall(0x7777, 0, 0)).isEqualTo(2);
            });
  }
}
