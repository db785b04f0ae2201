package java.util;

public class LinkedHashMap<K, V> extends HashMap<K, V> {
  private HashMap.Node<K, V> head;
  private HashMap.Node<K, V> tail;
  private boolean byUse;

  public LinkedHashMap() {}

  public LinkedHashMap(int capacity) {
    super(capacity);
  }

  public LinkedHashMap(int capacity, float load) {
    super(capacity, load);
  }

  public LinkedHashMap(int capacity, float load, boolean byUse) {
    super(capacity, load);
    this.byUse = byUse;
  }

  public LinkedHashMap(Map<? extends K, ? extends V> others) {
    putAll(others);
  }

  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return false;
  }

  void inserted() {
    if (head != null && removeEldestEntry(head)) {
      remove(head.getKey());
    }
  }

  void linked(HashMap.Node<K, V> node) {
    node.before = tail;
    node.after = null;
    if (tail == null) {
      head = node;
    } else {
      tail.after = node;
    }
    tail = node;
  }

  void unlinked(HashMap.Node<K, V> node) {
    if (node.before == null) {
      head = node.after;
    } else {
      node.before.after = node.after;
    }
    if (node.after == null) {
      tail = node.before;
    } else {
      node.after.before = node.before;
    }
  }

  void used(HashMap.Node<K, V> node) {
    if (byUse && node != tail) {
      unlinked(node);
      linked(node);
      changes++;
    }
  }

  public void clear() {
    super.clear();
    head = null;
    tail = null;
  }

  HashMap.Node<K, V> first() {
    return head;
  }

  HashMap.Node<K, V> following(HashMap.Node<K, V> node) {
    return node.after;
  }
}
