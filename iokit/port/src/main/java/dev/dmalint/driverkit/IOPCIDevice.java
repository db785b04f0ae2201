package dev.dmalint.driverkit;

import dev.dmalint.iokit.IOPCIFamilyDefinitions;
import dev.dmalint.iokit.KernelPanic;

/**
 * The nub of a PCI function, seen from DriverKit. Accesses that Apple gives no result return their
 * code here, which may be ignored.
 *
 * @see "IOPCIFamily: PCIDriverKit/IOPCIDevice.iig"
 */
public class IOPCIDevice extends IOService implements IOPCIFamilyDefinitions {
  /** For subclasses. */
  protected IOPCIDevice() {}

  /**
   * Opens without options.
   *
   * @param forClient as in the full form
   * @return as there
   */
  public int Open(IOService forClient) {
    return Open(forClient, 0);
  }

  /**
   * Takes the device for one client.
   *
   * @param forClient who
   * @param options none are defined
   * @return {@code kIOReturnSuccess}; {@code kIOReturnBusy}
   */
  public int Open(IOService forClient, int options) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Closes without options.
   *
   * @param forClient as in the full form
   */
  public void Close(IOService forClient) {
    Close(forClient, 0);
  }

  /**
   * Gives the device back; bus lead and memory space are turned off.
   *
   * @param forClient who
   * @param options none are defined
   */
  public void Close(IOService forClient, int options) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * What a BAR is.
   *
   * @param barIndex 0 to 5
   * @param memoryIndex out, shape [1]: its index for {@code MemoryRead*}
   * @param barSize out, shape [1]: bytes
   * @param barType out, shape [1]: {@code kPCIBARType*}
   * @return {@code kIOReturnSuccess}; {@code kIOReturnBadArgument} for no such BAR
   */
  public int GetBARInfo(int barIndex, byte[] memoryIndex, long[] barSize, byte[] barType) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * As the form with {@code byte[]}.
   *
   * @param barIndex 0 to 5
   * @param memoryIndex out, shape [1]
   * @param barSize out, shape [1]: bytes
   * @param barType out, shape [1]
   * @return as there
   */
  public int GetBARInfo(int barIndex, int[] memoryIndex, long[] barSize, int[] barType) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Chooses the interrupts without options.
   *
   * @param interruptType as in the full form
   * @param numRequired as there
   * @param numRequested as there
   * @return as there
   */
  public int ConfigureInterrupts(int interruptType, int numRequired, int numRequested) {
    return ConfigureInterrupts(interruptType, numRequired, numRequested, 0);
  }

