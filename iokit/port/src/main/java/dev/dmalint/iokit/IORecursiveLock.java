package dev.dmalint.iokit;

/**
 * A lock that its holder may take again, see {@link IOLib}.
 *
 * @see "xnu: iokit/IOKit/IOLocks.h"
 */
public final class IORecursiveLock {
  private final IOLock lock = new IOLock();
  private Thread holder;
  private int depth;

  IORecursiveLock() {}

  void lock() {
    if (holder != Thread.currentThread()) {
      lock.lock();
      holder = Thread.currentThread();
    }
    depth++;
  }

  void unlock() {
    if (holder != Thread.currentThread()) {
      throw new KernelPanic("unlock of a lock that this thread does not hold");
    }
    depth--;
    if (depth == 0) {
      holder = null;
      lock.unlock();
    }
  }
}
