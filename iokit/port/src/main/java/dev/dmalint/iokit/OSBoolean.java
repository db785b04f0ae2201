package dev.dmalint.iokit;

/**
 * One of two objects; counting references to them changes nothing.
 *
 * @see "xnu: libkern/libkern/c++/OSBoolean.h"
 */
public final class OSBoolean extends OSObject {
  /** The object for true. */
  public static final OSBoolean kOSBooleanTrue = new OSBoolean(true);

  /** The object for false. */
  public static final OSBoolean kOSBooleanFalse = new OSBoolean(false);

  private final boolean value;

  private OSBoolean(boolean value) {
    this.value = value;
  }

  /**
   * The object for a value.
   *
   * @param value which
   * @return one of the two
   */
  public static OSBoolean withBoolean(boolean value) {
    return value ? kOSBooleanTrue : kOSBooleanFalse;
  }

  /**
   * The value.
   *
   * @return whether this is the object for true
   */
  public boolean isTrue() {
    return value;
  }

  /**
   * The value's opposite.
   *
   * @return whether this is the object for false
   */
  public boolean isFalse() {
    return !value;
  }

  /**
   * The value.
   *
   * @return as {@link #isTrue()}
   */
  public boolean getValue() {
    return value;
  }

  @Override
  public void retain() {}

  @Override
  public void release() {}

  @Override
  public String toString() {
    return value ? "Yes" : "No";
  }
}
