package dev.dmalint.iokit;

/** Accesses of the CPU through the kernel's page tables; a wild one panics with its address. */
final class VirtualAccess {
  private VirtualAccess() {}

  static long load(long address, int size) {
    Kernel kernel = Kernel.current();
    if (straddles(kernel, address, size)) {
      long value = 0;
      for (int i = size - 1; i >= 0; i--) {
        value = value << 8 | kernel.loadPhysical(physical(kernel, address + i, "read"), 1);
      }
      return value;
    }
    return kernel.loadPhysical(physical(kernel, address, "read"), size);
  }

  static void store(long address, int size, long value) {
    Kernel kernel = Kernel.current();
    if (straddles(kernel, address, size)) {
      for (int i = 0; i < size; i++) {
        kernel.storePhysical(physical(kernel, address + i, "write"), 1, value >>> (8 * i) & 0xFF);
      }
      return;
    }
    kernel.storePhysical(physical(kernel, address, "write"), size, value);
  }

  /** Reads bytes, page by page. */
  static void read(long address, byte[] into, int at, int length) {
    Kernel kernel = Kernel.current();
    for (int done = 0; done < length; ) {
      int part = part(kernel, address + done, length - done);
      kernel.readPhysical(physical(kernel, address + done, "read"), into, at + done, part);
      done += part;
    }
  }

  /** Writes bytes, page by page. */
  static void write(long address, byte[] from, int at, int length) {
    Kernel kernel = Kernel.current();
    for (int done = 0; done < length; ) {
      int part = part(kernel, address + done, length - done);
      kernel.writePhysical(physical(kernel, address + done, "write"), from, at + done, part);
      done += part;
    }
  }

  /** Reads bytes of a task; false where nothing is mapped. */
  static boolean copyIn(Task task, long address, byte[] into) {
    return copy(task, address, into, false);
  }

  /** Writes bytes of a task; false where nothing is mapped. */
  static boolean copyOut(Task task, long address, byte[] from) {
    return copy(task, address, from, true);
  }

  private static boolean copy(Task task, long address, byte[] bytes, boolean out) {
    Kernel kernel = Kernel.current();
    for (int done = 0; done < bytes.length; ) {
      int part = part(kernel, address + done, bytes.length - done);
      long physical = kernel.translate(task, address + done);
      if (physical == -1) {
        return false;
      }
      if (out) {
        kernel.writePhysical(physical, bytes, done, part);
      } else {
        kernel.readPhysical(physical, bytes, done, part);
      }
      done += part;
    }
    return true;
  }

  private static int part(Kernel kernel, long address, int left) {
    long page = 1L << kernel.pageShift();
    return (int) Math.min(left, page - (address & (page - 1)));
  }

  private static boolean straddles(Kernel kernel, long address, int size) {
    return (address >>> kernel.pageShift()) != ((address + size - 1) >>> kernel.pageShift());
  }

  private static long physical(Kernel kernel, long address, String access) {
    long physical = kernel.translate(Task.kernel_task, address);
    if (physical == -1) {
      throw new KernelPanic(
          "page fault: %s at 0x%x, which the kernel does not map".formatted(access, address));
    }
    return physical;
  }
}
