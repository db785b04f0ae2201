package dev.dmalint.driverkit;

import dev.dmalint.iokit.IOPCIFamilyDefinitions;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.Kernel;
import dev.dmalint.iokit.KernelPanic;

/**
 * The nub of a PCI function, seen from DriverKit. Accesses that Apple gives no result return their
 * code here, which may be ignored.
 *
 * @see "IOPCIFamily: PCIDriverKit/IOPCIDevice.iig"
 */
public class IOPCIDevice extends IOService implements IOPCIFamilyDefinitions {
  private static final int BARS = 6;

  private static final class Client extends dev.dmalint.iokit.IOService {}

  private final dev.dmalint.iokit.IOPCIDevice nub;
  public static final int kIOPCIDeviceResetTypeHotReset = 0x01;
  public static final int kIOPCIDeviceResetTypeWarmReset = 0x02;
  public static final int kIOPCIDeviceResetTypeWarmResetDisable = 0x04;
  public static final int kIOPCIDeviceResetTypeWarmResetEnable = 0x08;
  public static final int kIOPCIDeviceResetTypeFunctionReset = 0x10;

  private final dev.dmalint.iokit.IOService client = new Client();
  private IOService owner;

  /** For subclasses. */
  protected IOPCIDevice() {
    this(null);
  }

  /**
   * The driver's side of a nub in the kernel.
   *
   * @param nub that one
   */
  protected IOPCIDevice(dev.dmalint.iokit.IOPCIDevice nub) {
    this.nub = nub;
  }

  private dev.dmalint.iokit.IOPCIDevice nub() {
    Kernel.current();
    if (nub == null) {
      throw KernelPanic.noBehaviour();
    }
    return nub;
  }

  @Override
  dev.dmalint.iokit.IOService kernelSide() {
    return nub;
  }

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
    dev.dmalint.iokit.IOPCIDevice hardware = nub();
    if ((owner != null && owner != forClient) || !hardware.open(client)) {
      return IOReturn.kIOReturnExclusiveAccess;
    }
    owner = forClient;
    return IOReturn.kIOReturnSuccess;
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
    dev.dmalint.iokit.IOPCIDevice hardware = nub();
    if (owner == forClient) {
      owner = null;
      hardware.setBusLeadEnable(false);
      hardware.setMemoryEnable(false);
      hardware.close(client);
    }
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
    int[] index = new int[1];
    int[] type = new int[1];
    int result = GetBARInfo(barIndex, index, barSize, type);
    memoryIndex[0] = (byte) index[0];
    barType[0] = (byte) type[0];
    return result;
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
    dev.dmalint.iokit.IOPCIDevice hardware = nub();
    int register = kIOPCIConfigBaseAddress0 + 4 * barIndex;
    dev.dmalint.iokit.IODeviceMemory window =
        barIndex < 0 || barIndex >= BARS ? null : hardware.getDeviceMemoryWithRegister(register);
    if (window == null) {
      return IOReturn.kIOReturnNotFound;
    }
    int index = 0;
    for (int i = 0; i < barIndex; i++) {
      if (hardware.getDeviceMemoryWithRegister(kIOPCIConfigBaseAddress0 + 4 * i) != null) {
        index++;
      }
    }
    memoryIndex[0] = index;
    barSize[0] = window.getLength();
    barType[0] = hardware.configRead32(register) & 0xF;
    return IOReturn.kIOReturnSuccess;
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
    return nub().configureInterrupts(interruptType, numRequired, numRequested, options);
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
    int[] offset = new int[1];
    if (nub().findPCICapability(capabilityID, offset) == 0) {
      return IOReturn.kIOReturnNotFound;
    }
    returnOffset[0] = offset[0];
    return IOReturn.kIOReturnSuccess;
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
   * Resets the device. The kernel restores where its windows are; <b>bus lead is off</b> then.
   *
   * @param type {@code kIOPCIDeviceResetType*}
   * @param options none are needed
   * @return {@code kIOReturnSuccess}; {@code kIOReturnUnsupported} for warm resets, which no slot
   *     here has, and for what is no type
   */
  public int Reset(int type, int options) {
    dev.dmalint.iokit.IOPCIDevice hardware = nub();
    if (type != kIOPCIDeviceResetTypeFunctionReset && type != kIOPCIDeviceResetTypeHotReset) {
      return IOReturn.kIOReturnUnsupported;
    }
    hardware.setBusLeadEnable(false);
    return IOReturn.kIOReturnSuccess;
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
    readData[0] = (byte) nub().extendedConfigRead8(offset);
    return IOReturn.kIOReturnSuccess;
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
    readData[0] = nub().extendedConfigRead8(offset);
    return IOReturn.kIOReturnSuccess;
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
    readData[0] = (short) nub().extendedConfigRead16(offset);
    return IOReturn.kIOReturnSuccess;
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
    readData[0] = nub().extendedConfigRead16(offset);
    return IOReturn.kIOReturnSuccess;
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
    readData[0] = nub().extendedConfigRead32(offset);
    return IOReturn.kIOReturnSuccess;
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
    nub().extendedConfigWrite8(offset, data);
    return IOReturn.kIOReturnSuccess;
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
    nub().extendedConfigWrite16(offset, data);
    return IOReturn.kIOReturnSuccess;
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
    nub().extendedConfigWrite32(offset, data);
    return IOReturn.kIOReturnSuccess;
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
    readData[0] = (byte) nub().deviceMemoryRead8(memoryIndex, offset);
    return IOReturn.kIOReturnSuccess;
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
    readData[0] = nub().deviceMemoryRead8(memoryIndex, offset);
    return IOReturn.kIOReturnSuccess;
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
    readData[0] = (short) nub().deviceMemoryRead16(memoryIndex, offset);
    return IOReturn.kIOReturnSuccess;
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
    readData[0] = nub().deviceMemoryRead16(memoryIndex, offset);
    return IOReturn.kIOReturnSuccess;
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
    readData[0] = nub().deviceMemoryRead32(memoryIndex, offset);
    return IOReturn.kIOReturnSuccess;
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
    readData[0] = nub().deviceMemoryRead64(memoryIndex, offset);
    return IOReturn.kIOReturnSuccess;
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
    return nub().deviceMemoryWrite8(memoryIndex, offset, data);
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
    return nub().deviceMemoryWrite16(memoryIndex, offset, data);
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
    return nub().deviceMemoryWrite32(memoryIndex, offset, data);
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
    return nub().deviceMemoryWrite64(memoryIndex, offset, data);
  }
}
