package dev.dmalint.iokit;

/**
 * The nub of a PCI function.
 *
 * <p>Its bus address is CPU-physical on M0 and M4 and an IOVA on M1 to M3. It reads and writes
 * memory only while bus lead is on.
 *
 * @see "IOPCIFamily: IOKit/pci/IOPCIDevice.h"
 */
public class IOPCIDevice extends IOService implements IOPCIFamilyDefinitions {
  private static final int BARS = 6;

  private final PciFunction function;
  private final java.util.Map<Integer, IODeviceMemory> memory = new java.util.TreeMap<>();

  /** For subclasses. */
  protected IOPCIDevice() {
    this(null);
  }

  /**
   * The nub of a function of a machine.
   *
   * @param function what it stands for
   */
  protected IOPCIDevice(PciFunction function) {
    this.function = function;
  }

  private PciFunction function() {
    Kernel.current();
    if (function == null) {
      throw KernelPanic.noBehaviour();
    }
    return function;
  }

  /**
   * Takes the device for one client. On Intel this is where a mapper of its own may come in (M1 to
   * M2), if the client has the property {@code IOPCIUseDeviceMapper}: addresses and commands
   * obtained before are then of the wrong domain.
   *
   * @param forClient who
   * @param options none are defined
   * @param arg unused
   * @return false if another client has it
   */
  @Override
  public boolean open(IOService forClient, int options, Object arg) {
    PciFunction hardware = function();
    boolean taken = super.open(forClient, options, arg);
    if (taken) {
      hardware.opened(this, forClient);
    }
    Kernel.current().called("IOPCIDevice.open", this, taken, forClient);
    return taken;
  }

  /**
   * Gives the device back. A mapper of its own stays.
   *
   * @param forClient who
   * @param options none are defined
   */
  @Override
  public void close(IOService forClient, int options) {
    function();
    super.close(forClient, options);
    Kernel.current().called("IOPCIDevice.close", this, null, forClient);
  }

  /**
   * The bus.
   *
   * @return 0 to 255
   */
  public int getBusNumber() {
    return function().address() >>> 8;
  }

  /**
   * The device on the bus.
   *
   * @return 0 to 31
   */
  public int getDeviceNumber() {
    return function().address() >>> 3 & 0x1F;
  }

  /**
   * The function of the device.
   *
   * @return 0 to 7
   */
  public int getFunctionNumber() {
    return function().address() & 0x7;
  }

  /**
   * Finds a capability.
   *
   * @param capabilityID as in the full form
   * @return as there
   */
  public int findPCICapability(int capabilityID) {
    return findPCICapability(capabilityID, null);
  }

  /**
   * Finds a capability in the first 256 bytes.
   *
   * @param capabilityID {@code kIOPCICapabilityID*}
   * @param offset out, shape [1], may be null: bytes in configuration space
   * @return the first 32 bits of the capability; 0 if absent
   */
  public int findPCICapability(int capabilityID, int[] offset) {
    PciFunction hardware = function();
    int at = hardware.configRead(kIOPCIConfigCapabilitiesPtr, 1);
    while (at != 0 && hardware.configRead(at, 1) != (capabilityID & 0xFF)) {
      at = hardware.configRead(at + 1, 1);
    }
    if (offset != null) {
      offset[0] = at;
    }
    return at == 0 ? 0 : hardware.configRead(at, 4);
  }

  /**
   * Finds a capability.
   *
   * @param capabilityID as in the full form
   * @return as there
   */
  public int extendedFindPCICapability(int capabilityID) {
    return extendedFindPCICapability(capabilityID, null);
  }

  /**
   * Finds a capability in the first 256 bytes, or one of the extended space.
   *
   * @param capabilityID {@code kIOPCICapabilityID*}; negated for one of the extended space
   * @param offset in and out, shape [1], may be null: bytes in configuration space; not 0 on entry
   *     continues behind there
   * @return the first 32 bits of the capability; 0 if absent
   */
  public int extendedFindPCICapability(int capabilityID, int[] offset) {
    PciFunction hardware = function();
    if (capabilityID > 0) {
      return findPCICapability(capabilityID, offset);
    }
    int at = 0x100;
    while (at != 0 && (hardware.configRead(at, 4) & 0xFFFF) != -capabilityID) {
      at = hardware.configRead(at, 4) >>> 20;
    }
    if (offset != null) {
      offset[0] = at;
    }
    return at == 0 ? 0 : hardware.configRead(at, 4);
  }

