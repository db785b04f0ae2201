package java.util;

public abstract class AbstractMap<K, V> implements Map<K, V> {
  protected AbstractMap() {}

  public int size() {
    return entrySet().size();
  }

  public boolean isEmpty() {
    return size() == 0;
  }

  public boolean containsKey(Object key) {
    for (Map.Entry<K, V> each : entrySet()) {
      if (Objects.equals(key, each.getKey())) {
        return true;
      }
    }
    return false;
  }

  public boolean containsValue(Object value) {
    for (Map.Entry<K, V> each : entrySet()) {
      if (Objects.equals(value, each.getValue())) {
        return true;
      }
    }
    return false;
  }

  public V get(Object key) {
    for (Map.Entry<K, V> each : entrySet()) {
      if (Objects.equals(key, each.getKey())) {
        return each.getValue();
      }
    }
    return null;
  }

  public V put(K key, V value) {
    throw new UnsupportedOperationException();
  }

  public V remove(Object key) {
    for (Iterator<Map.Entry<K, V>> each = entrySet().iterator(); each.hasNext(); ) {
      Map.Entry<K, V> entry = each.next();
      if (Objects.equals(key, entry.getKey())) {
        V old = entry.getValue();
        each.remove();
        return old;
      }
    }
    return null;
  }

  public void putAll(Map<? extends K, ? extends V> others) {
    for (Map.Entry<? extends K, ? extends V> each : others.entrySet()) {
      put(each.getKey(), each.getValue());
    }
  }

  public void clear() {
    entrySet().clear();
  }

  public Set<K> keySet() {
    return new Keys<K, V>(this);
  }

  public Collection<V> values() {
    return new Values<K, V>(this);
  }

  public boolean equals(Object other) {
    if (other == this) {
      return true;
    }
    if (!(other instanceof Map) || ((Map<?, ?>) other).size() != size()) {
      return false;
    }
    Map<?, ?> map = (Map<?, ?>) other;
    for (Map.Entry<K, V> each : entrySet()) {
      if (!map.containsKey(each.getKey())
          || !Objects.equals(each.getValue(), map.get(each.getKey()))) {
        return false;
      }
    }
    return true;
  }

  public int hashCode() {
    int hash = 0;
    for (Map.Entry<K, V> each : entrySet()) {
      hash += each.hashCode();
    }
    return hash;
  }

  public String toString() {
    StringBuilder text = new StringBuilder("{");
    boolean isFirst = true;
    for (Map.Entry<K, V> each : entrySet()) {
      text.append(isFirst ? "" : ", ");
      text.append(each.getKey() == this ? "(this Map)" : each.getKey());
      text.append('=');
      text.append(each.getValue() == this ? "(this Map)" : each.getValue());
      isFirst = false;
    }
    return text.append('}').toString();
  }

  private static final class Keys<K, V> extends AbstractSet<K> {
    private final AbstractMap<K, V> map;

    Keys(AbstractMap<K, V> map) {
      this.map = map;
    }

    public int size() {
      return map.size();
    }

    public boolean contains(Object key) {
      return map.containsKey(key);
    }

    public boolean remove(Object key) {
      boolean isThere = map.containsKey(key);
      map.remove(key);
      return isThere;
    }

    public void clear() {
      map.clear();
    }

    public Iterator<K> iterator() {
      Iterator<Map.Entry<K, V>> entries = map.entrySet().iterator();
      return new Iterator<K>() {
        public boolean hasNext() {
          return entries.hasNext();
        }

        public K next() {
          return entries.next().getKey();
        }

        public void remove() {
          entries.remove();
        }
      };
    }
  }

  private static final class Values<K, V> extends AbstractCollection<V> {
    private final AbstractMap<K, V> map;

    Values(AbstractMap<K, V> map) {
      this.map = map;
    }

    public int size() {
      return map.size();
    }

    public Iterator<V> iterator() {
      Iterator<Map.Entry<K, V>> entries = map.entrySet().iterator();
      return new Iterator<V>() {
        public boolean hasNext() {
          return entries.hasNext();
        }

        public V next() {
          return entries.next().getValue();
        }

        public void remove() {
          entries.remove();
        }
      };
    }
  }

  static String text(Map.Entry<?, ?> entry) {
    return entry.getKey() + "=" + entry.getValue();
  }

  static boolean same(Map.Entry<?, ?> entry, Object other) {
    return other instanceof Map.Entry
        && Objects.equals(entry.getKey(), ((Map.Entry<?, ?>) other).getKey())
        && Objects.equals(entry.getValue(), ((Map.Entry<?, ?>) other).getValue());
  }

  static int hash(Map.Entry<?, ?> entry) {
    return Objects.hashCode(entry.getKey()) ^ Objects.hashCode(entry.getValue());
  }

  public static class SimpleEntry<K, V> implements Map.Entry<K, V> {
    private final K key;
    private V value;

    public SimpleEntry(K key, V value) {
      this.key = key;
      this.value = value;
    }

    public SimpleEntry(Map.Entry<? extends K, ? extends V> other) {
      this(other.getKey(), other.getValue());
    }

    public K getKey() {
      return key;
    }

    public V getValue() {
      return value;
    }

    public V setValue(V value) {
      V old = this.value;
      this.value = value;
      return old;
    }

    public boolean equals(Object other) {
      return same(this, other);
    }

    public int hashCode() {
      return hash(this);
    }

    public String toString() {
      return text(this);
    }
  }

  public static class SimpleImmutableEntry<K, V> extends SimpleEntry<K, V> {
    public SimpleImmutableEntry(K key, V value) {
      super(key, value);
    }

    public V setValue(V value) {
      throw new UnsupportedOperationException();
    }
  }
}
