package dev.dmalint.iokit;

import java.util.Objects;

/**
 * A driver, or a nub that stands for hardware and that a driver attaches to.
 *
 * <p>Life cycle: {@code init}, {@code attach}, {@code probe}, {@code start}; interrupts and
 * requests while it runs; {@code stop}, {@code detach}, {@code free}. Each override calls {@code
 * super}. What the base class does by itself works without a machine; what needs the registry,
 * hardware or a scheduler panics without one.
 *
 * @see "xnu: iokit/IOKit/IOService.h"
 */
public class IOService extends IORegistryEntry {
  private IOService provider;
  private IOService client;

  /** A service that is not initialised; for subclasses. */
  protected IOService() {}

  /**
   * Looks at the hardware and decides whether this driver is for it. Leaves it as it was.
   *
   * @param provider the nub
   * @param score in and out, shape [1]: how well it fits
   * @return who is to be started, usually this; null for none
   */
  public IOService probe(IOService provider, int[] score) {
    return this;
  }

  /**
   * Begins to drive.
   *
   * @param provider the nub
   * @return false if it failed; the driver is then detached and freed
   */
  public boolean start(IOService provider) {
    return true;
  }

  /**
   * Ends driving; undoes {@code start}.
   *
   * @param provider the nub
   */
  public void stop(IOService provider) {}

  /**
   * Makes a service the provider of this one.
   *
   * @param provider retained while attached
   * @return false if another one is attached
   */
  public boolean attach(IOService provider) {
    if (this.provider != null && this.provider != provider) {
      return false;
    }
    if (this.provider == null && provider != null) {
      provider.retain();
      this.provider = provider;
    }
    return true;
  }

  /**
   * Undoes {@link #attach}.
   *
   * @param provider the one that was attached
   */
  public void detach(IOService provider) {
    if (provider != null && this.provider == provider) {
      this.provider = null;
      provider.release();
    }
  }

  /**
   * Who this service is attached to, not retained for the caller.
   *
   * @return null if it is not attached
   */
  public IOService getProvider() {
    return provider;
  }

  /**
   * Opens for a client without options.
   *
   * @param forClient as in the full form
   * @return as there
   */
  public boolean open(IOService forClient) {
    return open(forClient, 0, null);
  }

  /**
   * Opens for a client.
   *
   * @param forClient as in the full form
   * @param options as there
   * @return as there
   */
  public boolean open(IOService forClient, int options) {
    return open(forClient, options, null);
  }

  /**
   * Takes the service for one client alone.
   *
   * @param forClient who
   * @param options the class's own
   * @param arg the class's own
   * @return false if another client has it
   */
  public boolean open(IOService forClient, int options, Object arg) {
    return handleOpen(forClient, options, arg);
  }

  /**
   * Closes for a client without options.
   *
   * @param forClient as in the full form
   */
  public void close(IOService forClient) {
    close(forClient, 0);
  }

  /**
   * Gives the service back; does nothing if the client does not have it.
   *
   * @param forClient who
   * @param options the class's own
   */
  public void close(IOService forClient, int options) {
    if (isOpen(forClient)) {
      handleClose(forClient, options);
    }
  }

  /**
   * Whether a client has the service.
   *
   * @return whether any does
   */
  public boolean isOpen() {
    return isOpen(null);
  }

  /**
   * Whether a client has the service.
   *
   * @param forClient who; null for any
   * @return whether it does
   */
  public boolean isOpen(IOService forClient) {
    return handleIsOpen(forClient);
  }

  /**
   * What {@link #open(IOService, int, Object)} does; a class may allow more than one client.
   *
   * @param forClient who
   * @param options the class's own
   * @param arg the class's own
   * @return false if another client has the service
   */
  public boolean handleOpen(IOService forClient, int options, Object arg) {
    if (client != null && client != forClient) {
      return false;
    }
    client = forClient;
    return true;
  }

