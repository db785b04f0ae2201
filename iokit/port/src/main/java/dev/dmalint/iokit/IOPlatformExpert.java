package dev.dmalint.iokit;

/**
 * The root of the machine's nubs.
 *
 * @see "xnu: iokit/IOKit/IOPlatformExpert.h"
 */
public class IOPlatformExpert extends IOService {
  /** For subclasses. */
  protected IOPlatformExpert() {}
}