  /**
   * Lets the function answer memory accesses, or not.
   *
   * @param enable which
   * @return whether it did before
   */
  public boolean setMemoryEnable(boolean enable) {
    return setCommand(kIOPCICommandMemorySpace, enable);
  }

  /**
   * Lets the function answer I/O port accesses, or not.
   *
   * @param enable which
   * @return whether it did before
   */
  public boolean setIOEnable(boolean enable) {
    return setCommand(kIOPCICommandIOSpace, enable);
  }

  /**
   * Lets the function read and write memory, or not. Off, no request reaches memory or an IOMMU.
   *
   * @param enable which
   * @return whether it did before
   */
  public boolean setBusLeadEnable(boolean enable) {
    return setCommand(kIOPCICommandBusLead, enable);
  }

  /**
   * The name of {@link #setBusLeadEnable} before 12.4.
   *
   * @param enable which
   * @return whether it was before
   */
  public boolean setBusMasterEnable(boolean enable) {
    return setBusLeadEnable(enable);
  }

  /**
   * The memory behind a BAR, not retained for the caller.
   *
   * @param reg offset of the BAR in configuration space
   * @return the range (its space: see {@link IODeviceMemory}), or null
   */
  public IODeviceMemory getDeviceMemoryWithRegister(int reg) {
    PciFunction.Bar bar = function().bar(reg);
    if (bar == null) {
      return null;
    }
    return memory.computeIfAbsent(
        reg, key -> IODeviceMemory.of(bar.start(), bar.length(), bar.io()));
  }

  /**
   * Maps the memory behind a BAR into the kernel.
   *
   * @param reg as in the full form
   * @return as there
   */
  public IOMemoryMap mapDeviceMemoryWithRegister(int reg) {
    return mapDeviceMemoryWithRegister(reg, 0);
  }

  /**
   * Maps the memory behind a BAR into the kernel.
   *
   * @param reg offset of the BAR in configuration space
   * @param options {@code kIOMap*}
   * @return the mapping, which the caller releases, or null
   */
  public IOMemoryMap mapDeviceMemoryWithRegister(int reg, int options) {
    IODeviceMemory range = getDeviceMemoryWithRegister(reg);
    return range == null ? null : range.map(options);
  }

  /**
   * Chooses the type of the device's interrupts.
   *
   * @param interruptType as in the full form
   * @param numRequired as there
   * @param numRequested as there
   * @return as there
   */
  public int configureInterrupts(int interruptType, int numRequired, int numRequested) {
    return configureInterrupts(interruptType, numRequired, numRequested, 0);
  }

  /**
   * Chooses the type and number of the device's interrupts.
   *
   * @param interruptType {@code kIOInterruptTypePCIMessaged} or {@code
   *     kIOInterruptTypePCIMessagedX}
   * @param numRequired fewer are a failure
   * @param numRequested more are not wanted
   * @param options none are defined
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNoResources}; {@code kIOReturnUnsupported}
   */
  public int configureInterrupts(
      int interruptType, int numRequired, int numRequested, int options) {
    return numRequired <= function().interrupts()
        ? IOReturn.kIOReturnSuccess
        : IOReturn.kIOReturnNoResources;
  }

  /**
   * Reads 8 bits of the first 256 bytes of configuration space.
   *
   * @param offset bytes, 0 to 255
   * @return 0 to 255
   */
  public int configRead8(int offset) {
    return function().configRead(offset, 1);
  }

  /**
   * Reads 16 bits of the first 256 bytes of configuration space.
   *
   * @param offset bytes, 0 to 255
   * @return 0 to 65535
   */
  public int configRead16(int offset) {
    return function().configRead(offset, 2);
  }

