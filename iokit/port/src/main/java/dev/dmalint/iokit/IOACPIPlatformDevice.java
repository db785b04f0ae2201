package dev.dmalint.iokit;

import java.util.Arrays;
import java.util.List;

/**
 * The nub of a device in the ACPI name space. Addresses in ACPI tables, operation regions and
 * mailboxes are CPU-physical in every mapper state.
 *
 * @see "IOACPIFamily: IOACPIPlatformDevice.h"
 */
public class IOACPIPlatformDevice extends IOPlatformDevice {
  private final AcpiObjects objects;

  /** For subclasses; a device without objects. */
  protected IOACPIPlatformDevice() {
    this(null);
  }

  /**
   * The nub of a device of a machine.
   *
   * @param objects what stands for it
   */
  protected IOACPIPlatformDevice(AcpiObjects objects) {
    this.objects = objects;
  }

  /**
   * Whether the device has an object.
   *
   * @param objectName four characters, relative to the device
   * @return {@code kIOReturnSuccess}; {@code kIOReturnNotFound}
   */
  public int validateObject(String objectName) {
    Kernel.current();
    boolean there = objects != null && objects.has(objectName);
    return there ? IOReturn.kIOReturnSuccess : IOReturn.kIOReturnNotFound;
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
    OSObject[] value = new OSObject[1];
    int found = evaluateObject(objectName, value);
    if (found != IOReturn.kIOReturnSuccess) {
      return found;
    }
    boolean number = value[0] instanceof OSNumber;
    if (value[0] instanceof OSNumber integer) {
      result[0] = integer.unsigned32BitValue();
    }
    if (value[0] != null) {
      value[0].release();
    }
    return number ? IOReturn.kIOReturnSuccess : IOReturn.kIOReturnBadArgument;
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
    int there = validateObject(objectName);
    if (there != IOReturn.kIOReturnSuccess) {
      return there;
    }
    List<OSObject> arguments =
        params == null ? List.of() : Arrays.asList(params).subList(0, paramCount);
    OSObject value = objects.evaluate(objectName, arguments);
    if (result != null) {
      result[0] = value;
    } else if (value != null) {
      value.release();
    }
    Kernel.current().called("IOACPIPlatformDevice.evaluateObject", this, value, objectName);
    return IOReturn.kIOReturnSuccess;
  }
}
