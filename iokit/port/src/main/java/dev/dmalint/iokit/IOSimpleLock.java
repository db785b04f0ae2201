package dev.dmalint.iokit;

/**
 * A spin lock, see {@link IOLib}; works as {@link IOLock}.
 *
 * @see "xnu: iokit/IOKit/IOLocks.h"
 */
public final class IOSimpleLock {
  private final IOLock lock = new IOLock();
  private int interrupts = 1;

  IOSimpleLock() {}

  boolean tryLock() {
    return lock.tryLock();
  }

  /** Interrupts arrive only while the driver waits, so that none comes in between anyway. */
  int disable() {
    int before = interrupts;
    interrupts = 0;
    return before;
  }

  void restore(int state) {
    interrupts = state;
  }

  void lock() {
    lock.lock();
  }

  void unlock() {
    lock.unlock();
  }
}
