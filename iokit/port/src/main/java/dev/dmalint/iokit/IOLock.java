package dev.dmalint.iokit;

/**
 * A lock, see {@link IOLib}. Taking a free one works without a machine; waiting for a taken one
 * needs its scheduler.
 *
 * @see "xnu: iokit/IOKit/IOLocks.h"
 */
public final class IOLock {
  private boolean taken;

  IOLock() {}

  boolean tryLock() {
    if (taken) {
      return false;
    }
    taken = true;
    return true;
  }

  void lock() {
    if (!tryLock()) {
      throw new KernelPanic(
          BoundKernel.orNull() == null
              ? "waiting for a lock needs a machine: none is there to schedule on"
              : "deadlock: the lock is held, and nobody runs who could give it back");
    }
  }

  void unlock() {
    if (!taken) {
      throw new KernelPanic("unlock of a lock that nobody holds");
    }
    taken = false;
  }
}