  /**
   * What {@link #close(IOService, int)} does.
   *
   * @param forClient who
   * @param options the class's own
   */
  public void handleClose(IOService forClient, int options) {
    if (client == forClient) {
      client = null;
    }
  }

  /**
   * What {@link #isOpen(IOService)} does.
   *
   * @param forClient who; null for any
   * @return whether it has the service
   */
  public boolean handleIsOpen(IOService forClient) {
    return forClient == null ? client != null : client == forClient;
  }

  /** Publishes the service without options. */
  public void registerService() {
    registerService(0);
  }

  /**
   * Publishes the service, so that drivers can match it.
   *
   * @param options how
   */
  public void registerService(int options) {
    Kernel.current().register(this);
  }

  /**
   * Ends the service without options.
   *
   * @return as the full form
   */
  public boolean terminate() {
    return terminate(0);
  }

  /**
   * Ends the service and everything attached to it.
   *
   * @param options how
   * @return whether it ends
   */
  public boolean terminate(int options) {
    Kernel.current();
    if (provider != null) {
      IOService from = provider;
      stop(from);
      detach(from);
    }
    return true;
  }

  /**
   * Told before a provider ends.
   *
   * @param provider which
   * @param options how
   * @return true
   */
  public boolean willTerminate(IOService provider, int options) {
    return true;
  }

  /**
   * Told when a provider's other clients were told.
   *
   * @param provider which
   * @param options how
   * @param defer in and out, shape [1]: whether to wait for this service
   * @return true
   */
  public boolean didTerminate(IOService provider, int options, boolean[] defer) {
    return true;
  }

  /**
   * Told that something happened.
   *
   * @param type what
   * @param provider to whom
   * @param argument the message's own
   * @return {@code kIOReturnUnsupported} for a message nobody handles
   */
  public int message(int type, IOService provider, Object argument) {
    return IOReturn.kIOReturnUnsupported;
  }

  /**
   * The work loop that this service runs on.
   *
   * @return the provider's, not retained for the caller; null without a provider that has one
   */
  public IOWorkLoop getWorkLoop() {
    return provider == null ? null : provider.getWorkLoop();
  }

  /**
   * The memory of the device.
   *
   * @return an array of {@link IODeviceMemory}, not retained for the caller; null for none
   */
  public OSArray getDeviceMemory() {
    Kernel.current();
    return null;
  }

  /**
   * How many ranges of memory the device has.
   *
   * @return at least 0
   */
  public int getDeviceMemoryCount() {
    Kernel.current();
    return 0;
  }

  /**
   * A range of the device's memory, not retained for the caller.
   *
   * @param index from 0; of a PCI device not the number of a BAR, since unused BARs do not count
   * @return the range (its space: see {@link IODeviceMemory}), or null past the end
   */
  public IODeviceMemory getDeviceMemoryWithIndex(int index) {
    Kernel.current();
    return null;
  }

  /**
   * Maps a range of the device's memory into the kernel.
   *
   * @param index as in the full form
   * @return as there
   */
  public IOMemoryMap mapDeviceMemoryWithIndex(int index) {
    return mapDeviceMemoryWithIndex(index, 0);
  }

  /**
   * Maps a range of the device's memory into the kernel.
   *
   * @param index as {@link #getDeviceMemoryWithIndex}
   * @param options {@code kIOMap*}
   * @return the mapping, which the caller releases, or null past the end
   */
  public IOMemoryMap mapDeviceMemoryWithIndex(int index, int options) {
    Kernel.current();
    IODeviceMemory memory = getDeviceMemoryWithIndex(index);
    return memory == null ? null : memory.map(options);
  }

  /**
   * Registers an interrupt handler without a reference of the caller's.
   *
   * @param source as in the full form
   * @param target as there
   * @param handler as there
   * @return as there
   */
  public int registerInterrupt(int source, OSObject target, IOInterruptAction handler) {
    return registerInterrupt(source, target, handler, null);
  }