  /**
   * Chooses the type and number of the device's interrupts.
   *
   * @param interruptType {@code kIOInterruptTypePCIMessaged*}
   * @param numRequired fewer are a failure
   * @param numRequested more are not wanted
   * @param options none are defined
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNoResources}; {@code kIOReturnUnsupported}
   */
  public int ConfigureInterrupts(
      int interruptType, int numRequired, int numRequested, int options) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Finds a capability.
   *
   * @param capabilityID {@code kIOPCICapabilityID*}; negated for one of the extended space
   * @param searchOffset where to start; 0 for the start
   * @param returnOffset out, shape [1]: bytes in configuration space
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotFound}
   */
  public int FindPCICapability(int capabilityID, long searchOffset, long[] returnOffset) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Resets without options.
   *
   * @param type as in the full form
   * @return as there
   */
  public int Reset(int type) {
    return Reset(type, 0);
  }

  /**
   * Resets the device.
   *
   * @param type which reset
   * @param options none are needed
   * @return {@code kIOReturnSuccess}; {@code kIOReturnUnsupported}
   */
  public int Reset(int type, int options) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads 8 bits of configuration space.
   *
   * @param offset bytes, 0 to 4095
   * @param readData out, shape [1]: the value
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotPermitted} for a device that is not open;
   *     {@code kIOReturnBadArgument} outside
   */
  public int ConfigurationRead8(long offset, byte[] readData) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads 8 bits of configuration space, without sign.
   *
   * @param offset bytes, 0 to 4095
   * @param readData out, shape [1]: the value
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotPermitted} for a device that is not open;
   *     {@code kIOReturnBadArgument} outside
   */
  public int ConfigurationRead8(long offset, int[] readData) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads 16 bits of configuration space.
   *
   * @param offset bytes, 0 to 4095
   * @param readData out, shape [1]: the value
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotPermitted} for a device that is not open;
   *     {@code kIOReturnBadArgument} outside
   */
  public int ConfigurationRead16(long offset, short[] readData) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads 16 bits of configuration space, without sign.
   *
   * @param offset bytes, 0 to 4095
   * @param readData out, shape [1]: the value
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotPermitted} for a device that is not open;
   *     {@code kIOReturnBadArgument} outside
   */
  public int ConfigurationRead16(long offset, int[] readData) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads 32 bits of configuration space.
   *
   * @param offset bytes, 0 to 4095
   * @param readData out, shape [1]: the value
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotPermitted} for a device that is not open;
   *     {@code kIOReturnBadArgument} outside
   */
  public int ConfigurationRead32(long offset, int[] readData) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Writes 8 bits of configuration space.
   *
   * @param offset bytes, 0 to 4095
   * @param data the low 8 bits are written
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotPermitted} for a device that is not open;
   *     {@code kIOReturnBadArgument} outside
   */
  public int ConfigurationWrite8(long offset, int data) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Writes 16 bits of configuration space.
   *
   * @param offset bytes, 0 to 4095
   * @param data the low 16 bits are written
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotPermitted} for a device that is not open;
   *     {@code kIOReturnBadArgument} outside
   */
  public int ConfigurationWrite16(long offset, int data) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Writes 32 bits of configuration space.
   *
   * @param offset bytes, 0 to 4095
   * @param data what to write
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotPermitted} for a device that is not open;
   *     {@code kIOReturnBadArgument} outside
   */
  public int ConfigurationWrite32(long offset, int data) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads 8 bits of a register.
   *
   * @param memoryIndex as {@link #GetBARInfo(int, byte[], long[], byte[])} gives it
   * @param offset bytes into that memory
   * @param readData out, shape [1]: the value
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotPermitted} for a device that is not open;
   *     {@code kIOReturnBadArgument} outside
   */
  public int MemoryRead8(int memoryIndex, long offset, byte[] readData) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads 8 bits of a register, without sign.
   *
   * @param memoryIndex as {@link #GetBARInfo(int, byte[], long[], byte[])} gives it
   * @param offset bytes into that memory
   * @param readData out, shape [1]: the value
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotPermitted} for a device that is not open;
   *     {@code kIOReturnBadArgument} outside
   */
  public int MemoryRead8(int memoryIndex, long offset, int[] readData) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads 16 bits of a register.
   *
   * @param memoryIndex as {@link #GetBARInfo(int, byte[], long[], byte[])} gives it
   * @param offset bytes into that memory
   * @param readData out, shape [1]: the value
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotPermitted} for a device that is not open;
   *     {@code kIOReturnBadArgument} outside
   */
  public int MemoryRead16(int memoryIndex, long offset, short[] readData) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads 16 bits of a register, without sign.
   *
   * @param memoryIndex as {@link #GetBARInfo(int, byte[], long[], byte[])} gives it
   * @param offset bytes into that memory
   * @param readData out, shape [1]: the value
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotPermitted} for a device that is not open;
   *     {@code kIOReturnBadArgument} outside
   */
  public int MemoryRead16(int memoryIndex, long offset, int[] readData) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads 32 bits of a register.
   *
   * @param memoryIndex as {@link #GetBARInfo(int, byte[], long[], byte[])} gives it
   * @param offset bytes into that memory
   * @param readData out, shape [1]: the value
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotPermitted} for a device that is not open;
   *     {@code kIOReturnBadArgument} outside
   */
  public int MemoryRead32(int memoryIndex, long offset, int[] readData) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Reads 64 bits of a register.
   *
   * @param memoryIndex as {@link #GetBARInfo(int, byte[], long[], byte[])} gives it
   * @param offset bytes into that memory
   * @param readData out, shape [1]: the value
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotPermitted} for a device that is not open;
   *     {@code kIOReturnBadArgument} outside
   */
  public int MemoryRead64(int memoryIndex, long offset, long[] readData) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Writes 8 bits of a register.
   *
   * @param memoryIndex as {@link #GetBARInfo(int, byte[], long[], byte[])} gives it
   * @param offset bytes into that memory
   * @param data the low 8 bits are written
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotPermitted} for a device that is not open;
   *     {@code kIOReturnBadArgument} outside
   */
  public int MemoryWrite8(int memoryIndex, long offset, int data) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Writes 16 bits of a register.
   *
   * @param memoryIndex as {@link #GetBARInfo(int, byte[], long[], byte[])} gives it
   * @param offset bytes into that memory
   * @param data the low 16 bits are written
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotPermitted} for a device that is not open;
   *     {@code kIOReturnBadArgument} outside
   */
  public int MemoryWrite16(int memoryIndex, long offset, int data) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Writes 32 bits of a register.
   *
   * @param memoryIndex as {@link #GetBARInfo(int, byte[], long[], byte[])} gives it
   * @param offset bytes into that memory
   * @param data what to write
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotPermitted} for a device that is not open;
   *     {@code kIOReturnBadArgument} outside
   */
  public int MemoryWrite32(int memoryIndex, long offset, int data) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Writes 64 bits of a register.
   *
   * @param memoryIndex as {@link #GetBARInfo(int, byte[], long[], byte[])} gives it
   * @param offset bytes into that memory
   * @param data what to write
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotPermitted} for a device that is not open;
   *     {@code kIOReturnBadArgument} outside
   */
  public int MemoryWrite64(int memoryIndex, long offset, long data) {
    throw KernelPanic.noBehaviour();
  }
}
