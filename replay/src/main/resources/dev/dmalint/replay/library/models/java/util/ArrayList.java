package java.util;

import java.util.function.Consumer;
import java.util.function.Predicate;

public class ArrayList<E> extends AbstractList<E> implements List<E>, RandomAccess, Cloneable {
  private Object[] values;
  private int size;

  public ArrayList() {
    values = new Object[10];
  }

  public ArrayList(int capacity) {
    if (capacity < 0) {
      throw new IllegalArgumentException("Illegal Capacity: " + capacity);
    }
    values = new Object[capacity];
  }

  public ArrayList(Collection<? extends E> others) {
    values = others.toArray();
    size = values.length;
    if (values.getClass() != Object[].class) {
      values = Arrays.copyOf(values, size, Object[].class);
    }
  }

  public int size() {
    return size;
  }

  @SuppressWarnings("unchecked")
  public E get(int index) {
    return (E) values[Objects.checkIndex(index, size)];
  }

  public E set(int index, E value) {
    E old = get(index);
    values[index] = value;
    return old;
  }

  private void grow(int wanted) {
    if (wanted > values.length) {
      Object[] wider = new Object[Math.max(wanted, values.length + (values.length >> 1) + 1)];
      System.arraycopy(values, 0, wider, 0, size);
      values = wider;
    }
  }

  public boolean add(E value) {
    modCount++;
    grow(size + 1);
    values[size++] = value;
    return true;
  }

  public void add(int index, E value) {
    if (index < 0 || index > size) {
      throw new IndexOutOfBoundsException("Index: " + index + ", Size: " + size);
    }
    modCount++;
    grow(size + 1);
    System.arraycopy(values, index, values, index + 1, size - index);
    values[index] = value;
    size++;
  }

  public E remove(int index) {
    E old = get(index);
    modCount++;
    System.arraycopy(values, index + 1, values, index, size - index - 1);
    values[--size] = null;
    return old;
  }

  public boolean remove(Object value) {
    int index = indexOf(value);
    if (index >= 0) {
      remove(index);
    }
    return index >= 0;
  }

  public void clear() {
    modCount++;
    for (int i = 0; i < size; i++) {
      values[i] = null;
    }
    size = 0;
  }

  public boolean addAll(Collection<? extends E> others) {
    Object[] more = others.toArray();
    modCount++;
    grow(size + more.length);
    System.arraycopy(more, 0, values, size, more.length);
    size += more.length;
    return more.length > 0;
  }

  public boolean addAll(int index, Collection<? extends E> others) {
    Object[] more = others.toArray();
    if (index < 0 || index > size) {
      throw new IndexOutOfBoundsException("Index: " + index + ", Size: " + size);
    }
    modCount++;
    grow(size + more.length);
    System.arraycopy(values, index, values, index + more.length, size - index);
    System.arraycopy(more, 0, values, index, more.length);
    size += more.length;
    return more.length > 0;
  }

  @SuppressWarnings("unchecked")
  public boolean removeIf(Predicate<? super E> test) {
    int changes = modCount;
    boolean[] isOut = new boolean[size];
    int left = 0;
    for (int i = 0; i < size; i++) {
      isOut[i] = test.test((E) values[i]);
      left += isOut[i] ? 0 : 1;
    }
    if (changes != modCount) {
      throw new ConcurrentModificationException();
    }
    if (left == size) {
      return false;
    }
    modCount++;
    int to = 0;
    for (int i = 0; i < size; i++) {
      if (!isOut[i]) {
        values[to++] = values[i];
      }
    }
    while (size > left) {
      values[--size] = null;
    }
    return true;
  }

  @SuppressWarnings("unchecked")
  public void forEach(Consumer<? super E> action) {
    int changes = modCount;
    for (int i = 0; i < size && changes == modCount; i++) {
      action.accept((E) values[i]);
    }
    if (changes != modCount) {
      throw new ConcurrentModificationException();
    }
  }

  @SuppressWarnings("unchecked")
  public void sort(Comparator<? super E> order) {
    int changes = modCount;
    Arrays.sort(values, 0, size, (Comparator<Object>) order);
    if (changes != modCount) {
      throw new ConcurrentModificationException();
    }
    modCount++;
  }

  public Object[] toArray() {
    Object[] all = new Object[size];
    System.arraycopy(values, 0, all, 0, size);
    return all;
  }

  public void ensureCapacity(int capacity) {
    grow(capacity);
  }

  public void trimToSize() {}

  public Object clone() {
    return new ArrayList<E>(this);
  }
}
