package java.util;

import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

public interface Map<K, V> {
  int size();

  boolean isEmpty();

  boolean containsKey(Object key);

  boolean containsValue(Object value);

  V get(Object key);

  V put(K key, V value);

  V remove(Object key);

  void putAll(Map<? extends K, ? extends V> others);

  void clear();

  Set<K> keySet();

  Collection<V> values();

  Set<Map.Entry<K, V>> entrySet();

  interface Entry<K, V> {
    K getKey();

    V getValue();

    V setValue(V value);

    @SuppressWarnings("unchecked")
    static <K extends Comparable<? super K>, V> Comparator<Map.Entry<K, V>> comparingByKey() {
      return (a, b) -> a.getKey().compareTo(b.getKey());
    }

    static <K, V extends Comparable<? super V>> Comparator<Map.Entry<K, V>> comparingByValue() {
      return (a, b) -> a.getValue().compareTo(b.getValue());
    }

    static <K, V> Comparator<Map.Entry<K, V>> comparingByKey(Comparator<? super K> order) {
      return (a, b) -> order.compare(a.getKey(), b.getKey());
    }

    static <K, V> Comparator<Map.Entry<K, V>> comparingByValue(Comparator<? super V> order) {
      return (a, b) -> order.compare(a.getValue(), b.getValue());
    }
  }

  default V getOrDefault(Object key, V otherwise) {
    V value = get(key);
    return value != null || containsKey(key) ? value : otherwise;
  }

  default void forEach(BiConsumer<? super K, ? super V> action) {
    for (Map.Entry<K, V> each : entrySet()) {
      action.accept(each.getKey(), each.getValue());
    }
  }

  default void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
    for (Map.Entry<K, V> each : entrySet()) {
      each.setValue(function.apply(each.getKey(), each.getValue()));
    }
  }

  default V putIfAbsent(K key, V value) {
    V old = get(key);
    return old == null ? put(key, value) : old;
  }

  default boolean remove(Object key, Object value) {
    boolean isThere = containsKey(key) && Objects.equals(get(key), value);
    if (isThere) {
      remove(key);
    }
    return isThere;
  }

  default V replace(K key, V value) {
    return containsKey(key) ? put(key, value) : null;
  }

  default boolean replace(K key, V old, V value) {
    boolean isThere = containsKey(key) && Objects.equals(get(key), old);
    if (isThere) {
      put(key, value);
    }
    return isThere;
  }

  default V computeIfAbsent(K key, Function<? super K, ? extends V> function) {
    V old = get(key);
    if (old != null) {
      return old;
    }
    V value = function.apply(key);
    if (value != null) {
      put(key, value);
    }
    return value;
  }

  default V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    V old = get(key);
    if (old == null) {
      return null;
    }
    return store(key, function.apply(key, old), true);
  }

  default V compute(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    V old = get(key);
    return store(key, function.apply(key, old), old != null || containsKey(key));
  }

  default V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
    Objects.requireNonNull(value);
    V old = get(key);
    return store(key, old == null ? value : function.apply(old, value), true);
  }

  private V store(K key, V value, boolean isThere) {
    if (value != null) {
      put(key, value);
    } else if (isThere) {
      remove(key);
    }
    return value;
  }

  static <K, V> Map.Entry<K, V> entry(K key, V value) {
    return new AbstractMap.SimpleImmutableEntry<K, V>(
        Objects.requireNonNull(key), Objects.requireNonNull(value));
  }

  static <K, V> Map<K, V> of() {
    return Collections.unmodifiableMap(new LinkedHashMap<K, V>());
  }

  static <K, V> Map<K, V> of(K a, V x) {
    return ofEntries(entry(a, x));
  }

  static <K, V> Map<K, V> of(K a, V x, K b, V y) {
    return ofEntries(entry(a, x), entry(b, y));
  }

  static <K, V> Map<K, V> of(K a, V x, K b, V y, K c, V z) {
    return ofEntries(entry(a, x), entry(b, y), entry(c, z));
  }

  static <K, V> Map<K, V> of(K a, V x, K b, V y, K c, V z, K d, V w) {
    return ofEntries(entry(a, x), entry(b, y), entry(c, z), entry(d, w));
  }

  static <K, V> Map<K, V> ofEntries(Map.Entry<? extends K, ? extends V>... entries) {
    Map<K, V> map = new LinkedHashMap<>();
    for (Map.Entry<? extends K, ? extends V> each : entries) {
      if (map.put(each.getKey(), each.getValue()) != null) {
        throw new IllegalArgumentException("duplicate key: " + each.getKey());
      }
    }
    return Collections.unmodifiableMap(map);
  }

  static <K, V> Map<K, V> copyOf(Map<? extends K, ? extends V> other) {
    return Collections.unmodifiableMap(new LinkedHashMap<K, V>(other));
  }
}