  /**
   * Reads 32 bits of the first 256 bytes of configuration space.
   *
   * @param offset bytes, 0 to 255
   * @return unsigned 32 bits in an int
   */
  public int configRead32(int offset) {
    return function().configRead(offset, 4);
  }

  /**
   * Writes 8 bits of the first 256 bytes of configuration space.
   *
   * @param offset bytes, 0 to 255
   * @param data the low 8 bits are written
   */
  public void configWrite8(int offset, int data) {
    writeConfiguration(offset, 1, data);
  }

  /**
   * Writes 16 bits of the first 256 bytes of configuration space.
   *
   * @param offset bytes, 0 to 255
   * @param data the low 16 bits are written
   */
  public void configWrite16(int offset, int data) {
    writeConfiguration(offset, 2, data);
  }

  /**
   * Writes 32 bits of the first 256 bytes of configuration space.
   *
   * @param offset bytes, 0 to 255
   * @param data what to write
   */
  public void configWrite32(int offset, int data) {
    writeConfiguration(offset, 4, data);
  }

  /**
   * Reads 8 bits of configuration space.
   *
   * @param offset bytes, 0 to 4095
   * @return 0 to 255
   */
  public int extendedConfigRead8(long offset) {
    return function().configRead((int) offset, 1);
  }

  /**
   * Reads 16 bits of configuration space.
   *
   * @param offset bytes, 0 to 4095
   * @return 0 to 65535
   */
  public int extendedConfigRead16(long offset) {
    return function().configRead((int) offset, 2);
  }

  /**
   * Reads 32 bits of configuration space.
   *
   * @param offset bytes, 0 to 4095
   * @return unsigned 32 bits in an int
   */
  public int extendedConfigRead32(long offset) {
    return function().configRead((int) offset, 4);
  }

  /**
   * Writes 8 bits of configuration space.
   *
   * @param offset bytes, 0 to 4095
   * @param data the low 8 bits are written
   */
  public void extendedConfigWrite8(long offset, int data) {
    writeConfiguration((int) offset, 1, data);
  }

  /**
   * Writes 16 bits of configuration space.
   *
   * @param offset bytes, 0 to 4095
   * @param data the low 16 bits are written
   */
  public void extendedConfigWrite16(long offset, int data) {
    writeConfiguration((int) offset, 2, data);
  }

  /**
   * Writes 32 bits of configuration space.
   *
   * @param offset bytes, 0 to 4095
   * @param data what to write
   */
  public void extendedConfigWrite32(long offset, int data) {
    writeConfiguration((int) offset, 4, data);
  }

  /**
   * Reads 8 bits from an absolute I/O port.
   *
   * @param port the port
   * @return 0 to 255
   */
  public int ioRead8(int port) {
    return ioRead8(port, null);
  }

  /**
   * Reads 8 bits from an I/O port.
   *
   * @param offset bytes into {@code map}; the port itself if that is null
   * @param map a mapping of an I/O BAR, or null
   * @return 0 to 255
   */
  public int ioRead8(int offset, IOMemoryMap map) {
    return (int) ioLoad(offset, 1, map);
  }

  /**
   * Writes 8 bits to an absolute I/O port.
   *
   * @param port the port
   * @param value the low 8 bits are written
   */
  public void ioWrite8(int port, int value) {
    ioWrite8(port, value, null);
  }

  /**
   * Writes 8 bits to an I/O port.
   *
   * @param offset bytes into {@code map}; the port itself if that is null
   * @param value the low 8 bits are written
   * @param map a mapping of an I/O BAR, or null
   */
  public void ioWrite8(int offset, int value, IOMemoryMap map) {
    ioStore(offset, 1, value, map);
  }

  /**
   * Reads 16 bits from an absolute I/O port.
   *
   * @param port the port
   * @return 0 to 65535
   */
  public int ioRead16(int port) {
    return ioRead16(port, null);
  }

  /**
   * Reads 16 bits from an I/O port.
   *
   * @param offset bytes into {@code map}; the port itself if that is null
   * @param map a mapping of an I/O BAR, or null
   * @return 0 to 65535
   */
  public int ioRead16(int offset, IOMemoryMap map) {
    return (int) ioLoad(offset, 2, map);
  }

