package dev.dmalint.iokit;

import java.util.Map;
import java.util.TreeMap;

/**
 * Return codes. 0 is success; all others are negative as an {@code int}: system 0x38, subsystem 0.
 *
 * @see "xnu: iokit/IOKit/IOReturn.h"
 */
public class IOReturn {
  // Success and failures without a better name.
  public static final int kIOReturnSuccess = 0;
  public static final int kIOReturnError = 0xE00002BC;
  public static final int kIOReturnInternalError = 0xE00002C9;
  public static final int kIOReturnAborted = 0xE00002EB;
  public static final int kIOReturnTimeout = 0xE00002D6;

  // Resources and memory.
  public static final int kIOReturnNoMemory = 0xE00002BD;
  public static final int kIOReturnNoResources = 0xE00002BE;
  public static final int kIOReturnVMError = 0xE00002C8;
  public static final int kIOReturnCannotLock = 0xE00002CC;
  public static final int kIOReturnNotWritable = 0xE00002CF;
  public static final int kIOReturnNotAligned = 0xE00002D0;
  public static final int kIOReturnDMAError = 0xE00002D4;
  public static final int kIOReturnNoSpace = 0xE00002DB;
  public static final int kIOReturnCannotWire = 0xE00002DE;
  public static final int kIOReturnMessageTooLarge = 0xE00002E1;
  public static final int kIOReturnUnderrun = 0xE00002E7;
  public static final int kIOReturnOverrun = 0xE00002E8;

  // The request, the device and their state.
  public static final int kIOReturnNoDevice = 0xE00002C0;
  public static final int kIOReturnBadArgument = 0xE00002C2;
  public static final int kIOReturnExclusiveAccess = 0xE00002C5;
  public static final int kIOReturnUnsupported = 0xE00002C7;
  public static final int kIOReturnBusy = 0xE00002D5;
  public static final int kIOReturnNotReady = 0xE00002D8;
  public static final int kIOReturnNotAttached = 0xE00002D9;
  public static final int kIOReturnNotPermitted = 0xE00002E2;
  public static final int kIOReturnNotFound = 0xE00002F0;

  private static final Map<Integer, String> NAMES = names();

  /** For the DriverKit class of the same name, which has the same codes. */
  protected IOReturn() {}

  /**
   * The name of a code.
   *
   * @param code a return code
   * @return its constant's name, or the code in hex where it has none here
   */
  public static String nameOf(int code) {
    return NAMES.getOrDefault(code, String.format("0x%08x", code));
  }

  private static Map<Integer, String> names() {
    Map<Integer, String> names = new TreeMap<>();
    for (var constant : IOReturn.class.getFields()) {
      try {
        names.put(constant.getInt(null), constant.getName());
      } catch (IllegalAccessException e) {
        throw new AssertionError(constant + " is public", e);
      }
    }
    return names;
  }
}
