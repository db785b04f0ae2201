package dev.dmalint.iokit;

/**
 * A spin lock, see {@link IOLib}; works as {@link IOLock}.
 *
 * @see "xnu: iokit/IOKit/IOLocks.h"
 */
public final class IOSimpleLock {
  private final IOLock lock = new IOLock();

  IOSimpleLock() {}

  boolean tryLock() {
    return lock.tryLock();
  }

  void lock() {
    lock.lock();
  }

  void unlock() {
    lock.unlock();
  }
}