  /**
   * Writes 16 bits to an absolute I/O port.
   *
   * @param port the port
   * @param value the low 16 bits are written
   */
  public void ioWrite16(int port, int value) {
    ioWrite16(port, value, null);
  }

  /**
   * Writes 16 bits to an I/O port.
   *
   * @param offset bytes into {@code map}; the port itself if that is null
   * @param value the low 16 bits are written
   * @param map a mapping of an I/O BAR, or null
   */
  public void ioWrite16(int offset, int value, IOMemoryMap map) {
    ioStore(offset, 2, value, map);
  }

  /**
   * Reads 32 bits from an absolute I/O port.
   *
   * @param port the port
   * @return unsigned 32 bits in an int
   */
  public int ioRead32(int port) {
    return ioRead32(port, null);
  }

  /**
   * Reads 32 bits from an I/O port.
   *
   * @param offset bytes into {@code map}; the port itself if that is null
   * @param map a mapping of an I/O BAR, or null
   * @return unsigned 32 bits in an int
   */
  public int ioRead32(int offset, IOMemoryMap map) {
    return (int) ioLoad(offset, 4, map);
  }

  /**
   * Writes 32 bits to an absolute I/O port.
   *
   * @param port the port
   * @param value what to write
   */
  public void ioWrite32(int port, int value) {
    ioWrite32(port, value, null);
  }

  /**
   * Writes 32 bits to an I/O port.
   *
   * @param offset bytes into {@code map}; the port itself if that is null
   * @param value what to write
   * @param map a mapping of an I/O BAR, or null
   */
  public void ioWrite32(int offset, int value, IOMemoryMap map) {
    ioStore(offset, 4, value, map);
  }

  /**
   * Reads a register.
   *
   * @param memoryIndex as {@link #getDeviceMemoryWithIndex}
   * @param offset bytes into that memory
   * @param readData out, shape [1]: the value, unsigned
   * @param size bytes: 1, 2, 4 or 8
   * @param options none are needed
   * @return {@code kIOReturnSuccess}; {@code kIOReturnBadArgument} for no such memory or offset;
   *     {@code kIOReturnNotPermitted} for a device that is not open
   */
  public int deviceMemoryRead(
      int memoryIndex, long offset, long[] readData, long size, int options) {
    readData[0] = load(memoryIndex, offset, (int) size);
    return IOReturn.kIOReturnSuccess;
  }

  /**
   * Writes a register.
   *
   * @param memoryIndex as {@link #getDeviceMemoryWithIndex}
   * @param offset bytes into that memory
   * @param data the low bytes are written
   * @param size bytes: 1, 2, 4 or 8
   * @param options none are needed
   * @return {@code kIOReturnSuccess}; {@code kIOReturnBadArgument} for no such memory or offset;
   *     {@code kIOReturnNotPermitted} for a device that is not open
   */
  public int deviceMemoryWrite(int memoryIndex, long offset, long data, long size, int options) {
    return store(memoryIndex, offset, (int) size, data);
  }

  /**
   * Reads a register of 8 bits. Without a code: all ones where nothing answers.
   *
   * @param memoryIndex as {@link #getDeviceMemoryWithIndex}
   * @param offset bytes into that memory
   * @return 0 to 255
   */
  public int deviceMemoryRead8(int memoryIndex, long offset) {
    return (int) load(memoryIndex, offset, 1);
  }

  /**
   * Reads a register of 8 bits.
   *
   * @param memoryIndex as {@link #getDeviceMemoryWithIndex}
   * @param offset bytes into that memory
   * @param readData out, shape [1]: 0 to 255
   * @return as {@link #deviceMemoryRead}
   */
  public int deviceMemoryRead8(int memoryIndex, long offset, int[] readData) {
    readData[0] = (int) load(memoryIndex, offset, 1);
    return IOReturn.kIOReturnSuccess;
  }

