package dev.dmalint.iokit;

/**
 * An interrupt source whose filter decides, at primary interrupt level, whether the action is to
 * run.
 *
 * @see "xnu: iokit/IOKit/IOFilterInterruptEventSource.h"
 */
public class IOFilterInterruptEventSource extends IOInterruptEventSource {
  /** Called at primary interrupt level; must not block or allocate. */
  @FunctionalInterface
  public interface Filter {
    /**
     * Looks whether the interrupt is the device's.
     *
     * @param owner as given to the factory
     * @param sender the source
     * @return true to run the action
     */
    boolean filter(OSObject owner, IOFilterInterruptEventSource sender);
  }

  private Filter filter;

  /** For subclasses. */
  protected IOFilterInterruptEventSource() {}

  /**
   * A source for the first interrupt.
   *
   * @param owner as in the full form
   * @param action as there
   * @param filter as there
   * @param provider as there
   * @return as there
   */
  public static IOFilterInterruptEventSource filterInterruptEventSource(
      OSObject owner, IOInterruptEventAction action, Filter filter, IOService provider) {
    return filterInterruptEventSource(owner, action, filter, provider, 0);
  }

  /**
   * A source for an interrupt of a nub.
   *
   * @param owner handed to action and filter
   * @param action what to run on the work loop
   * @param filter what to run at primary interrupt level
   * @param provider whose interrupt
   * @param intIndex index of the interrupt
   * @return the source, disabled until it is added and enabled; null if there is no such interrupt
   */
  public static IOFilterInterruptEventSource filterInterruptEventSource(
      OSObject owner,
      IOInterruptEventAction action,
      Filter filter,
      IOService provider,
      int intIndex) {
    IOFilterInterruptEventSource made = new IOFilterInterruptEventSource();
    made.filter = filter;
    return made.listen(owner, action, provider, intIndex) ? made : null;
  }

  /** Makes the action run, from the filter. */
  public void signalInterrupt() {
    Kernel.current();
    schedule();
  }

  @Override
  void occurred() {
    if (filter == null || filter.filter(owner, this)) {
      schedule();
    }
  }
}
