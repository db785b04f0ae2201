package dev.dmalint.samples.raid.broken;

import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Pmap;
import dev.dmalint.iokit.VmParam;

/**
 * One page for a frame and one for its data; addresses are looked up in the kernel's page table.
 */
final class CommandFrame {
  static final int READ_CONFIGURATION = 5;

  private static final long PAGE = 4096;
  private static final int STATUS = 2;
  private static final int SEGMENTS = 0x20;

  private final long frame;
  private final long data;

  private CommandFrame(long frame, long data) {
    this.frame = frame;
    this.data = data;
  }

  static CommandFrame allocate(IOPCIDevice device) {
    long frame = IOLib.IOMallocAligned(PAGE, PAGE);
    long data = IOLib.IOMallocAligned(PAGE, PAGE);
    CommandFrame result = new CommandFrame(frame, data);
    if (frame == 0 || data == 0) {
      result.release();
      return null;
    }
    IOLib.IOLog("raid: %s has its frame at %x\n", device.getName(), frame);
    return result;
  }

  void prepare(int code) {
    IOLib.bzero(frame, PAGE);
    OSByteOrder.OSWriteInt8(frame, 0, code);
    OSByteOrder.OSWriteInt8(frame, STATUS, 0xff);
    // want physical-address-to-device breaks=P1,P2,P3,P4b,P5,P8
    OSByteOrder.OSWriteLittleInt64(frame, SEGMENTS, physical(data));
    OSByteOrder.OSWriteLittleInt32(frame, SEGMENTS + 8, (int) PAGE);
  }

  long address() {
    return physical(frame);
  }

  private static long physical(long virtual) {
    // source physical-address-to-device
    long page = Pmap.pmap_find_phys(Pmap.kernel_pmap, virtual);
    return page << VmParam.PAGE_SHIFT | virtual & VmParam.PAGE_MASK;
  }

  int status() {
    return OSByteOrder.OSReadInt8(frame, STATUS) == 0
        ? IOReturn.kIOReturnSuccess
        : IOReturn.kIOReturnError;
  }

  void release() {
    if (frame != 0) {
      IOLib.IOFreeAligned(frame, PAGE);
    }
    if (data != 0) {
      IOLib.IOFreeAligned(data, PAGE);
    }
  }
}
