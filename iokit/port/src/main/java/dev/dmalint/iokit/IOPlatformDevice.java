package dev.dmalint.iokit;

/**
 * The nub of a device that the platform describes, and that no bus enumerates.
 *
 * @see "xnu: iokit/IOKit/platform/IOPlatformDevice.h"
 */
public class IOPlatformDevice extends IOService {
  /** For subclasses. */
  protected IOPlatformDevice() {}
}
