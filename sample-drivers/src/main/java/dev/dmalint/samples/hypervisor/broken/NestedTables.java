package dev.dmalint.samples.hypervisor.broken;

import dev.dmalint.iokit.DmaSink;
import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Task;

/** Four levels of tables with one table a level: enough for the first 2 MiB of a guest. */
final class NestedTables {
  private static final int LEVELS = 4;
  private static final long READ_WRITE_EXECUTE = 7;
  private static final long WRITE_BACK = 6 << 3;

  private final IOBufferMemoryDescriptor[] levels;

  private NestedTables(IOBufferMemoryDescriptor[] levels) {
    this.levels = levels;
  }

  static NestedTables create() {
    IOBufferMemoryDescriptor[] levels = new IOBufferMemoryDescriptor[LEVELS];
    NestedTables tables = new NestedTables(levels);
    for (int level = 0; level < LEVELS; level++) {
      levels[level] =
          IOBufferMemoryDescriptor.inTaskWithOptions(
              Task.kernel_task, IOMemoryDescriptor.kIODirectionInOut, 4096, 4096);
      if (levels[level] == null) {
        tables.release();
        return null;
      }
      if (level > 0) {
        // want mapped-address-to-cpu-side-consumer breaks=P1,P2,P3,P4b,P8
        tables.enter(level - 1, 0, HostPages.address(levels[level], 0) | READ_WRITE_EXECUTE);
      }
    }
    return tables;
  }

  void map(long guestAddress, long hostAddress) {
    int index = (int) (guestAddress >>> 12) & 0x1ff;
    // want mapped-address-to-cpu-side-consumer breaks=P1,P2,P3,P4b,P8
    enter(LEVELS - 1, index, hostAddress | READ_WRITE_EXECUTE | WRITE_BACK);
  }

  private void enter(int level, int index, @DmaSink(consumer = "K11") long entry) {
    // want mapped-address-to-cpu-side-consumer breaks=P1,P2,P3,P4b,P8
    OSByteOrder.OSWriteLittleInt64(levels[level].getBytesNoCopy(), 8L * index, entry);
  }

  long rootAddress() {
    return HostPages.address(levels[0], 0);
  }

  void release() {
    for (IOBufferMemoryDescriptor table : levels) {
      if (table != null) {
        table.release();
      }
    }
  }
}
