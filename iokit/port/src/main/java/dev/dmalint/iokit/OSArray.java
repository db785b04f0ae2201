package dev.dmalint.iokit;

import java.util.ArrayList;
import java.util.List;

/**
 * A list of objects, each retained while it is in the list.
 *
 * @see "xnu: libkern/libkern/c++/OSArray.h"
 */
public class OSArray extends OSObject {
  private final List<OSObject> objects = new ArrayList<>();

  private OSArray() {}

  /**
   * An empty list.
   *
   * @param capacity objects expected; it grows beyond
   * @return the list, or null for a negative capacity
   */
  public static OSArray withCapacity(int capacity) {
    return capacity < 0 ? null : new OSArray();
  }

  /**
   * A list of the first objects of an array.
   *
   * @param objects what to put in
   * @param count how many
   * @return the list, or null if one of them is null or missing
   */
  public static OSArray withObjects(OSObject[] objects, int count) {
    if (objects == null || count > objects.length) {
      return null;
    }
    OSArray array = new OSArray();
    for (int i = 0; i < count; i++) {
      if (!array.setObject(objects[i])) {
        array.release();
        return null;
      }
    }
    return array;
  }

  /**
   * The number of objects.
   *
   * @return at least 0
   */
  public int getCount() {
    return objects.size();
  }

  /**
   * An object, not retained for the caller.
   *
   * @param index from 0
   * @return the object, or null at or past the end
   */
  public OSObject getObject(int index) {
    return index < 0 || index >= objects.size() ? null : objects.get(index);
  }

  /**
   * The last object, not retained for the caller.
   *
   * @return null if the list is empty
   */
  public OSObject getLastObject() {
    return getObject(objects.size() - 1);
  }

  /**
   * Adds an object at the end.
   *
   * @param object what to add
   * @return false for null
   */
  public boolean setObject(OSObject object) {
    return setObject(objects.size(), object);
  }

  /**
   * Inserts an object.
   *
   * @param index where, up to the end
   * @param object what
   * @return false for null or an index past the end
   */
  public boolean setObject(int index, OSObject object) {
    if (object == null || index < 0 || index > objects.size()) {
      return false;
    }
    object.retain();
    objects.add(index, object);
    return true;
  }

  /**
   * Takes an object out; those behind it move up. Does nothing past the end.
   *
   * @param index from 0
   */
  public void removeObject(int index) {
    if (index >= 0 && index < objects.size()) {
      objects.remove(index).release();
    }
  }

  /** Takes all objects out. */
  public void flushCollection() {
    List<OSObject> released = List.copyOf(objects);
    objects.clear();
    released.forEach(OSObject::release);
  }

  @Override
  protected void free() {
    flushCollection();
    super.free();
  }
}
