package dev.dmalint.iokit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * The kernel's helpers: memory, log, time, locks.
 *
 * @see "xnu: iokit/IOKit/IOLib.h, IOLocks.h"
 */
@SuppressWarnings("DoNotCallSuggester") // Calls without behaviour will get theirs.
public final class IOLib {
  private static final Logger LOG = System.getLogger("dev.dmalint.iokit.IOLog");

  private IOLib() {}

  /**
   * Allocates kernel memory.
   *
   * @param size bytes
   * @return kernel virtual address; 0 (NULL) without memory
   */
  public static long IOMalloc(long size) {
    return Kernel.current().allocate(Task.kernel_task, size, 16, false);
  }

  /**
   * Frees memory of {@link #IOMalloc}.
   *
   * @param address kernel virtual address
   * @param size bytes, as allocated
   */
  public static void IOFree(long address, long size) {
    Kernel.current().free(Task.kernel_task, address);
  }

  /**
   * Allocates aligned kernel memory.
   *
   * @param size bytes
   * @param alignment bytes, a power of two, of the virtual address
   * @return kernel virtual address; 0 (NULL) without memory
   */
  public static long IOMallocAligned(long size, long alignment) {
    return Kernel.current().allocate(Task.kernel_task, size, Math.max(1, alignment), false);
  }

  /**
   * Frees memory of {@link #IOMallocAligned}.
   *
   * @param address kernel virtual address
   * @param size bytes, as allocated
   */
  public static void IOFreeAligned(long address, long size) {
    Kernel.current().free(Task.kernel_task, address);
  }

  /**
   * Allocates memory that a device sees in one piece; deprecated by Apple.
   *
   * @param size bytes
   * @param alignment bytes, a power of two
   * @param physicalAddress out, shape [1], may be null. The <b>mapped</b> address: IOVA of the
   *     system mapper on M1 and M2, below 4 GiB and contiguous in that space only; CPU-physical on
   *     M0, M3 and M4. With null, the memory is contiguous in CPU-physical space and no address is
   *     told
   * @return kernel virtual address; 0 (NULL) without memory
   */
  public static long IOMallocContiguous(long size, long alignment, long[] physicalAddress) {
    return ContiguousMemory.allocate(size, alignment, physicalAddress);
  }

  /**
   * Frees memory of {@link #IOMallocContiguous} and removes its IOVA.
   *
   * @param address kernel virtual address
   * @param size bytes, as allocated
   */
  public static void IOFreeContiguous(long address, long size) {
    ContiguousMemory.free(address);
  }

  /**
   * Allocates pageable kernel memory; a descriptor of it has to be prepared.
   *
   * @param size bytes
   * @param alignment bytes, a power of two
   * @return kernel virtual address; 0 (NULL) without memory
   */
  public static long IOMallocPageable(long size, long alignment) {
    return Kernel.current().allocate(Task.kernel_task, size, Math.max(1, alignment), true);
  }

  /**
   * Frees memory of {@link #IOMallocPageable}.
   *
   * @param address kernel virtual address
   * @param size bytes, as allocated
   */
  public static void IOFreePageable(long address, long size) {
    Kernel.current().free(Task.kernel_task, address);
  }

  /**
   * Historic, about 10.8: allocates memory whose <b>CPU-physical</b> addresses fit a mask, and
   * which is contiguous there, in every mapper state. No address is told.
   *
   * @param size bytes
   * @param mask as in {@link IOBufferMemoryDescriptor#inTaskWithPhysicalMask}
   * @return kernel virtual address; 0 (NULL) without memory
   */
  public static long IOMallocPhysical(long size, long mask) {
    return ContiguousMemory.allocatePhysical(size, mask);
  }

  /**
   * Frees memory of {@link #IOMallocPhysical}.
   *
   * @param address kernel virtual address
   * @param size bytes, as allocated
   */
  public static void IOFreePhysical(long address, long size) {
    ContiguousMemory.freePhysical(address);
  }

  /**
   * Writes zeros.
   *
   * @param address kernel virtual address
   * @param size bytes
   */
  public static void bzero(long address, long size) {
    memset(address, 0, size);
  }

  /**
   * Copies memory; the two may overlap.
   *
   * @param from kernel virtual address
   * @param to kernel virtual address
   * @param size bytes
   */
  public static void bcopy(long from, long to, long size) {
    byte[] copy = new byte[(int) size];
    VirtualAccess.read(from, copy, 0, copy.length);
    VirtualAccess.write(to, copy, 0, copy.length);
  }

  /**
   * Copies memory.
   *
   * @param to kernel virtual address
   * @param from kernel virtual address
   * @param size bytes
   */
  public static void memcpy(long to, long from, long size) {
    bcopy(from, to, size);
  }

  /**
   * Fills memory.
   *
   * @param address kernel virtual address
   * @param value the low 8 bits are written
   * @param size bytes
   */
  public static void memset(long address, int value, long size) {
    byte[] bytes = new byte[(int) size];
    java.util.Arrays.fill(bytes, (byte) value);
    VirtualAccess.write(address, bytes, 0, bytes.length);
  }

