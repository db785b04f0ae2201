package dev.dmalint.iokit;

/**
 * A part of another descriptor. Preparing, completing and segment queries go to the parent with the
 * offset added: a mapped query maps the whole parent and adds the start to the parent's IOVA.
 *
 * @see "xnu: iokit/IOKit/IOSubMemoryDescriptor.h"
 */
@SuppressWarnings("DoNotCallSuggester") // Calls without behaviour will get theirs.
public class IOSubMemoryDescriptor extends IOMemoryDescriptor {
  /** For subclasses. */
  protected IOSubMemoryDescriptor() {}

  /**
   * A part of a descriptor, which is retained.
   *
   * @param of the parent
   * @param offset bytes into it
   * @param length bytes
   * @param options direction
   * @return the part, or null if it is out of range
   */
  public static IOSubMemoryDescriptor withSubRange(
      IOMemoryDescriptor of, long offset, long length, int options) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Initialises a subclass.
   *
   * @param parent the parent
   * @param offset bytes into it
   * @param length bytes
   * @param withDirection direction
   * @return false if the part is out of range
   */
  public boolean initSubRange(
      IOMemoryDescriptor parent, long offset, long length, int withDirection) {
    throw KernelPanic.noBehaviour();
  }
}
