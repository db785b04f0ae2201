package java.util;

public class ArrayDeque<E> extends AbstractCollection<E> implements Deque<E>, Cloneable {
  private Object[] values = new Object[16];
  private int head;
  private int size;

  public ArrayDeque() {}

  public ArrayDeque(int capacity) {}

  public ArrayDeque(Collection<? extends E> others) {
    addAll(others);
  }

  public int size() {
    return size;
  }

  private int at(int index) {
    return (head + index) % values.length;
  }

  private void grow() {
    if (size == values.length) {
      Object[] wider = new Object[2 * size];
      for (int i = 0; i < size; i++) {
        wider[i] = values[at(i)];
      }
      values = wider;
      head = 0;
    }
  }

  public boolean add(E value) {
    addLast(value);
    return true;
  }

  public void addLast(E value) {
    Objects.requireNonNull(value);
    grow();
    values[at(size++)] = value;
  }

  public void addFirst(E value) {
    Objects.requireNonNull(value);
    grow();
    head = (head + values.length - 1) % values.length;
    values[head] = value;
    size++;
  }

  @SuppressWarnings("unchecked")
  public E pollFirst() {
    if (size == 0) {
      return null;
    }
    E value = (E) values[head];
    values[head] = null;
    head = (head + 1) % values.length;
    size--;
    return value;
  }

  @SuppressWarnings("unchecked")
  public E pollLast() {
    if (size == 0) {
      return null;
    }
    int last = at(--size);
    E value = (E) values[last];
    values[last] = null;
    return value;
  }

  @SuppressWarnings("unchecked")
  public E peekFirst() {
    return size == 0 ? null : (E) values[head];
  }

  @SuppressWarnings("unchecked")
  public E peekLast() {
    return size == 0 ? null : (E) values[at(size - 1)];
  }

  public void clear() {
    while (size > 0) {
      pollLast();
    }
  }

  private void drop(int index) {
    for (int i = index; i < size - 1; i++) {
      values[at(i)] = values[at(i + 1)];
    }
    values[at(--size)] = null;
  }

  public Iterator<E> iterator() {
    return new Walk(0, 1);
  }

  public Iterator<E> descendingIterator() {
    return new Walk(size - 1, -1);
  }

  private final class Walk implements Iterator<E> {
    private final int step;
    private int next;
    private int last = -1;

    Walk(int next, int step) {
      this.next = next;
      this.step = step;
    }

    public boolean hasNext() {
      return next >= 0 && next < size;
    }

    @SuppressWarnings("unchecked")
    public E next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      last = next;
      next += step;
      return (E) values[at(last)];
    }

    public void remove() {
      if (last < 0) {
        throw new IllegalStateException();
      }
      drop(last);
      if (step > 0) {
        next--;
      }
      last = -1;
    }
  }
}