  /**
   * Writes a register of 8 bits.
   *
   * @param memoryIndex as {@link #getDeviceMemoryWithIndex}
   * @param offset bytes into that memory
   * @param data the low 8 bits are written
   * @return as {@link #deviceMemoryWrite}
   */
  public int deviceMemoryWrite8(int memoryIndex, long offset, int data) {
    return store(memoryIndex, offset, 1, data);
  }

  /**
   * Reads a register of 16 bits. Without a code: all ones where nothing answers.
   *
   * @param memoryIndex as {@link #getDeviceMemoryWithIndex}
   * @param offset bytes into that memory
   * @return 0 to 65535
   */
  public int deviceMemoryRead16(int memoryIndex, long offset) {
    return (int) load(memoryIndex, offset, 2);
  }

  /**
   * Reads a register of 16 bits.
   *
   * @param memoryIndex as {@link #getDeviceMemoryWithIndex}
   * @param offset bytes into that memory
   * @param readData out, shape [1]: 0 to 65535
   * @return as {@link #deviceMemoryRead}
   */
  public int deviceMemoryRead16(int memoryIndex, long offset, int[] readData) {
    readData[0] = (int) load(memoryIndex, offset, 2);
    return IOReturn.kIOReturnSuccess;
  }

  /**
   * Writes a register of 16 bits.
   *
   * @param memoryIndex as {@link #getDeviceMemoryWithIndex}
   * @param offset bytes into that memory
   * @param data the low 16 bits are written
   * @return as {@link #deviceMemoryWrite}
   */
  public int deviceMemoryWrite16(int memoryIndex, long offset, int data) {
    return store(memoryIndex, offset, 2, data);
  }

  /**
   * Reads a register of 32 bits. Without a code: all ones where nothing answers.
   *
   * @param memoryIndex as {@link #getDeviceMemoryWithIndex}
   * @param offset bytes into that memory
   * @return unsigned 32 bits in an int
   */
  public int deviceMemoryRead32(int memoryIndex, long offset) {
    return (int) load(memoryIndex, offset, 4);
  }

  /**
   * Reads a register of 32 bits.
   *
   * @param memoryIndex as {@link #getDeviceMemoryWithIndex}
   * @param offset bytes into that memory
   * @param readData out, shape [1]: unsigned 32 bits in an int
   * @return as {@link #deviceMemoryRead}
   */
  public int deviceMemoryRead32(int memoryIndex, long offset, int[] readData) {
    readData[0] = (int) load(memoryIndex, offset, 4);
    return IOReturn.kIOReturnSuccess;
  }

  /**
   * Writes a register of 32 bits.
   *
   * @param memoryIndex as {@link #getDeviceMemoryWithIndex}
   * @param offset bytes into that memory
   * @param data what to write
   * @return as {@link #deviceMemoryWrite}
   */
  public int deviceMemoryWrite32(int memoryIndex, long offset, int data) {
    return store(memoryIndex, offset, 4, data);
  }

  /**
   * Reads a register of 64 bits. Without a code: all ones where nothing answers.
   *
   * @param memoryIndex as {@link #getDeviceMemoryWithIndex}
   * @param offset bytes into that memory
   * @return unsigned 64 bits in a long
   */
  public long deviceMemoryRead64(int memoryIndex, long offset) {
    return load(memoryIndex, offset, 8);
  }

  /**
   * Reads a register of 64 bits.
   *
   * @param memoryIndex as {@link #getDeviceMemoryWithIndex}
   * @param offset bytes into that memory
   * @param readData out, shape [1]: unsigned 64 bits in a long
   * @return as {@link #deviceMemoryRead}
   */
  public int deviceMemoryRead64(int memoryIndex, long offset, long[] readData) {
    readData[0] = load(memoryIndex, offset, 8);
    return IOReturn.kIOReturnSuccess;
  }

  /**
   * Writes a register of 64 bits.
   *
   * @param memoryIndex as {@link #getDeviceMemoryWithIndex}
   * @param offset bytes into that memory
   * @param data what to write
   * @return as {@link #deviceMemoryWrite}
   */
  public int deviceMemoryWrite64(int memoryIndex, long offset, long data) {
    return store(memoryIndex, offset, 8, data);
  }

