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
  /** For subclasses. */
  protected IOPCIDevice() {}

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
    throw KernelPanic.noBehaviour();
  }

  /**
   * Gives the device back. A mapper of its own stays.
   *
   * @param forClient who
   * @param options none are defined
   */
  @Override
  public void close(IOService forClient, int options) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * The bus.
   *
   * @return 0 to 255
   */
  public int getBusNumber() {
    throw KernelPanic.noBehaviour();
  }

  /**
   * The device on the bus.
   *
   * @return 0 to 31
   */
  public int getDeviceNumber() {
    throw KernelPanic.noBehaviour();
  }

  /**
   * The function of the device.
   *
   * @return 0 to 7
   */
  public int getFunctionNumber() {
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
  }

  /**
   * Lets the function answer memory accesses, or not.
   *
   * @param enable which
   * @return whether it did before
   */
  public boolean setMemoryEnable(boolean enable) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Lets the function answer I/O port accesses, or not.
   *
   * @param enable which
   * @return whether it did before
   */
  public boolean setIOEnable(boolean enable) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Lets the function read and write memory, or not. Off, no request reaches memory or an IOMMU.
   *
   * @param enable which
   * @return whether it did before
   */
  public boolean setBusLeadEnable(boolean enable) {
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads 8 bits of the first 256 bytes of configuration space.
   *
   * @param offset bytes, 0 to 255
   * @return 0 to 255
   */
  public int configRead8(int offset) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads 16 bits of the first 256 bytes of configuration space.
   *
   * @param offset bytes, 0 to 255
   * @return 0 to 65535
   */
  public int configRead16(int offset) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads 32 bits of the first 256 bytes of configuration space.
   *
   * @param offset bytes, 0 to 255
   * @return unsigned 32 bits in an int
   */
  public int configRead32(int offset) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Writes 8 bits of the first 256 bytes of configuration space.
   *
   * @param offset bytes, 0 to 255
   * @param data the low 8 bits are written
   */
  public void configWrite8(int offset, int data) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Writes 16 bits of the first 256 bytes of configuration space.
   *
   * @param offset bytes, 0 to 255
   * @param data the low 16 bits are written
   */
  public void configWrite16(int offset, int data) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Writes 32 bits of the first 256 bytes of configuration space.
   *
   * @param offset bytes, 0 to 255
   * @param data what to write
   */
  public void configWrite32(int offset, int data) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads 8 bits of configuration space.
   *
   * @param offset bytes, 0 to 4095
   * @return 0 to 255
   */
  public int extendedConfigRead8(long offset) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads 16 bits of configuration space.
   *
   * @param offset bytes, 0 to 4095
   * @return 0 to 65535
   */
  public int extendedConfigRead16(long offset) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads 32 bits of configuration space.
   *
   * @param offset bytes, 0 to 4095
   * @return unsigned 32 bits in an int
   */
  public int extendedConfigRead32(long offset) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Writes 8 bits of configuration space.
   *
   * @param offset bytes, 0 to 4095
   * @param data the low 8 bits are written
   */
  public void extendedConfigWrite8(long offset, int data) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Writes 16 bits of configuration space.
   *
   * @param offset bytes, 0 to 4095
   * @param data the low 16 bits are written
   */
  public void extendedConfigWrite16(long offset, int data) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Writes 32 bits of configuration space.
   *
   * @param offset bytes, 0 to 4095
   * @param data what to write
   */
  public void extendedConfigWrite32(long offset, int data) {
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads a register of 8 bits. Without a code: all ones where nothing answers.
   *
   * @param memoryIndex as {@link #getDeviceMemoryWithIndex}
   * @param offset bytes into that memory
   * @return 0 to 255
   */
  public int deviceMemoryRead8(int memoryIndex, long offset) {
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads a register of 16 bits. Without a code: all ones where nothing answers.
   *
   * @param memoryIndex as {@link #getDeviceMemoryWithIndex}
   * @param offset bytes into that memory
   * @return 0 to 65535
   */
  public int deviceMemoryRead16(int memoryIndex, long offset) {
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads a register of 32 bits. Without a code: all ones where nothing answers.
   *
   * @param memoryIndex as {@link #getDeviceMemoryWithIndex}
   * @param offset bytes into that memory
   * @return unsigned 32 bits in an int
   */
  public int deviceMemoryRead32(int memoryIndex, long offset) {
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads a register of 64 bits. Without a code: all ones where nothing answers.
   *
   * @param memoryIndex as {@link #getDeviceMemoryWithIndex}
   * @param offset bytes into that memory
   * @return unsigned 64 bits in a long
   */
  public long deviceMemoryRead64(int memoryIndex, long offset) {
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
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
    throw KernelPanic.noBehaviour();
  }
}
