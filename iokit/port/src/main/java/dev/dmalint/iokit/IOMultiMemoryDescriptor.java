package dev.dmalint.iokit;

/**
 * Several descriptors, one after the other. Preparing prepares each and takes it back if one fails.
 * Mapped segment queries give one IOVA run <b>for each child</b>; only a command with a mapper
 * makes one run of all, with read and write rights whatever the direction.
 *
 * @see "xnu: iokit/IOKit/IOMultiMemoryDescriptor.h"
 */
@SuppressWarnings("DoNotCallSuggester") // Calls without behaviour will get theirs.
public class IOMultiMemoryDescriptor extends IOMemoryDescriptor {
  /** For subclasses. */
  protected IOMultiMemoryDescriptor() {}

  /**
   * Chains descriptors with a copy of the list.
   *
   * @param descriptors as in the full form
   * @param withCount as there
   * @param withDirection as there
   * @return as there
   */
  public static IOMultiMemoryDescriptor withDescriptors(
      IOMemoryDescriptor[] descriptors, int withCount, int withDirection) {
    return withDescriptors(descriptors, withCount, withDirection, false);
  }

  /**
   * Chains descriptors, each of them retained.
   *
   * @param descriptors in order
   * @param withCount how many of them
   * @param withDirection {@code kIODirection*}
   * @param asReference whether the list itself is kept, not a copy
   * @return the chain, or null if a descriptor is missing or its direction differs
   */
  public static IOMultiMemoryDescriptor withDescriptors(
      IOMemoryDescriptor[] descriptors, int withCount, int withDirection, boolean asReference) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Initialises a subclass.
   *
   * @param descriptors in order
   * @param withCount how many of them
   * @param withDirection {@code kIODirection*}
   * @param asReference whether the list itself is kept, not a copy
   * @return false as the factory gives null
   */
  public boolean initWithDescriptors(
      IOMemoryDescriptor[] descriptors, int withCount, int withDirection, boolean asReference) {
    throw KernelPanic.noBehaviour();
  }
}