  private boolean setCommand(int bit, boolean enable) {
    int before = function().configRead(kIOPCIConfigCommand, 2);
    int after = enable ? before | bit : before & ~bit;
    if (after != before) {
      writeConfiguration(kIOPCIConfigCommand, 2, after);
    }
    return (before & bit) != 0;
  }

  private void writeConfiguration(int offset, int size, int value) {
    function().configWrite(offset, size, value);
    Kernel.current().called("IOPCIDevice.configWrite", this, null, offset, size, (long) value);
  }

  private long ioLoad(int offset, int size, IOMemoryMap map) {
    function();
    if (map != null && !map.countsPorts()) {
      return VirtualAccess.load(map.getVirtualAddress() + offset, size);
    }
    int port = map == null ? offset : (int) map.getVirtualAddress() + offset;
    return Kernel.current().ioRead(port, size);
  }

  private void ioStore(int offset, int size, int value, IOMemoryMap map) {
    function();
    if (map != null && !map.countsPorts()) {
      VirtualAccess.store(map.getVirtualAddress() + offset, size, value);
      return;
    }
    int port = map == null ? offset : (int) map.getVirtualAddress() + offset;
    Kernel.current().ioWrite(port, size, value);
    Kernel.current().called("IOPCIDevice.ioWrite", this, null, (long) port, (long) value);
  }

  private long load(int index, long offset, int size) {
    IODeviceMemory window = window(index);
    return window == null ? -1 : Kernel.current().loadPhysical(window.start() + offset, size);
  }

  private int store(int index, long offset, int size, long value) {
    IODeviceMemory window = window(index);
    if (window == null) {
      return IOReturn.kIOReturnBadArgument;
    }
    Kernel.current().storePhysical(window.start() + offset, size, value);
    return IOReturn.kIOReturnSuccess;
  }

  private IODeviceMemory window(int index) {
    function();
    return getDeviceMemoryWithIndex(index);
  }

  private java.util.List<IODeviceMemory> windows() {
    java.util.List<IODeviceMemory> all = new java.util.ArrayList<>();
    for (int i = 0; i < BARS; i++) {
      IODeviceMemory window = getDeviceMemoryWithRegister(kIOPCIConfigBaseAddress0 + 4 * i);
      if (window != null) {
        all.add(window);
      }
    }
    return all;
  }

  @Override
  public OSArray getDeviceMemory() {
    OSArray array = OSArray.withCapacity(BARS);
    windows().forEach(array::setObject);
    return array;
  }

  @Override
  public int getDeviceMemoryCount() {
    return windows().size();
  }

  @Override
  public IODeviceMemory getDeviceMemoryWithIndex(int index) {
    java.util.List<IODeviceMemory> all = windows();
    return index >= 0 && index < all.size() ? all.get(index) : null;
  }

  @Override
  public IOMemoryMap mapDeviceMemoryWithIndex(int index, int options) {
    IODeviceMemory window = getDeviceMemoryWithIndex(index);
    return window == null ? null : window.map(options);
  }

  @Override
  public int registerInterrupt(
      int source, OSObject target, IOInterruptAction handler, Object refCon) {
    boolean known =
        function().listen(source, () -> handler.interruptOccurred(target, refCon, this, source));
    return known ? IOReturn.kIOReturnSuccess : IOReturn.kIOReturnNoResources;
  }

  @Override
  public int unregisterInterrupt(int source) {
    return function().listen(source, null)
        ? IOReturn.kIOReturnSuccess
        : IOReturn.kIOReturnNoResources;
  }

  @Override
  public int getInterruptType(int source, int[] interruptType) {
    if (source < 0 || source >= function().interrupts()) {
      return IOReturn.kIOReturnNoResources;
    }
    interruptType[0] = source == 0 ? kIOInterruptTypeLevel : kIOInterruptTypePCIMessaged;
    return IOReturn.kIOReturnSuccess;
  }

  @Override
  public int enableInterrupt(int source) {
    function().enable(source, true);
    return IOReturn.kIOReturnSuccess;
  }

  @Override
  public int disableInterrupt(int source) {
    function().enable(source, false);
    return IOReturn.kIOReturnSuccess;
  }
}
