package dev.dmalint.iokit;

/** Copies of the CPU into and out of a descriptor, through its unmapped segments. */
final class CpuCopy {
  private CpuCopy() {}

  static long read(IOMemoryDescriptor memory, long offset, byte[] into, long length) {
    return copy(memory, offset, into, length, false);
  }

  /** A null source writes zeros. */
  static long write(IOMemoryDescriptor memory, long offset, byte[] from, long length) {
    return copy(memory, offset, from == null ? new byte[(int) length] : from, length, true);
  }

  private static long copy(
      IOMemoryDescriptor memory, long offset, byte[] bytes, long length, boolean write) {
    Kernel kernel = Kernel.current();
    boolean inside = offset >= 0 && length >= 0 && offset <= memory.getLength() - length;
    if (!inside) {
      return 0;
    }
    long[] run = new long[1];
    int done = 0;
    while (done < length) {
      long address = memory.copySegment(offset + done, run);
      int part = (int) Math.min(run[0], length - done);
      if (part <= 0) {
        break;
      }
      if (write) {
        kernel.writePhysical(address, bytes, done, part);
      } else {
        kernel.readPhysical(address, bytes, done, part);
      }
      done += part;
    }
    return done;
  }
}
