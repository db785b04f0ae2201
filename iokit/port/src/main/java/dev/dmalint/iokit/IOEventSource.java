package dev.dmalint.iokit;

/**
 * Something that makes a work loop run an action.
 *
 * @see "xnu: iokit/IOKit/IOEventSource.h"
 */
public abstract class IOEventSource extends OSObject {
  /** Handed to the action. */
  protected OSObject owner;

  /** Whether the action runs. */
  protected boolean enabled = true;

  /** Where the action runs; null until added. */
  protected IOWorkLoop workLoop;

  /** For subclasses. */
  protected IOEventSource() {}

  /** Lets the action run. */
  public void enable() {
    enabled = true;
  }

  /** Keeps the action from running. */
  public void disable() {
    enabled = false;
  }

  /**
   * Whether the action runs.
   *
   * @return whether it does
   */
  public boolean isEnabled() {
    return enabled;
  }

  /**
   * Where the action runs.
   *
   * @return not retained for the caller; null until added
   */
  public IOWorkLoop getWorkLoop() {
    return workLoop;
  }

  /**
   * Called by the work loop that the source is added to.
   *
   * @param workLoop which; null when removed
   */
  public void setWorkLoop(IOWorkLoop workLoop) {
    this.workLoop = workLoop;
  }

  /** Runs what is due, once the source is on a work loop and enabled. */
  void checkForWork() {}
}