  /**
   * Registers a handler that is called at primary interrupt level; enabled separately.
   *
   * @param source index of the interrupt
   * @param target handed to the handler
   * @param handler what to call
   * @param refCon handed to the handler
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNoResources} if the interrupt is taken, or
   *     the service has none
   */
  public int registerInterrupt(
      int source, OSObject target, IOInterruptAction handler, Object refCon) {
    Kernel.current();
    return IOReturn.kIOReturnNoResources;
  }

  /**
   * Undoes {@code registerInterrupt}.
   *
   * @param source index of the interrupt
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNoResources} of a service without interrupts;
   *     the controller's code
   */
  public int unregisterInterrupt(int source) {
    Kernel.current();
    return IOReturn.kIOReturnNoResources;
  }

  /**
   * The type of an interrupt.
   *
   * @param source index of the interrupt
   * @param interruptType out, shape [1]: {@code kIOInterruptType*}
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNoResources} of a service without interrupts
   */
  public int getInterruptType(int source, int[] interruptType) {
    Kernel.current();
    return IOReturn.kIOReturnNoResources;
  }

  /**
   * Enables an interrupt.
   *
   * @param source index of the interrupt
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNoResources} of a service without interrupts;
   *     the controller's code
   */
  public int enableInterrupt(int source) {
    Kernel.current();
    return IOReturn.kIOReturnNoResources;
  }

  /**
   * Disables an interrupt and waits for its handler.
   *
   * @param source index of the interrupt
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNoResources} of a service without interrupts;
   *     the controller's code
   */
  public int disableInterrupt(int source) {
    Kernel.current();
    return IOReturn.kIOReturnNoResources;
  }

  /**
   * Text for a return code.
   *
   * @param code a return code
   * @return as {@link IOReturn#nameOf}
   */
  public String stringFromReturn(int code) {
    return IOReturn.nameOf(code);
  }

  /**
   * The machine's platform expert, whose property {@code IOPlatformMapperPresent} says that a
   * system mapper is to be waited for.
   *
   * @return not retained for the caller
   */
  public static IOPlatformExpert getPlatform() {
    return Nubs.of(Kernel.current()).platform();
  }

  /**
   * The service that resources are published on.
   *
   * @return not retained for the caller
   */
  public static IOService getResourceService() {
    return Nubs.of(Kernel.current()).resources();
  }

  /**
   * What matches services of a class.
   *
   * @param className the class
   * @return a dictionary, which the caller releases
   */
  public static OSDictionary serviceMatching(String className) {
    return matching("IOProviderClass", className);
  }

  /**
   * What matches nubs with a name.
   *
   * @param name the name
   * @return a dictionary, which the caller releases
   */
  public static OSDictionary nameMatching(String name) {
    return matching("IONameMatch", name);
  }

  /**
   * What matches a published resource.
   *
   * @param name the resource
   * @return a dictionary, which the caller releases
   */
  public static OSDictionary resourceMatching(String name) {
    OSDictionary table = matching("IOResourceMatch", name);
    OSString resources = OSString.withCString("IOResources");
    table.setObject("IOProviderClass", resources);
    resources.release();
    return table;
  }

  /**
   * Waits for a service.
   *
   * @param matching what it has to match
   * @param timeout nanoseconds
   * @return the service, which the caller releases, or null
   */
  public static IOService waitForMatchingService(OSDictionary matching, long timeout) {
    IOService found = copyMatchingService(matching);
    if (found == null) {
      Kernel.current().delay(timeout / 1000);
      found = copyMatchingService(matching);
    }
    return found;
  }

  /**
   * Looks for a service.
   *
   * @param matching what it has to match
   * @return the service, which the caller releases, or null
   */
  public static IOService copyMatchingService(OSDictionary matching) {
    IOService found = Kernel.current().find(matching);
    if (found != null) {
      found.retain();
    }
    return found;
  }

  private static OSDictionary matching(String key, String value) {
    OSDictionary table = OSDictionary.withCapacity(2);
    OSString text = OSString.withCString(Objects.requireNonNull(value));
    table.setObject(key, text);
    text.release();
    return table;
  }
}
