package dev.dmalint.iokit;

/**
 * The root of IOKit's classes: an object with a reference count.
 *
 * @see "xnu: libkern/libkern/c++/OSObject.h"
 */
public class OSObject {
  private int retainCount = 1;

  /** An object whose count is 1; {@link #init()} comes next. */
  protected OSObject() {}

  /**
   * Initialises the object.
   *
   * @return false if it cannot be used; the caller then releases it
   */
  public boolean init() {
    return true;
  }

  /**
   * Called once, when the last reference is released. An override ends with {@code super.free()}.
   */
  protected void free() {}

  /**
   * Adds a reference.
   *
   * @throws KernelPanic if the object was freed
   */
  public void retain() {
    requireAlive("retain");
    retainCount++;
  }

  /**
   * Drops a reference; the last one frees the object.
   *
   * @throws KernelPanic if the object was freed
   */
  public void release() {
    requireAlive("release");
    retainCount--;
    if (retainCount == 0) {
      free();
    }
  }

  /**
   * The references that are held.
   *
   * @return 0 once freed
   */
  public int getRetainCount() {
    return retainCount;
  }

  /**
   * Whether the other object counts as the same value.
   *
   * @param other what to compare with
   * @return identity, unless a class says otherwise
   */
  public boolean isEqualTo(OSObject other) {
    return this == other;
  }

  private void requireAlive(String call) {
    if (retainCount == 0) {
      throw new KernelPanic(call + " of a freed " + getClass().getSimpleName());
    }
  }
}
