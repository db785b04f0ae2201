package java.util;

public class HashSet<E> extends MapSet<E> implements Set<E>, Cloneable {
  public HashSet() {
    super(new HashMap<E, Object>());
  }

  public HashSet(int capacity) {
    super(new HashMap<E, Object>(capacity));
  }

  public HashSet(int capacity, float load) {
    super(new HashMap<E, Object>(capacity, load));
  }

  public HashSet(Collection<? extends E> others) {
    super(new HashMap<E, Object>(Math.max((int) (others.size() / .75f) + 1, 16)));
    addAll(others);
  }

  HashSet(Map<E, Object> map) {
    super(map);
  }
}
