package dev.dmalint.iokit;

/**
 * What a driver keeps in pools and reuses.
 *
 * @see "xnu: iokit/IOKit/IOCommand.h"
 */
public class IOCommand extends OSObject {
  /** For subclasses. */
  protected IOCommand() {}
}
