package java.util;

public abstract class AbstractList<E> extends AbstractCollection<E> implements List<E> {
  protected int modCount;

  protected AbstractList() {}

  public boolean add(E value) {
    add(size(), value);
    return true;
  }

  public void add(int index, E value) {
    throw new UnsupportedOperationException();
  }

  public E set(int index, E value) {
    throw new UnsupportedOperationException();
  }

  public E remove(int index) {
    throw new UnsupportedOperationException();
  }

  public int indexOf(Object value) {
    int index = 0;
    for (E each : this) {
      if (Objects.equals(value, each)) {
        return index;
      }
      index++;
    }
    return -1;
  }

  public int lastIndexOf(Object value) {
    for (int i = size() - 1; i >= 0; i--) {
      if (Objects.equals(value, get(i))) {
        return i;
      }
    }
    return -1;
  }

  public boolean contains(Object value) {
    return indexOf(value) >= 0;
  }

  public boolean addAll(int index, Collection<? extends E> others) {
    int at = index;
    for (E each : others) {
      add(at++, each);
    }
    return at != index;
  }

  public void clear() {
    for (int i = size() - 1; i >= 0; i--) {
      remove(i);
    }
  }

  public Iterator<E> iterator() {
    return new Cursor<E>(this, 0);
  }

  public ListIterator<E> listIterator() {
    return new Cursor<E>(this, 0);
  }

  public ListIterator<E> listIterator(int index) {
    if (index < 0 || index > size()) {
      throw new IndexOutOfBoundsException("Index: " + index);
    }
    return new Cursor<E>(this, index);
  }

  public List<E> subList(int from, int to) {
    if (from < 0) {
      throw new IndexOutOfBoundsException("fromIndex = " + from);
    }
    if (to > size()) {
      throw new IndexOutOfBoundsException("toIndex = " + to);
    }
    if (from > to) {
      throw new IllegalArgumentException("fromIndex(" + from + ") > toIndex(" + to + ")");
    }
    return new Part<E>(this, from, to - from);
  }

  public boolean equals(Object other) {
    if (other == this) {
      return true;
    }
    if (!(other instanceof List)) {
      return false;
    }
    Iterator<?> theirs = ((List<?>) other).iterator();
    for (E each : this) {
      if (!theirs.hasNext() || !Objects.equals(each, theirs.next())) {
        return false;
      }
    }
    return !theirs.hasNext();
  }

  public int hashCode() {
    int hash = 1;
    for (E each : this) {
      hash = 31 * hash + (each == null ? 0 : each.hashCode());
    }
    return hash;
  }

  int changes() {
    return modCount;
  }

  static final class Cursor<E> implements ListIterator<E> {
    private final AbstractList<E> list;
    private int next;
    private int last = -1;
    private int changes;

    Cursor(AbstractList<E> list, int next) {
      this.list = list;
      this.next = next;
      this.changes = list.changes();
    }

    private void check() {
      if (changes != list.changes()) {
        throw new ConcurrentModificationException();
      }
    }

    public boolean hasNext() {
      return next != list.size();
    }

    public E next() {
      check();
      if (next >= list.size()) {
        throw new NoSuchElementException();
      }
      last = next++;
      return list.get(last);
    }

    public boolean hasPrevious() {
      return next > 0;
    }

    public E previous() {
      check();
      if (next <= 0) {
        throw new NoSuchElementException();
      }
      last = --next;
      return list.get(last);
    }

    public int nextIndex() {
      return next;
    }

    public int previousIndex() {
      return next - 1;
    }

    public void remove() {
      if (last < 0) {
        throw new IllegalStateException();
      }
      check();
      list.remove(last);
      if (last < next) {
        next--;
      }
      last = -1;
      changes = list.changes();
    }

    public void set(E value) {
      if (last < 0) {
        throw new IllegalStateException();
      }
      check();
      list.set(last, value);
    }

    public void add(E value) {
      check();
      list.add(next++, value);
      last = -1;
      changes = list.changes();
    }
  }

  static final class Part<E> extends AbstractList<E> {
    private final AbstractList<E> list;
    private final int from;
    private int size;

    Part(AbstractList<E> list, int from, int size) {
      this.list = list;
      this.from = from;
      this.size = size;
    }

    private int at(int index) {
      return from + Objects.checkIndex(index, size);
    }

    int changes() {
      return list.changes();
    }

    public int size() {
      return size;
    }

    public E get(int index) {
      return list.get(at(index));
    }

    public E set(int index, E value) {
      return list.set(at(index), value);
    }

    public void add(int index, E value) {
      list.add(from + index, value);
      size++;
    }

    public E remove(int index) {
      E removed = list.remove(at(index));
      size--;
      return removed;
    }
  }
}
