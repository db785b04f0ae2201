package dev.dmalint.iokit;

/**
 * A node of the registry: a name and a table of properties.
 *
 * @see "xnu: iokit/IOKit/IORegistryEntry.h"
 */
public class IORegistryEntry extends OSObject {
  private final OSDictionary properties = OSDictionary.withCapacity(0);
  private String name;

  /** An entry without properties; {@link #init(OSDictionary)} comes next. */
  protected IORegistryEntry() {}

  /**
   * Initialises the entry.
   *
   * @param dictionary its first properties; null for none
   * @return false if it cannot be used
   */
  public boolean init(OSDictionary dictionary) {
    if (dictionary != null) {
      properties.merge(dictionary);
    }
    return super.init();
  }

  /**
   * The value of a property, not retained for the caller.
   *
   * @param key which
   * @return an {@link OSObject}, or null if the property is absent
   */
  public Object getProperty(String key) {
    return properties.getObject(key);
  }

  /**
   * The value of a property, retained: the caller releases it.
   *
   * @param key which
   * @return an {@link OSObject}, or null if the property is absent
   */
  public Object copyProperty(String key) {
    OSObject value = properties.getObject(key);
    if (value != null) {
      value.retain();
    }
    return value;
  }

  /**
   * Sets a property.
   *
   * @param key which
   * @param value retained while it is set
   * @return false if one of them is null
   */
  public boolean setProperty(String key, OSObject value) {
    return properties.setObject(key, value);
  }

  /**
   * Sets a property to a string.
   *
   * @param key which
   * @param value its characters
   * @return false if one of them is null
   */
  public boolean setProperty(String key, String value) {
    return setOwned(key, OSString.withCString(value));
  }

  /**
   * Sets a property to a truth value.
   *
   * @param key which
   * @param value which of the two
   * @return false if the key is null
   */
  public boolean setProperty(String key, boolean value) {
    return setProperty(key, OSBoolean.withBoolean(value));
  }

  /**
   * Sets a property to a number.
   *
   * @param key which
   * @param value cut to {@code numberOfBits}
   * @param numberOfBits 1 to 64
   * @return false if the key is null or the width is another
   */
  public boolean setProperty(String key, long value, int numberOfBits) {
    return setOwned(key, OSNumber.withNumber(value, numberOfBits));
  }

  /**
   * Sets a property to bytes.
   *
   * @param key which
   * @param bytes copied
   * @param length how many of them
   * @return false if one of them is null or the length is outside the array
   */
  public boolean setProperty(String key, byte[] bytes, int length) {
    return setOwned(key, OSData.withBytes(bytes, length));
  }

  /**
   * Removes a property; does nothing if it is absent.
   *
   * @param key which
   */
  public void removeProperty(String key) {
    properties.removeObject(key);
  }

  /**
   * The name of the entry.
   *
   * @return the name set last, or the name of its class
   */
  public String getName() {
    return name == null ? getClass().getSimpleName() : name;
  }

  /**
   * Names the entry.
   *
   * @param name the new name
   */
  public void setName(String name) {
    this.name = name;
  }

  @Override
  protected void free() {
    properties.release();
    super.free();
  }

  private boolean setOwned(String key, OSObject value) {
    if (value == null) {
      return false;
    }
    boolean set = setProperty(key, value);
    value.release();
    return set;
  }
}
