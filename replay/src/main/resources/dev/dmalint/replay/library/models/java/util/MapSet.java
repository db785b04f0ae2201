package java.util;

/** A set over the keys of a map. */
abstract class MapSet<E> extends AbstractSet<E> {
  final Map<E, Object> map;

  MapSet(Map<E, Object> map) {
    this.map = map;
  }

  public int size() {
    return map.size();
  }

  public boolean contains(Object value) {
    return map.containsKey(value);
  }

  public boolean add(E value) {
    return map.put(value, Boolean.TRUE) == null;
  }

  public boolean remove(Object value) {
    return map.remove(value) != null;
  }

  public void clear() {
    map.clear();
  }

  public Iterator<E> iterator() {
    return map.keySet().iterator();
  }
}
