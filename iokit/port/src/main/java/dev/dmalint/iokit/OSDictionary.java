package dev.dmalint.iokit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Objects by key, each retained while it is in the dictionary; keys keep the order they came in.
 *
 * @see "xnu: libkern/libkern/c++/OSDictionary.h"
 */
public class OSDictionary extends OSObject {
  private final Map<String, OSObject> objects = new LinkedHashMap<>();

  private OSDictionary() {}

  /**
   * An empty dictionary.
   *
   * @param capacity keys expected; it grows beyond
   * @return the dictionary, or null for a negative capacity
   */
  public static OSDictionary withCapacity(int capacity) {
    return capacity < 0 ? null : new OSDictionary();
  }

  /**
   * A dictionary with the same objects.
   *
   * @param other what to copy; the objects themselves are shared
   * @return the copy, or null for null
   */
  public static OSDictionary withDictionary(OSDictionary other) {
    if (other == null) {
      return null;
    }
    OSDictionary copy = new OSDictionary();
    copy.merge(other);
    return copy;
  }

  /**
   * The number of keys.
   *
   * @return at least 0
   */
  public int getCount() {
    return objects.size();
  }

  /**
   * The object of a key, not retained for the caller.
   *
   * @param key which
   * @return null if the key is not there
   */
  public OSObject getObject(String key) {
    return objects.get(key);
  }

  /**
   * Puts an object in, in place of one with the same key.
   *
   * @param key which
   * @param object what
   * @return false if one of them is null
   */
  public boolean setObject(String key, OSObject object) {
    if (key == null || object == null) {
      return false;
    }
    object.retain();
    OSObject old = objects.put(key, object);
    if (old != null) {
      old.release();
    }
    return true;
  }

  /**
   * Takes a key and its object out; does nothing if it is not there.
   *
   * @param key which
   */
  public void removeObject(String key) {
    OSObject old = objects.remove(key);
    if (old != null) {
      old.release();
    }
  }

  /**
   * Puts all objects of another dictionary in.
   *
   * @param other where from
   * @return true
   */
  public final boolean merge(OSDictionary other) {
    other.objects.forEach(this::setObject);
    return true;
  }

  /** Takes all objects out. */
  public void flushCollection() {
    List<OSObject> released = new ArrayList<>(objects.values());
    objects.clear();
    released.forEach(OSObject::release);
  }

  @Override
  protected void free() {
    flushCollection();
    super.free();
  }
}