  /**
   * Writes a line to the kernel's log, which is a {@link Logger} here. An address in it harms
   * nobody, whatever its space.
   *
   * @param format {@code printf}'s, length modifiers included
   * @param arguments what it names
   */
  @SuppressWarnings("AnnotateFormatMethod") // C's format, not Java's; and no dependency for it.
  public static void IOLog(String format, Object... arguments) {
    Kernel kernel = BoundKernel.orNull();
    if (kernel == null) {
      LOG.log(Level.INFO, () -> PrintfFormat.format(format, arguments));
    } else {
      kernel.log(PrintfFormat.format(format, arguments));
    }
  }

  /**
   * As {@link #IOLog}.
   *
   * @param format {@code printf}'s, length modifiers included
   * @param arguments what it names
   */
  public static void kprintf(String format, Object... arguments) {
    IOLog(format, arguments);
  }

  /**
   * Stops the kernel.
   *
   * @param format {@code printf}'s, length modifiers included
   * @param arguments what it names
   * @throws KernelPanic always
   */
  public static void panic(String format, Object... arguments) {
    throw new KernelPanic(PrintfFormat.format(format, arguments));
  }

  /**
   * Sleeps; other threads run.
   *
   * @param milliseconds how long
   */
  public static void IOSleep(int milliseconds) {
    Kernel.current().delay(1000L * milliseconds);
  }

  /**
   * Waits; no other thread runs.
   *
   * @param microseconds how long
   */
  public static void IODelay(int microseconds) {
    Kernel.current().delay(microseconds);
  }

  /**
   * Makes a lock.
   *
   * @return the lock, free
   */
  public static IOLock IOLockAlloc() {
    return new IOLock();
  }

  /**
   * Ends a lock; nothing refers to it afterwards.
   *
   * @param lock which
   */
  public static void IOLockFree(IOLock lock) {}

  /**
   * Takes a lock; waits while it is taken.
   *
   * @param lock which
   */
  public static void IOLockLock(IOLock lock) {
    lock.lock();
  }

  /**
   * Gives a lock back.
   *
   * @param lock which
   * @throws KernelPanic if it is not held
   */
  public static void IOLockUnlock(IOLock lock) {
    lock.unlock();
  }

  /**
   * Makes a spin lock.
   *
   * @return the lock, free
   */
  public static IOSimpleLock IOSimpleLockAlloc() {
    return new IOSimpleLock();
  }

  /**
   * Ends a lock; nothing refers to it afterwards.
   *
   * @param lock which
   */
  public static void IOSimpleLockFree(IOSimpleLock lock) {}

  /**
   * Takes a lock; waits while it is taken.
   *
   * @param lock which
   */
  public static void IOSimpleLockLock(IOSimpleLock lock) {
    lock.lock();
  }

  /**
   * Gives a lock back.
   *
   * @param lock which
   * @throws KernelPanic if it is not held
   */
  public static void IOSimpleLockUnlock(IOSimpleLock lock) {
    lock.unlock();
  }

  /**
   * Makes a recursive lock.
   *
   * @return the lock, free
   */
  public static IORecursiveLock IORecursiveLockAlloc() {
    return new IORecursiveLock();
  }

  /**
   * Ends a lock; nothing refers to it afterwards.
   *
   * @param lock which
   */
  public static void IORecursiveLockFree(IORecursiveLock lock) {}

  /**
   * Takes a lock; waits while it is taken.
   *
   * @param lock which
   */
  public static void IORecursiveLockLock(IORecursiveLock lock) {
    lock.lock();
  }

  /**
   * Gives a lock back.
   *
   * @param lock which
   * @throws KernelPanic if it is not held
   */
  public static void IORecursiveLockUnlock(IORecursiveLock lock) {
    lock.unlock();
  }

  /**
   * Takes a lock if it is free.
   *
   * @param lock which
   * @return whether it was free
   */
  public static boolean IOLockTryLock(IOLock lock) {
    return lock.tryLock();
  }

  /**
   * Takes a lock if it is free.
   *
   * @param lock which
   * @return whether it was free
   */
  public static boolean IOSimpleLockTryLock(IOSimpleLock lock) {
    return lock.tryLock();
  }

  /**
   * Disables interrupts and takes a lock.
   *
   * @param lock which
   * @return the interrupt state before: 1 where interrupts were on
   */
  public static int IOSimpleLockLockDisableInterrupt(IOSimpleLock lock) {
    Kernel.current();
    lock.lock();
    return lock.disable();
  }

  /**
   * Gives a lock back and restores the interrupt state.
   *
   * @param lock which
   * @param state what disabling returned
   */
  public static void IOSimpleLockUnlockEnableInterrupt(IOSimpleLock lock, int state) {
    Kernel.current();
    lock.restore(state);
    lock.unlock();
  }

  /**
   * As {@link Pmap#pmap_find_phys}.
   *
   * @param map whose page tables
   * @param va virtual address there
   * @return CPU-physical page number; 0 where nothing is mapped
   */
  public static int pmap_find_phys(Task map, long va) {
    return Pmap.pmap_find_phys(map, va);
  }

  /**
   * As {@link Pmap#kvtophys}.
   *
   * @param va kernel virtual address
   * @return CPU-physical; 0 where nothing is mapped
   */
  public static long kvtophys(long va) {
    return Pmap.kvtophys(va);
  }
}
