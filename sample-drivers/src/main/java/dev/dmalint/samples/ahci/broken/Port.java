package dev.dmalint.samples.ahci.broken;

import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.OSByteOrder;

/** One port: command list at 0, received FIS at 1024, the table of slot 0 at 2048. */
final class Port {
  private static final long BYTES = 4096;
  private static final int LIST = 0;
  private static final int RECEIVED = 1024;
  private static final int TABLE = 2048;
  private static final int CLB = 0x00;
  private static final int FB = 0x08;
  private static final int IS = 0x10;
  private static final int IE = 0x14;
  private static final int CMD = 0x18;

  private final IOMemoryMap abar;
  private final int index;
  private long memory;
  private final long[] bus = new long[1];

  Port(IOMemoryMap abar, int index) {
    this.abar = abar;
    this.index = index;
  }

  boolean allocate() {
    // source address-of-another-domain
    memory = IOLib.IOMallocContiguous(BYTES, 4096, bus);
    if (memory == 0) {
      return false;
    }
    IOLib.bzero(memory, BYTES);
    return true;
  }

  void start() {
    setAddress(CLB, bus[0] + LIST);
    setAddress(FB, bus[0] + RECEIVED);
    OSByteOrder.OSWriteLittleInt32(memory, LIST, 5);
    // want address-of-another-domain breaks=P2,P5
    OSByteOrder.OSWriteLittleInt64(memory, LIST + 8, bus[0] + TABLE);
    OSByteOrder.OSWriteLittleInt32(registers(), IE, -1);
    OSByteOrder.OSWriteLittleInt32(registers(), CMD, 0x11);
  }

  private void setAddress(int register, long address) {
    // want address-of-another-domain "'PxCLB'" breaks=P2,P5
    // want address-of-another-domain "'PxFB'" breaks=P2,P5
    OSByteOrder.OSWriteLittleInt32(registers(), register, (int) (address & 0xffffffffL));
    OSByteOrder.OSWriteLittleInt32(registers(), register + 4, (int) (address >> 32));
  }

  void acknowledge() {
    int status = OSByteOrder.OSReadLittleInt32(registers(), IS);
    OSByteOrder.OSWriteLittleInt32(registers(), IS, status);
  }

  int bit() {
    return 1 << index;
  }

  private long registers() {
    return abar.getVirtualAddress() + 0x100 + 0x80L * index;
  }

  void release() {
    OSByteOrder.OSWriteLittleInt32(registers(), CMD, 0);
    if (memory != 0) {
      IOLib.IOFreeContiguous(memory, BYTES);
      memory = 0;
    }
  }
}
