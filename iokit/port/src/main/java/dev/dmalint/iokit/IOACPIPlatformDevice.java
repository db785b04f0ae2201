package dev.dmalint.iokit;

/**
 * The nub of a device in the ACPI name space. Addresses in ACPI tables, operation regions and
 * mailboxes are CPU-physical in every mapper state.
 *
 * @see "IOACPIFamily: IOACPIPlatformDevice.h"
 */
public class IOACPIPlatformDevice extends IOPlatformDevice {
  /** For subclasses. */
  protected IOACPIPlatformDevice() {}

  /**
   * Whether the device has an object.
   *
   * @param objectName four characters, relative to the device
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotFound}
   */
  public int validateObject(String objectName) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Evaluates an object to a number.
   *
   * @param objectName four characters, relative to the device
   * @param result out, shape [1]: the number
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotFound}; {@code kIOReturnBadArgument} for
   *     another type
   */
  public int evaluateInteger(String objectName, int[] result) {
    throw KernelPanic.noBehaviour();
  }

  /**
   * Evaluates an object without arguments.
   *
   * @param objectName as in the full form
   * @param result as there
   * @return as there
   */
  public int evaluateObject(String objectName, OSObject[] result) {
    return evaluateObject(objectName, result, null, 0, 0);
  }

  /**
   * Evaluates an object.
   *
   * @param objectName four characters, relative to the device
   * @param result out, shape [1], may be null: what it gives, which the caller releases
   * @param params its arguments, may be null
   * @param paramCount how many of them
   * @param options none are defined
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotFound}
   */
  public int evaluateObject(
      String objectName, OSObject[] result, OSObject[] params, int paramCount, int options) {
    throw KernelPanic.noBehaviour();
  }
}
