package dev.dmalint.iokit;

import java.util.ArrayList;
import java.util.List;

/**
 * The memory of an I/O request of the BSD layer ({@code uio_t}), and the kernel's functions on it:
 * what {@link IOMemoryDescriptor#withOptions} takes with {@link
 * IOMemoryDescriptor#kIOMemoryTypeUIO}.
 *
 * @see "xnu: bsd/sys/uio.h"
 */
public final class Uio {
  /** The addresses are those of a process. */
  public static final int UIO_USERSPACE = 0;

  /** The addresses are the kernel's. */
  public static final int UIO_SYSSPACE = 2;

  /** Data goes into the memory. */
  public static final int UIO_READ = 0;

  /** Data comes out of the memory. */
  public static final int UIO_WRITE = 1;

  private final List<IOAddressRange> ranges = new ArrayList<>();
  private final int most;
  private final boolean system;

  private Uio(int most, boolean system) {
    this.most = most;
    this.system = system;
  }

  /**
   * A request without memory.
   *
   * @param iovcount how many ranges it may have
   * @param offset into the file
   * @param spacetype {@code UIO_USERSPACE} or {@code UIO_SYSSPACE}
   * @param iodirection {@code UIO_READ} or {@code UIO_WRITE}
   * @return the request
   */
  public static Uio uio_create(int iovcount, long offset, int spacetype, int iodirection) {
    Kernel.current();
    return new Uio(iovcount, spacetype == UIO_SYSSPACE);
  }

  /**
   * Adds a range.
   *
   * @param uio the request
   * @param baseaddr virtual address
   * @param length bytes
   * @return 0; -1 if it has as many as it may
   */
  public static int uio_addiov(Uio uio, long baseaddr, long length) {
    Kernel.current();
    if (uio.ranges.size() == uio.most) {
      return -1;
    }
    uio.ranges.add(new IOAddressRange(baseaddr, length));
    return 0;
  }

  IOAddressRange[] ranges() {
    return ranges.toArray(IOAddressRange[]::new);
  }

  /** The kernel for its own addresses, else the task that was given. */
  Task task(Task given) {
    return system ? Task.kernel_task : given;
  }
}
