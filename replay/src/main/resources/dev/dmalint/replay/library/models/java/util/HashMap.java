package java.util;

/** Chained buckets in a table of a power of two; iteration goes by bucket, then by age in it. */
public class HashMap<K, V> extends AbstractMap<K, V> implements Map<K, V>, Cloneable {
  private static final int USUAL = 16;
  private static final int LARGEST = 1 << 30;

  Node<K, V>[] table;
  int size;
  int changes;
  private int threshold;
  private final float load;

  static class Node<K, V> extends AbstractMap.SimpleEntry<K, V> {
    final int hash;
    Node<K, V> next;
    Node<K, V> before;
    Node<K, V> after;

    Node(int hash, K key, V value) {
      super(key, value);
      this.hash = hash;
    }
  }

  public HashMap() {
    load = 0.75f;
  }

  public HashMap(int capacity) {
    this(capacity, 0.75f);
  }

  public HashMap(int capacity, float load) {
    if (capacity < 0) {
      throw new IllegalArgumentException("Illegal initial capacity: " + capacity);
    }
    if (load <= 0 || load != load) {
      throw new IllegalArgumentException("Illegal load factor: " + load);
    }
    this.load = load;
    threshold = powerOfTwo(capacity);
  }

  public HashMap(Map<? extends K, ? extends V> others) {
    load = 0.75f;
    putAll(others);
  }

  private static int powerOfTwo(int capacity) {
    int size = -1 >>> Integer.numberOfLeadingZeros(capacity - 1);
    return size < 0 ? 1 : size >= LARGEST ? LARGEST : size + 1;
  }

  private static int hash(Object key) {
    int hash = key == null ? 0 : key.hashCode();
    return hash ^ hash >>> 16;
  }

  public int size() {
    return size;
  }

  Node<K, V> find(Object key) {
    if (table == null) {
      return null;
    }
    int hash = hash(key);
    Node<K, V> node = table[hash & table.length - 1];
    while (node != null && !isFor(node, hash, key)) {
      node = node.next;
    }
    return node;
  }

  private static boolean isFor(Node<?, ?> node, int hash, Object key) {
    return node.hash == hash && (node.getKey() == key || key != null && key.equals(node.getKey()));
  }

  public V get(Object key) {
    Node<K, V> node = find(key);
    if (node != null) {
      used(node);
    }
    return node == null ? null : node.getValue();
  }

  public boolean containsKey(Object key) {
    return find(key) != null;
  }

  public V put(K key, V value) {
    int hash = hash(key);
    if (table == null) {
      resize();
    }
    int index = hash & table.length - 1;
    Node<K, V> last = null;
    for (Node<K, V> node = table[index]; node != null; node = node.next) {
      if (isFor(node, hash, key)) {
        V old = node.setValue(value);
        used(node);
        return old;
      }
      last = node;
    }
    Node<K, V> added = new Node<K, V>(hash, key, value);
    if (last == null) {
      table[index] = added;
    } else {
      last.next = added;
    }
    linked(added);
    changes++;
    size++;
    if (size > threshold) {
      resize();
    }
    inserted();
    return null;
  }

  @SuppressWarnings("unchecked")
  private void resize() {
    Node<K, V>[] old = table;
    int capacity = old == null ? (threshold > 0 ? threshold : USUAL) : old.length << 1;
    float limit = capacity * load;
    threshold = capacity < LARGEST && limit < LARGEST ? (int) limit : Integer.MAX_VALUE;
    table = (Node<K, V>[]) new Node[capacity];
    if (old != null) {
      Node<K, V>[] tails = (Node<K, V>[]) new Node[capacity];
      for (Node<K, V> bucket : old) {
        Node<K, V> node = bucket;
        while (node != null) {
          Node<K, V> next = node.next;
          int index = node.hash & capacity - 1;
          node.next = null;
          if (tails[index] == null) {
            table[index] = node;
          } else {
            tails[index].next = node;
          }
          tails[index] = node;
          node = next;
        }
      }
    }
  }

  public void putAll(Map<? extends K, ? extends V> others) {
    if (table == null && others.size() > 0) {
      float wanted = others.size() / load + 1.0f;
      if ((int) wanted > threshold) {
        threshold = powerOfTwo((int) wanted);
      }
    }
    super.putAll(others);
  }

  public V remove(Object key) {
    Node<K, V> node = find(key);
    if (node == null) {
      return null;
    }
    drop(node);
    return node.getValue();
  }

  void drop(Node<K, V> node) {
    int index = node.hash & table.length - 1;
    if (table[index] == node) {
      table[index] = node.next;
    } else {
      Node<K, V> before = table[index];
      while (before.next != node) {
        before = before.next;
      }
      before.next = node.next;
    }
    unlinked(node);
    changes++;
    size--;
  }

  public void clear() {
    changes++;
    if (table != null) {
      for (int i = 0; i < table.length; i++) {
        table[i] = null;
      }
    }
    size = 0;
  }

  void linked(Node<K, V> node) {}

  void unlinked(Node<K, V> node) {}

  void used(Node<K, V> node) {}

  void inserted() {}

  Node<K, V> first() {
    return table == null ? null : in(0);
  }

  Node<K, V> following(Node<K, V> node) {
    return node.next != null ? node.next : in((node.hash & table.length - 1) + 1);
  }

  private Node<K, V> in(int start) {
    for (int i = start; i < table.length; i++) {
      if (table[i] != null) {
        return table[i];
      }
    }
    return null;
  }

  public Set<Map.Entry<K, V>> entrySet() {
    return new Entries<K, V>(this);
  }

  public Object clone() {
    HashMap<K, V> copy = new HashMap<K, V>();
    copy.putAll(this);
    return copy;
  }

  static final class Entries<K, V> extends AbstractSet<Map.Entry<K, V>> {
    private final HashMap<K, V> map;

    Entries(HashMap<K, V> map) {
      this.map = map;
    }

    public int size() {
      return map.size;
    }

    public boolean contains(Object other) {
      return other instanceof Map.Entry
          && map.containsKey(((Map.Entry<?, ?>) other).getKey())
          && AbstractMap.same(map.find(((Map.Entry<?, ?>) other).getKey()), other);
    }

    public void clear() {
      map.clear();
    }

    public Iterator<Map.Entry<K, V>> iterator() {
      return new Walk<K, V>(map);
    }
  }

  static final class Walk<K, V> implements Iterator<Map.Entry<K, V>> {
    private final HashMap<K, V> map;
    private Node<K, V> next;
    private Node<K, V> last;
    private int changes;

    Walk(HashMap<K, V> map) {
      this.map = map;
      this.next = map.first();
      this.changes = map.changes;
    }

    public boolean hasNext() {
      return next != null;
    }

    public Map.Entry<K, V> next() {
      if (changes != map.changes) {
        throw new ConcurrentModificationException();
      }
      if (next == null) {
        throw new NoSuchElementException();
      }
      last = next;
      next = map.following(last);
      return last;
    }

    public void remove() {
      if (last == null) {
        throw new IllegalStateException();
      }
      if (changes != map.changes) {
        throw new ConcurrentModificationException();
      }
      map.drop(last);
      last = null;
      changes = map.changes;
    }
  }
}
