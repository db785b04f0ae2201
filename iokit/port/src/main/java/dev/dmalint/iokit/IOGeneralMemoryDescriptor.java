package dev.dmalint.iokit;

/**
 * Virtual or physical ranges in one descriptor: what the factories of {@link IOMemoryDescriptor}
 * make.
 *
 * @see "xnu: iokit/IOKit/IOMemoryDescriptor.h"
 */
public class IOGeneralMemoryDescriptor extends IOMemoryDescriptor {
  /** For subclasses and factories; ranges come with {@code initWithOptions}. */
  protected IOGeneralMemoryDescriptor() {}
}
