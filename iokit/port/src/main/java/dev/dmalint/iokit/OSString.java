package dev.dmalint.iokit;

/**
 * A string in a registry container.
 *
 * @see "xnu: libkern/libkern/c++/OSString.h"
 */
public class OSString extends OSObject {
  private final String text;

  private OSString(String text) {
    this.text = text;
  }

  /**
   * A string.
   *
   * @param text its characters
   * @return the string, or null for null
   */
  public static OSString withCString(String text) {
    return text == null ? null : new OSString(text);
  }

  /**
   * The characters.
   *
   * @return never null
   */
  public String getCStringNoCopy() {
    return text;
  }

  /**
   * The length.
   *
   * @return characters
   */
  public int getLength() {
    return text.length();
  }

  /**
   * Whether the characters are these.
   *
   * @param other characters to compare with
   * @return whether they are equal
   */
  public boolean isEqualTo(String other) {
    return text.equals(other);
  }

  @Override
  public boolean isEqualTo(OSObject other) {
    return other instanceof OSString string && text.equals(string.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
