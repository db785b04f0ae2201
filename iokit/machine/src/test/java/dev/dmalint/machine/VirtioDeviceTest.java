package dev.dmalint.machine;

import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.VmParam;
import dev.dmalint.machine.device.VirtioDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** iokit-facts 9.2: which space a queue counts in, and what comes back through it. */
class VirtioDeviceTest {
  private static final int BLOCK = 0x10421AF4;
  private static final int BALLOON = 0x10021AF4;
  private static final int STATUS = 0x14;
  private static final String ON = "P8/virtio33-on/ram-high";

  private Machine machine;
  private IOPCIDevice nub;

  private void boot(String world, int id, boolean offered) {
    machine = Machine.boot(Machine.world(world));
    nub = machine.attach(new VirtioDevice(id, offered));
    machine.run(() -> nub.setBusLeadEnable(true));
  }

  private static IOBufferMemoryDescriptor page(long bytes) {
    return IOBufferMemoryDescriptor.withOptions(kIODirectionInOut, bytes, VmParam.PAGE_SIZE);
  }

  private static long address(IOBufferMemoryDescriptor memory, boolean mapped) {
    return mapped
        ? memory.getPhysicalAddress()
        : memory.getPhysicalSegment(0, null, kIOMemoryMapperNone);
  }

  /** Accepts what is asked and gives the status that reads back. */
  private int negotiate(boolean accept) {
    nub.deviceMemoryWrite8(0, STATUS, 3);
    nub.deviceMemoryWrite32(0, 0x08, 1);
    nub.deviceMemoryWrite32(0, 0x0C, accept ? 3 : 1);
    nub.deviceMemoryWrite8(0, STATUS, 0x0B);
    return nub.deviceMemoryRead8(0, STATUS);
  }

  private static void describe(long base, int index, long address, int length, int flags) {
    OSByteOrder.OSWriteLittleInt64(base, 16L * index, address);
    OSByteOrder.OSWriteLittleInt32(base, 16L * index + 8, length);
    OSByteOrder.OSWriteLittleInt16(base, 16L * index + 12, flags);
    OSByteOrder.OSWriteLittleInt16(base, 16L * index + 14, index + 1);
  }

  /** Reads sector 7 with one request; gives the page with queue, header, data and status. */
  private IOBufferMemoryDescriptor readSector(boolean mapped) {
    IOBufferMemoryDescriptor page = page(4096);
    long at = address(page, mapped);
    long base = page.getBytesNoCopy();
    nub.deviceMemoryWrite16(0, 0x18, 8);
    nub.deviceMemoryWrite64(0, 0x20, at);
    nub.deviceMemoryWrite64(0, 0x28, at + 0x100);
    nub.deviceMemoryWrite64(0, 0x30, at + 0x200);
    OSByteOrder.OSWriteLittleInt64(base, 0x408, 7);
    OSByteOrder.OSWriteInt8(base, 0x410, 0xEE);
    describe(base, 0, at + 0x400, 16, 1);
    describe(base, 1, at + 0x600, 512, 3);
    describe(base, 2, at + 0x410, 1, 2);
    OSByteOrder.OSWriteLittleInt16(base, 0x102, 1);
    nub.deviceMemoryWrite8(0, STATUS, 0x0F);
    machine.settle();
    return page;
  }

  @ParameterizedTest
  @CsvSource({
    "P8/virtio33-on/ram-high, true, true",
    "P8/virtio33-off/ram-high, false, false",
    "P6/ram-high, false, false",
    "P6/ram-high, true, true"
  })
  void aDiskAnswersInTheSpaceThatBit33Says(String world, boolean bit33, boolean mapped) {
    boot(world, BLOCK, bit33);
    machine.run(
        () -> {
          assertThat(negotiate(bit33) & 8).isNotZero();
          long base = readSector(mapped).getBytesNoCopy();
          assertThat(OSByteOrder.OSReadInt8(base, 0x410)).isZero();
          assertThat(OSByteOrder.OSReadLittleInt64(base, 0x600)).isEqualTo(7);
          assertThat(OSByteOrder.OSReadLittleInt16(base, 0x202)).isEqualTo(1);
          assertThat(OSByteOrder.OSReadLittleInt32(base, 0x208)).isEqualTo(513);
          assertThat(nub.deviceMemoryRead8(0, 0x1000)).isEqualTo(1);
          assertThat(nub.deviceMemoryRead64(0, 0x2000)).isEqualTo(2048);
        });
    assertThat(machine.faults()).isEmpty();
  }

  @Test
  void physicalAddressesFaultOnceBit33IsAccepted() {
    boot(ON, BLOCK, true);
    machine.run(
        () -> {
          negotiate(true);
          assertThat(OSByteOrder.OSReadInt8(readSector(false).getBytesNoCopy(), 0x410))
              .isEqualTo(0xEE);
        });
    assertThat(machine.faults()).isNotEmpty();
  }

  @Test
  void theDeviceDoesNotAgreeWithoutTheBitItOffers() {
    boot(ON, BLOCK, true);

    machine.run(() -> assertThat(negotiate(false) & 8).isZero());
  }

  @Test
  void aStatusOfZeroForgetsTheQueues() {
    boot("P6/ram-high", BLOCK, false);
    machine.run(
        () -> {
          negotiate(false);
          readSector(false);
          nub.deviceMemoryWrite8(0, STATUS, 0);
          assertThat(nub.deviceMemoryRead64(0, 0x20)).isZero();
          assertThat(nub.deviceMemoryRead8(0, STATUS)).isZero();
        });
  }

  @ParameterizedTest
  @CsvSource({
    "P8/virtio33-on/ram-high, 12, false",
    "P13/pageSize-16384/ram-high, 12, false",
    "P13/pageSize-16384/ram-high, 14, true"
  })
  void theBalloonCountsInPagesOf4KiB(String world, int shift, boolean wrong) {
    boot(world, BALLOON, false);
    machine.run(
        () -> {
          nub.setIOEnable(true);
          IOMemoryMap ports = nub.mapDeviceMemoryWithIndex(0);
          IOBufferMemoryDescriptor ring =
              IOBufferMemoryDescriptor.withOptions(
                  kIODirectionInOut
                      | IOBufferMemoryDescriptor.kIOMemoryHostPhysicallyContiguous
                      | kIOMemoryMapperNone,
                  16384,
                  VmParam.PAGE_SIZE);
          IOBufferMemoryDescriptor array = page(4096);
          IOBufferMemoryDescriptor given = page(VmParam.PAGE_SIZE);
          OSByteOrder.OSWriteLittleInt32(given.getBytesNoCopy(), 4092, 0x77);
          long number = address(given, false) >>> shift;
          OSByteOrder.OSWriteLittleInt32(array.getBytesNoCopy(), 0, (int) number);
          long base = ring.getBytesNoCopy();
          describe(base, 0, address(array, false), 4, 0);
          OSByteOrder.OSWriteLittleInt16(base, 16 * 64 + 2, 1);
          nub.ioWrite16(0x0E, 0, ports);
          nub.ioWrite32(0x08, (int) (address(ring, false) >>> 12), ports);
          nub.ioWrite8(0x12, 7, ports);
          machine.settle();
          assertThat(OSByteOrder.OSReadLittleInt32(given.getBytesNoCopy(), 4092))
              .isEqualTo(wrong ? 0x77 : 0);
        });
    if (wrong) {
      assertThat(machine.trace().text()).containsAnyOf("[stray-access]", "[unanswered-access]");
    } else {
      assertThat(machine.trace().text()).doesNotContain("[stray-access]");
    }
  }
}
