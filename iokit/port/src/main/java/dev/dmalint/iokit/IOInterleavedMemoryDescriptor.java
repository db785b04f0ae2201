package dev.dmalint.iokit;

/**
 * Portions of several descriptors, one after the other. Segment queries go to the descriptor that
 * holds the portion, as in {@link IOMultiMemoryDescriptor}.
 *
 * @see "xnu: iokit/IOKit/IOInterleavedMemoryDescriptor.h"
 */
@SuppressWarnings("DoNotCallSuggester") // Calls without behaviour will get theirs.
public class IOInterleavedMemoryDescriptor extends IOMemoryDescriptor {
  /** For subclasses. */
  protected IOInterleavedMemoryDescriptor() {}

  /**
   * An empty chain.
   *
   * @param capacity descriptors it can take
   * @param direction {@code kIODirection*}
   * @return the chain, or null
   */
  public static IOInterleavedMemoryDescriptor withCapacity(long capacity, int direction) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Initialises a subclass.
   *
   * @param capacity descriptors it can take
   * @param direction {@code kIODirection*}
   * @return false as the factory gives null
   */
  public boolean initWithCapacity(long capacity, int direction) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Adds a portion of a descriptor, which is retained.
   *
   * @param descriptor whose
   * @param offset bytes into it
   * @param length bytes
   * @return false if it is full, prepared, or the portion is out of range
   */
  public boolean setMemoryDescriptor(IOMemoryDescriptor descriptor, long offset, long length) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Completes what is prepared and removes all portions.
   *
   * @param direction the direction from now on; None keeps it
   */
  public void clearMemoryDescriptors(int direction) {
    throw KernelPanic.noBehaviour();
  }
}
